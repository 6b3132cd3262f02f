"""What is true of an item and a person: the facts the table of states decides by."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.prepared import rows
from reviews.domain.correction import fits_rating
from reviews.domain.guards import Situation
from reviews.domain.states import MACHINE, Event, State, open_events
from reviews.models import QueueItem, Verdict, VerdictStatus
from reviews.selectors.comments import has_told_secrets
from reviews.selectors.contents import standing_evidence, verdict_hash
from reviews.selectors.origins import verdict_origins
from reviews.selectors.replies import verdict_reply_is_settled

PUT_ASIDE = (State.DISMISSED, State.MERGED)
WITHDRAWABLE = (State.SECOND_REVIEW, State.SIGN_OFF)
BEFORE_A_VERDICT = (State.QUEUED, State.REOPENED, State.IN_REVIEW)
# Every move asks for these. One statement, and not in Django's words: writing them took longer than
# finding them.
FACTS = """
SELECT lease.reviewer_id, lease.expires_at, reviews_is_recused(item.id, %(person)s), (
    SELECT coalesce(json_agg(json_build_array(reviewer_id, rating_id, is_adjudication)), '[]')
    FROM reviews_review WHERE item_id = item.id AND status = 'submitted'), EXISTS (
    SELECT FROM reviews_verdict
    WHERE claim_id = item.claim_id AND status IN ('draft', 'published'))
FROM reviews_queueitem item
    LEFT JOIN reviews_lease lease ON lease.item_id = item.id AND lease.ended_at IS NULL
WHERE item.id = %(item)s"""


def situation_of(item: QueueItem, actor: User | None) -> Situation:
    """Return the facts about `item` as they are now for `actor` (None: the machine)."""
    asked = {"item": item.pk, "person": actor.pk if actor else None}
    [(holder, expires_at, is_recused, reviews, is_judged)] = rows(FACTS, asked)
    ratings = {rating for _by, rating, is_adjudication in reviews if not is_adjudication}
    # Before the first review there is no verdict, and every take would look for one.
    has_verdict = item.state not in BEFORE_A_VERDICT
    verdict = _judged(item.pk) if has_verdict else None
    has_reviewed = actor is not None and any(by == actor.pk for by, *_said in reviews)
    running = holder is not None and expires_at > timezone.now()
    return Situation(
        roles=frozenset({MACHINE} if actor is None else actor.roles),
        is_leased=holder is not None,
        holds_lease=holder is not None and (actor is None or (running and holder == actor.pk)),
        has_reviewed=has_reviewed,
        was_just_submitted=has_reviewed
        and len(reviews) == 1
        and item.state in WITHDRAWABLE
        and _was_just_submitted(item, actor),
        is_recused=is_recused,
        is_author=verdict is not None and actor is not None and verdict.author_id == actor.pk,
        has_written=verdict is not None
        and actor is not None
        and verdict.handovers.filter(Q(former=actor) | Q(author=actor)).exists(),
        reviews_in=len(reviews),
        reviews_wanted=item.reviews_wanted,
        ratings_agree=len(ratings) <= 1,
        is_latest=item.closed_at is None or not _was_followed(item),
        was_reopened=item.state in PUT_ASIDE and _was_reopened(item),
        is_judged=is_judged,
        **(_of_verdict(verdict) if verdict else {}),
    )


def _judged(item_id: int) -> Verdict | None:
    """Return the verdict of an item with what its hash covers."""
    verdicts = Verdict.objects.select_related("claim", "rating__scale").defer("claim__vector")
    return verdicts.filter(item=item_id).first()


def may_withdraw(item: QueueItem, person: User) -> bool:
    """Return whether `person` may take their review of `item` back now."""
    return Event.WITHDRAW in open_events(State(item.state), situation_of(item, person))


def _was_just_submitted(item: QueueItem, actor: User | None) -> bool:
    """Return whether the last that happened to the item is that `actor` handed in its review, and
    nothing that was hidden from them until then could be read since.
    """
    last = item.moves.order_by("-id").first()
    since = timezone.now() - datetime.timedelta(seconds=settings.WITHDRAW_SECONDS)
    return (
        actor is not None
        and last is not None
        and last.by_id == actor.pk
        and (last.event, last.from_state) == (Event.SUBMIT, State.IN_REVIEW)
        and last.at > since
        and not has_told_secrets(item, actor)
    )


def _was_followed(item: QueueItem) -> bool:
    """Return whether the claim came back. Ask it of closed items: an open one is the last."""
    return QueueItem.objects.filter(claim=item.claim_id, pk__gt=item.pk).exists()


def _was_reopened(item: QueueItem) -> bool:
    """Return whether the item waited as a reopened one when it was dismissed or merged last."""
    put_aside = item.moves.filter(event__in=(Event.DISMISS, Event.MERGE)).order_by("id").last()
    return put_aside is not None and put_aside.from_state == State.REOPENED


def _of_verdict(verdict: Verdict) -> dict[str, bool]:
    enough, before = verdict_origins(verdict).are_enough, _rating_before(verdict)
    signed_off = verdict.signed_off_hash == verdict_hash(verdict)
    return {
        "has_evidence": bool(verdict.no_evidence_reason.strip())
        or bool(standing_evidence(verdict.claim_id)),
        "signed_off": signed_off,
        "is_current": verdict.status == VerdictStatus.PUBLISHED,
        "is_correction": before is not None,
        "says_what_changed": bool(verdict.correction_note.strip() and verdict.correction_kind),
        "kind_fits_rating": fits_rating(
            verdict.correction_kind, rating_changed=before not in (None, verdict.rating_id)
        ),
        "origins_are_enough": enough,
        "few_origins_are_known": enough or not signed_off or bool(verdict.one_origin_reason),
        "is_past_review_by": verdict.review_by is not None
        and verdict.review_by <= timezone.localdate(),
        "reply_is_settled": verdict_reply_is_settled(verdict),
    }


def _rating_before(verdict: Verdict) -> int | None:
    """Return the id of the rating of the version before; None for a first version."""
    if verdict.version == 1:
        return None
    earlier = Verdict.objects.filter(claim=verdict.claim_id, version__lt=verdict.version)
    return earlier.order_by("-version").values_list("rating_id", flat=True).first()
