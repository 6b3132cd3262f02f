"""The verdict: drafted from the reviews, revised, signed off by another person, published."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, WrongState
from factcheck.prepared import rows
from factcheck.texts import check_text
from reviews.domain.claim_review_findings import Finding
from reviews.domain.correction import CorrectionKind
from reviews.domain.states import Event
from reviews.models import NotificationKind, QueueItem, Rating, Review, Verdict, VerdictStatus
from reviews.selectors.contents import evidence_rows, reply_rows, verdict_hash
from reviews.selectors.review_days import review_day
from reviews.services.moves import item_lock, move, permit
from reviews.services.notifications import notifications_send
from reviews.services.publication_checks import publication_check, warnings_shown
from reviews.services.stale_writes import stale_write
from reviews.services.webhook_deliveries import deliveries_plan
from reviews.services.weighing import family_weigh

MAX_SUMMARY = 500
MAX_TEXT = 20_000
LIMITS = {
    "summary": MAX_SUMMARY,
    "explanation": MAX_TEXT,
    "no_evidence_reason": MAX_TEXT,
    "correction_note": MAX_TEXT,
}


# Asked with every last review of a claim.
NEWEST = """
SELECT item_id, version FROM reviews_verdict
WHERE claim_id = %(claim)s ORDER BY version DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class VerdictText:
    """What an author types. `rating` is a slug of the scale the verdict is on."""

    rating: str
    summary: str
    explanation: str
    true_as_of: datetime.date
    no_evidence_reason: str = ""
    correction_note: str = ""
    correction_kind: str = ""  # a CorrectionKind, "" for a first version


def verdict_draft(*, item: QueueItem, reviews: Iterable[Review]) -> Verdict:
    """Draft the verdict of a locked item from its submitted reviews: the decisive gives the words.

    That is the adjudication if there was one, else the first review; its writer is the author. A
    draft from before another review was asked for stays as it was, unless it was adjudicated.
    """
    review = min(reviews, key=_decisiveness)
    if review.rating_id is None:
        raise ValueError(f"item {item.pk} has no review to draft a verdict from")
    newest = rows(NEWEST, {"claim": item.claim_id})
    on, version = newest[0] if newest else (None, 0)
    draft = Verdict.objects.get(item=item) if on == item.pk else None
    if draft is not None and not review.is_adjudication:
        return draft
    draft = draft or Verdict(claim_id=item.claim_id, item=item, version=version + 1)
    draft.rating_id, draft.author_id = review.rating_id, review.reviewer_id
    draft.summary, draft.explanation = review.summary, review.rationale
    draft.no_evidence_reason = review.no_evidence_reason
    draft.true_as_of = timezone.localdate()
    draft.revision += 1 if draft.pk else 0
    draft.save()
    return draft


def _decisiveness(review: Review) -> tuple[bool, datetime.datetime]:
    if review.submitted_at is None:
        raise ValueError("a verdict is drafted from submitted reviews")
    return not review.is_adjudication, review.submitted_at


def verdict_revise(*, verdict: Verdict, actor: User, text: VerdictText, based_on: int) -> Verdict:
    """Change the draft; a sign-off is void from then on. `based_on` is the revision edited.

    Raises Stale when it was changed since, InvalidInput naming the field.
    """
    with transaction.atomic():
        item, draft = verdict_lock(verdict=verdict)
        if draft.revision != based_on:
            permit(item=item, event=Event.REVISE, actor=actor)
            _check_nothing_differs(draft, text)
            # The same text again: its answer was lost on the way.
            return draft
        move(item=item, event=Event.REVISE, actor=actor)
        before = verdict_shown(draft)
        _write(draft, text)
        record(
            actor=actor,
            action="verdict.revise",
            target=draft,
            before=before,
            after=verdict_shown(draft),
        )
    return draft


def verdict_resubmit(*, verdict: Verdict, actor: User) -> Verdict:
    """Hand a verdict that was sent back in for sign-off again."""
    with transaction.atomic():
        item, draft = verdict_lock(verdict=verdict)
        move(item=item, event=Event.RESUBMIT, actor=actor)
        record(actor=actor, action="verdict.resubmit", target=draft)
    return draft


def verdict_send_back(*, verdict: Verdict, actor: User, note: str) -> Verdict:
    """Give the verdict back to its author with a note; a sign-off is void from then on."""
    with transaction.atomic():
        item, draft = verdict_lock(verdict=verdict)
        move(item=item, event=Event.SEND_BACK, actor=actor, note=note)
        void_sign_off(draft)
        draft.save()
        notifications_send(
            people=[draft.author], kind=NotificationKind.SENT_BACK, item=item, by=actor
        )
        record(actor=actor, action="verdict.send_back", target=draft, note=note)
    return draft


