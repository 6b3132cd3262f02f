"""What changed between two wordings: by words, and by characters where words have no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from django.utils.translation import gettext_lazy as _

from reviews.domain.reply import Outcome
from reviews.models import Verdict, VerdictStatus
from reviews.models.reply import OUTCOME_LABELS
from reviews.selectors.contents import reply_rows, wording_of
from reviews.selectors.sign_offs import evidence_of

# Han, Kana and Thai write words without spaces between them.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that stayed, is gone, or is new."""

    kind: Literal["same", "removed", "added"]
    text: str


def tokens(text: str) -> list[str]:
    """Return the words, characters and blanks of `text`; joined they are `text` again."""
    return _TOKEN.findall(text)


def changes(before: str, after: str) -> Iterator[Change]:
    """Yield the runs in reading order: "same" and "removed" give `before`, "same" and "added"
    give `after`.
    """
    old, new = tokens(before), tokens(after)
    for kind, i1, i2, j1, j2 in SequenceMatcher(a=old, b=new).get_opcodes():
        if kind == "equal":
            yield Change("same", "".join(old[i1:i2]))
            continue
        if i1 < i2:
            yield Change("removed", "".join(old[i1:i2]))
        if j1 < j2:
            yield Change("added", "".join(new[j1:j2]))


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a verdict that differs from the published version."""

    label: str
    changes: tuple[Change, ...]


def verdict_changes(published: Verdict, verdict: Verdict) -> list[FieldChange]:
    """Return the fields in which `verdict` differs from `published`."""
    fields = (
        (_("What is meant"), wording_of(published), wording_of(verdict)),
        (_("Rating"), published.rating.label, verdict.rating.label),
        (_("Summary"), published.summary, verdict.summary),
        (_("Explanation"), published.explanation, verdict.explanation),
        (
            _("Evidence seen up to"),
            published.true_as_of.isoformat(),
            verdict.true_as_of.isoformat(),
        ),
        (
            _("Why there is no evidence"),
            published.no_evidence_reason,
            verdict.no_evidence_reason,
        ),
        (_("Evidence"), _listed(published), _listed(verdict)),
        (_("Comment by those concerned"), _said(published), _said(verdict)),
    )
    return [
        FieldChange(str(label), tuple(changes(before, after)))
        for label, before, after in fields
        if before != after
    ]


def _listed(verdict: Verdict) -> str:
    """Return the evidence one row a line, so that rows compare like any text."""
    return "\n".join(
        " – ".join(part for part in (row.publisher, row.title, row.url, row.quote) if part)
        for row in evidence_of(verdict)
    )


def _said(verdict: Verdict) -> str:
    """Return who was asked and what they said one a line, as published or as it is of a draft."""
    rows = reply_rows(verdict) if verdict.status == VerdictStatus.DRAFT else verdict.replies
    return "\n".join(
        " – ".join(part for part in (row["name"], _state(row["state"]), row["text"]) if part)
        for row in rows
    )


def _state(state: str) -> str:
    """Return an outcome in words; of a waiver the reason says it."""
    return "" if state == "waived" else str(OUTCOME_LABELS[Outcome(state)])
