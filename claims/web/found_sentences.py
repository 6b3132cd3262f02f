"""The sentences of an article as its page lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.extraction.types import Span
from claims.models import Article, Sentence, SentenceMark
from claims.models.sentence import PERSON, SentenceKind
from claims.selectors.articles import article_sentences
from claims.selectors.sentence_marks import article_marks
from claims.web.marked_text import Mark
from factcheck.accounts.models import User
from reviews.domain.states import REVIEWERS


@dataclass(frozen=True, slots=True)
class Place:
    """Another sentence of the article that says the same: its words, and its id on the page."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence, its words, and what the machine and people made of it.

    `is_raised` says that it goes to people, whoever raised it; `url` is the workspace of its
    claim ("" while there is none). `own` is the current mark of whoever looks, `others` are those
    of everybody else. `first` is the sentence it repeats, `repeated_at` are those that repeat it.
    """

    row: Sentence
    text: str
    is_raised: bool
    url: str
    own: SentenceMark | None
    others: tuple[SentenceMark, ...]
    may_mark: bool
    first: Place | None
    repeated_at: tuple[Place, ...]

    @property
    def anchor(self) -> str:
        """Return the id of the sentence on the page."""
        return _anchor(self.row)

    @property
    def units(self) -> list[dict[str, Any]]:
        """Return the claims of a sentence that goes to people and holds several, else none."""
        return self.row.units if self.is_raised else []


MOST_LEFT_ASIDE = 400
"""Sentences left aside that the page lists: each is a form, and a megabyte has ten thousand."""


@dataclass(frozen=True, slots=True)
class FoundSentences:
    """What goes to people, and what was left aside, in the order of the text.

    Of what was left aside only the best `MOST_LEFT_ASIDE` are there; `unlisted` counts the others.
    """

    raised: list[FoundSentence]
    left_aside: list[FoundSentence]
    unlisted: int


def found_sentences(article: Article, reader: User, links: Mapping[Span, str]) -> FoundSentences:
    """Return all sentences of the article's newest run as `reader` sees them.

    `links` are the addresses of the workspaces by the span of each appearance.
    """
    marks = article_marks(article)
    rows = list(article_sentences(article))
    groups = groups_of(rows)
    found = [found_sentence(article.text, row, reader, links, marks, groups=groups) for row in rows]
    left_aside = [each for each in found if not each.is_raised]
    best = sorted(left_aside, key=lambda each: -each.row.score)[:MOST_LEFT_ASIDE]
    return FoundSentences(
        raised=[each for each in found if each.is_raised],
        left_aside=sorted(best, key=lambda each: each.row.start),
        unlisted=len(left_aside) - len(best),
    )


def found_sentence(
    text: str,
    row: Sentence,
    reader: User,
    links: Mapping[Span, str],
    marks: Mapping[Span, Sequence[SentenceMark]],
    *,
    groups: Mapping[int, Sequence[Sentence]],
) -> FoundSentence:
    """Return one sentence of the article `text` as `reader` sees it.

    `links` are as above, `groups` as `groups_of` returns them.
    """
    span = Span(row.start, row.end)
    group = () if row.engine == PERSON else groups.get(_first(row), ())
    is_first = row.repeats is None
    said = marks.get(span, ())
    return FoundSentence(
        row=row,
        text=span.of(text),
        is_raised=span in links,
        url=links.get(span, ""),
        own=next((mark for mark in said if mark.by_id == reader.pk), None),
        others=tuple(mark for mark in said if mark.by_id != reader.pk),
        may_mark=may_mark(reader),
        first=None if is_first or not group else _place(text, group[0]),
        repeated_at=tuple(_place(text, each) for each in group[1:]) if is_first else (),
    )


def groups_of(rows: Iterable[Sentence]) -> dict[int, list[Sentence]]:
    """Return the sentences of one run that say the same, in order, by the start of the first."""
    groups: dict[int, list[Sentence]] = {}
    for row in rows:
        if row.engine != PERSON:  # of the same start as the sentence it was cut from
            groups.setdefault(_first(row), []).append(row)
    return groups


def _first(row: Sentence) -> int:
    return row.start if row.repeats is None else row.repeats


def _place(text: str, row: Sentence) -> Place:
    return Place(text[row.start : row.end], _anchor(row))


def _anchor(row: Sentence) -> str:
    return f"sentence-{row.pk}"


def may_mark(reader: User) -> bool:
    """Return whether buttons to mark sentences are shown."""
    return bool(REVIEWERS & reader.roles)


def places_to_mark(found: FoundSentences) -> list[Mark]:
    """Return where the text shows that a sentence of it was left aside and may be marked."""
    return [
        Mark(each.row.start, each.row.end, each.row.score, f"#{each.anchor}", is_raised=False)
        for each in found.left_aside
        if each.may_mark and each.row.kind == SentenceKind.BODY
    ]
