"""What changed between the published version of a verdict and another."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from claims.evidence.passages import Change, passage_diff
from reviews.domain.reply import Outcome
from reviews.models import Verdict, VerdictStatus
from reviews.models.reply import OUTCOME_LABELS
from reviews.selectors.contents import reply_rows, wording_of
from reviews.selectors.sign_offs import evidence_of


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
        FieldChange(str(label), tuple(passage_diff(before, after)))
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
