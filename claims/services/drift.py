"""What became of a quoted passage: compared is the passage only, so that page furniture may change.

Of a page that is read anew the passage is looked for as the copy has it, not as it was quoted: a
quotation with words left out differs from both in the same way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claims.models import StoredCopy
from claims.services.copy_quotes import Passage, copy_texts, passage_in
from claims.services.copy_texts import copy_text, media_type_of, whole_text
from claims.sources.fetching import FetchedPage


class Outcome(StrEnum):
    """What a look at the page showed."""

    SAME = "same"  # as it was seen last
    CITED = "cited"  # as the copy has it
    CHANGED = "changed"
    VANISHED = "vanished"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Drift:
    """The outcome, and the wording before and after; "" where there is none."""

    outcome: Outcome
    before: str = ""
    after: str = ""


def drift_of(
    *, quote: str, cited: StoredCopy, latest: StoredCopy | None, page: FetchedPage
) -> Drift:
    """Return what became of `quote` on `page`: since `cited`, the copy, and since it was seen last.

    `latest` is how the page was seen last if not as cited. A passage that reads as cited is CITED,
    whatever was seen between; one that is as in `latest` is SAME, be it another or none at all.
    Evidence that quotes nothing, or what the copy never said, cannot drift.
    """
    if hashlib.sha256(page.body).hexdigest() == cited.sha256:
        return Drift(Outcome.CITED)
    passage = passage_in(copy_texts(cited), quote) if quote else None
    if passage is None:
        return Drift(Outcome.CITED)
    now = passage_in(_texts(page), passage.wording)
    if now is not None and now.is_as_quoted:
        return Drift(Outcome.CITED)
    before = passage_in(copy_texts(latest), passage.wording) if latest else passage
    if before is None:  # away when it was seen last
        return Drift(Outcome.CHANGED if now else Outcome.SAME, passage.wording, _wording(now))
    now = passage_in(_texts(page), before.wording)
    if now is not None and now.is_as_quoted:
        return Drift(Outcome.SAME)
    return Drift(Outcome.CHANGED if now else Outcome.VANISHED, before.wording, _wording(now))


def _wording(passage: Passage | None) -> str:
    return passage.wording if passage else ""


def _texts(page: FetchedPage) -> Iterator[str]:
    media_type = media_type_of(page.headers.get("content-type", ""))
    yield copy_text(page.body, media_type).text
    yield whole_text(page.body, media_type)
