"""What became of a quoted passage: compared is the passage only, so that page furniture may change.

Of a page that is read anew the passage is looked for as the copy has it, not as it was quoted: a
quotation with words left out differs from both in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from claims.models import StoredCopy
from claims.services.copy_quotes import copy_texts, passage_in
from claims.services.copy_texts import copy_text, media_type_of, whole_text
from claims.sources.fetching import FetchedPage


class Outcome(StrEnum):
    """What a look at the page showed."""

    SAME = "same"
    CHANGED = "changed"
    VANISHED = "vanished"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Drift:
    """The outcome, and the wording before and after; "" where there is none."""

    outcome: Outcome
    before: str = ""
    after: str = ""


def drift_of(*, quote: str, copy: StoredCopy, page: FetchedPage) -> Drift:
    """Return what became of `quote` on `page` since `copy` was made.

    Evidence that quotes nothing, or what the copy never said, cannot drift.
    """
    cited = passage_in(copy_texts(copy), quote) if quote else None
    if cited is None:
        return Drift(Outcome.SAME)
    now = passage_in(_texts(page), cited.wording)
    if now is None:
        return Drift(Outcome.VANISHED, before=cited.wording)
    if now.is_as_quoted:
        return Drift(Outcome.SAME)
    return Drift(Outcome.CHANGED, before=cited.wording, after=now.wording)


def _texts(page: FetchedPage) -> Iterator[str]:
    media_type = media_type_of(page.headers.get("content-type", ""))
    yield copy_text(page.body, media_type).text
    yield whole_text(page.body, media_type)
