"""What an author changed in a draft since an editor sent it back."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.evidence.passages import passage_diff
from factcheck.audit.models import AuditEvent
from reviews.domain.states import State
from reviews.models import Rating, Verdict
from reviews.selectors.differences import FieldChange

# Fields of a draft as the audit log holds them before it was revised.
LABELS = {
    "rating": _("Rating"),
    "summary": _("Summary"),
    "explanation": _("Explanation"),
    "true_as_of": _("Evidence seen up to"),
    "no_evidence_reason": _("Why there is no evidence"),
    "correction_note": _("What changed"),
}
SEND_BACK, REVISE = "verdict.send_back", "verdict.revise"


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The note a draft was sent back with, and the fields in which it differs from then."""

    note: str
    by: str
    at: datetime.datetime
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class SentBack:
    """That a draft was sent back, and how it was then; `held` is {} if nobody revised it since."""

    event: AuditEvent
    held: Mapping[str, Any]


def rewriting_of(verdict: Verdict) -> Rewriting | None:
    """Return what came of the last time it was sent back; None for a draft that never was."""
    if verdict.item.state != State.SIGN_OFF:
        return None
    sent = last_sent_back([verdict.pk]).get(verdict.pk)
    if sent is None:
        return None
    event, changes = sent.event, _changes(verdict, sent.held, sent.event.at)
    return Rewriting(event.note, event.actor_name, event.at, tuple(changes))


def last_sent_back(verdicts: Iterable[int]) -> dict[int, SentBack]:
    """Return, by verdict, the last time each was sent back; of those that never were, nothing."""
    about = AuditEvent.objects.filter(
        target_type="reviews.verdict", target_id__in=set(verdicts), action__in=(SEND_BACK, REVISE)
    )
    found: dict[int, SentBack] = {}
    for event in about.order_by("id"):
        pk, sent = event.target_id, found.get(event.target_id)
        if event.action == SEND_BACK:
            found[pk] = SentBack(event, {})
        elif sent is not None and not sent.held:
            # The oldest since holds how the draft was when it was sent back.
            found[pk] = SentBack(sent.event, event.before)
    return found


def as_held(verdict: Verdict) -> dict[str, str]:
    """Return the fields of `verdict` as the audit log would hold them."""
    return {name: _now(verdict, name) for name in LABELS} | {"rating": verdict.rating.slug}


def _changes(
    verdict: Verdict, before: Mapping[str, Any], at: datetime.datetime
) -> Iterator[FieldChange]:
    for name, label in LABELS.items():
        if name in before and (was := _told(name, before[name])) != (is_now := _now(verdict, name)):
            yield FieldChange(str(label), tuple(passage_diff(was, is_now)))
    was, is_now = _evidence(verdict, at), _evidence(verdict, None)
    if was != is_now:
        yield FieldChange(str(_("Evidence")), tuple(passage_diff(was, is_now)))


def _told(name: str, value: str) -> str:
    if name != "rating":
        return value
    newest = Rating.objects.filter(slug=value).order_by("-scale__version").first()
    return newest.label if newest else value


def _now(verdict: Verdict, name: str) -> str:
    if name == "rating":
        return verdict.rating.label
    value = getattr(verdict, name)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _evidence(verdict: Verdict, at: datetime.datetime | None) -> str:
    """Return the rows of evidence there were at a time, or are now, one a line."""
    there = Q(removed_at__isnull=True)
    if at is not None:
        there = Q(added_at__lte=at) & (there | Q(removed_at__gt=at))
    rows = verdict.claim.evidence.filter(there).order_by("id")
    return "\n".join(
        " – ".join(part for part in (row.publisher, row.title, row.url, row.quote) if part)
        for row in rows.only("publisher", "title", "url", "quote")
    )