def verdict_publish(*, verdict: Verdict, actor: User) -> Verdict:
    """Publish the signed-off draft with its evidence frozen; an earlier version is superseded."""
    with transaction.atomic():
        item, draft = verdict_lock(verdict=verdict)
        move(item=item, event=Event.PUBLISH, actor=actor)
        warnings = verdict_make_public(draft=draft)
        after = verdict_shown(draft) | {"warnings": warnings_shown(warnings)}
        record(actor=actor, action="verdict.publish", target=draft, after=after)
    return draft


def verdict_make_public(*, draft: Verdict) -> list[Finding]:
    """Make the locked, signed-off draft the current verdict of its claim.

    Returns what the linter warns of in its ClaimReview; raises WrongState for an error.
    """
    published = Verdict.objects.filter(claim=draft.claim_id, status=VerdictStatus.PUBLISHED)
    published.update(status=VerdictStatus.SUPERSEDED)
    draft.clarified = draft.claim.clarified
    draft.evidence, draft.replies = evidence_rows(draft), reply_rows(draft)
    draft.content_hash = verdict_hash(draft)
    draft.review_by = draft.review_by or review_day(draft)
    draft.status, draft.published_at = VerdictStatus.PUBLISHED, timezone.now()
    draft.save()
    findings = publication_check(verdict=draft)
    deliveries_plan(verdict=draft)
    family_weigh(claim=draft.claim)
    return findings


def verdict_lock(*, verdict: Verdict) -> tuple[QueueItem, Verdict]:
    """Return the item and the verdict, locked as they are stored now; the evidence holds still.

    Raises WrongState when the draft is gone, with the review that was taken back.
    """
    claim_lock(claim_id=verdict.claim_id)
    item = item_lock(item_id=verdict.item_id)
    locked = Verdict.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "claim", "rating"
    )
    found = locked.filter(pk=verdict.pk).first()
    if found is None:
        raise draft_gone()
    return item, found


def draft_gone() -> WrongState:
    """Return why a draft that a page shows is not there: nothing else deletes one."""
    return WrongState(_("The reviewer took the review back."))


def _write(draft: Verdict, text: VerdictText) -> None:
    _check(text)
    rating = Rating.objects.filter(scale=draft.rating.scale_id, slug=text.rating).first()
    if rating is None:
        raise InvalidInput("rating", _("There is no such rating. Choose one of the list."))
    draft.rating = rating
    draft.summary, draft.explanation = text.summary.strip(), text.explanation.strip()
    draft.no_evidence_reason = text.no_evidence_reason.strip()
    draft.correction_note = text.correction_note.strip()
    draft.correction_kind = text.correction_kind
    draft.true_as_of = text.true_as_of
    draft.revision += 1
    void_sign_off(draft)
    draft.save()


def _check_nothing_differs(draft: Verdict, text: VerdictText) -> None:
    typed = asdict(text) | {"true_as_of": text.true_as_of.isoformat()}
    stale = stale_write(row=draft, typed=typed, current=verdict_shown(draft))
    if stale.differences:
        raise stale


def _check(text: VerdictText) -> None:
    for field in ("summary", "explanation"):
        if not getattr(text, field).strip():
            raise InvalidInput(field, _("Write something here; it is published."))
    for field, limit in LIMITS.items():
        check_text(field, getattr(text, field), limit=limit)
    if text.correction_kind not in ("", *CorrectionKind):
        raise InvalidInput("correction_kind", _("Choose a kind of the list."))
    if text.true_as_of > timezone.localdate():
        raise InvalidInput("true_as_of", _("This day has not come yet. Choose today or earlier."))


def void_sign_off(draft: Verdict) -> None:
    """Take back a sign-off and what its approver gave with it; the caller saves the draft."""
    draft.approver, draft.signed_off_at, draft.signed_off_hash = None, None, ""
    draft.review_by, draft.one_origin_reason = None, ""


def verdict_shown(verdict: Verdict) -> dict[str, object]:
    """Return what is stored of a verdict, for the log and for whoever wrote over it."""
    return {
        "claim": verdict.claim_id,
        "version": verdict.version,
        "revision": verdict.revision,
        "rating": verdict.rating.slug,
        "summary": verdict.summary,
        "explanation": verdict.explanation,
        "true_as_of": verdict.true_as_of.isoformat(),
        "no_evidence_reason": verdict.no_evidence_reason,
        "correction_note": verdict.correction_note,
        "correction_kind": verdict.correction_kind,
    }
