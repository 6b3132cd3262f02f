"""A verdict as it stands in a report that is read: words only, none of them markup. PURE."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the language it is in (BCP 47; "" when nobody knows)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What has to be read before the verdict. `kind`: retracted, superseded or corrected."""

    kind: str
    label: str
    text: Words


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence; `url` is "" unless it can be followed."""

    stance: str
    kind: str
    title: Words
    url: str
    publisher: Words
    quote: Words
    note: Words


@dataclass(frozen=True, slots=True)
class Reply:
    """Somebody who was asked for comment: a sentence of the report, and their words if any."""

    sentence: str
    answer: Words


@dataclass(frozen=True, slots=True)
class Place:
    """An article the claim was made in, and its words there."""

    outlet: Words
    day: str
    title: Words
    url: str
    wording: Words


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a record: what it is and what it says."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """A heading that verdicts stand under: headings are sorted by `place`."""

    place: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One verdict. Days and labels are in the language of the report.

    `key` names it within the report: letters, digits and hyphens; `number` is that of its claim,
    as in its address. `line` names it as the public data do, for the digest of the report
    (`Tally`).
    """

    key: str
    number: int
    line: str
    group: Group
    rating: str
    colour: str
    status: str
    notices: tuple[Notice, ...]
    claim: Words
    clarified: Words
    language: str
    speaker: Words
    outlets: tuple[Words, ...]
    summary: Words
    explanation: tuple[Words, ...]
    evidence: tuple[Piece, ...]
    no_evidence: Words
    replies: tuple[Reply, ...]
    places: tuple[Place, ...]
    record: tuple[Fact, ...]
    url: str
