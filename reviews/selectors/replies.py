"""Who was asked for comment on a claim, and whether that is enough to publish."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from claims.models import Claim
from factcheck.accounts.models import User
from reviews.domain.content import ReplyContent
from reviews.domain.reply import (
    Asked,
    Outcome,
    Step,
    is_pending,
    named_in,
    reply_is_settled,
    reply_is_wanted,
)
from reviews.models import (
    Handover,
    QueueItem,
    ReplyRequest,
    ReplyWaiver,
    Review,
    ReviewStatus,
    Verdict,
)
from reviews.selectors.one_reading import read_once
from reviews.selectors.secret_reviews import secret_drafts


@dataclass(frozen=True, slots=True)
class ReplyStanding:
    """How the right of reply stands for an item.

    `named` are those the claim names or quotes; `wanted` says that the verdict goes against them,
    which nobody knows before there is one. `requests` are all on the claim; `pending` counts those
    of this pass. `alone` are the ids of those that nobody but the author of the verdict asked,
    tried and noted the outcome of: whoever signs off should know. To whoever may not read the draft
    yet it is as if there were none.
    """

    named: Sequence[str]
    wanted: bool
    settled: bool
    requests: Sequence[ReplyRequest]
    pending: int
    alone: frozenset[int]
    waiver: ReplyWaiver | None


def claim_replies(claim: Claim) -> list[ReplyRequest]:
    """Return the requests on a claim with their attempts, oldest first."""
    requests = ReplyRequest.objects.filter(claim=claim).select_related(
        "asked_by", "noted_by", "evidence"
    )
    return list(requests.prefetch_related("attempts__by").order_by("id"))


def reply_standing(item: QueueItem, reader: User) -> ReplyStanding:
    """Return how the right of reply stands for `item` now, as far as `reader` may know."""
    drafted = Verdict.objects.filter(item=item).exclude(secret_drafts(reader))
    return standing_beside(item, drafted.select_related("rating__scale").first())


def standing_beside(
    item: QueueItem, verdict: Verdict | None, *, has_requests: bool = True
) -> ReplyStanding:
    """Return the same for whoever may read `verdict` (None: there is none to be read).

    `has_requests` is False for whoever knows that nobody was asked.
    """
    named = named_in(item.claim.text, item.claim.speaker)
    wanted = verdict is not None and reply_is_wanted(named, _step(verdict))
    requests, now = claim_replies(item.claim) if has_requests else [], timezone.now()
    waiver = item_waiver(item.pk) if verdict is not None else None
    asked = _asked_in_pass(item.claim_id, item.pk) if requests else []
    return ReplyStanding(
        named=named,
        wanted=wanted,
        settled=reply_is_settled(wanted=wanted, asked=asked, waived=waiver is not None, now=now),
        requests=requests,
        pending=sum(is_pending(each, now) for each in asked),
        alone=frozenset(each.pk for each in requests if verdict and _is_alone(each, verdict)),
        waiver=waiver,
    )


def _is_alone(request: ReplyRequest, verdict: Verdict) -> bool:
    people = {request.asked_by_id, request.noted_by_id}
    people |= {attempt.by_id for attempt in request.attempts.all()}
    return people == {verdict.author_id}


def verdict_reply_is_settled(verdict: Verdict) -> bool:
    """Return whether nothing about replies stands in the way of publishing `verdict`."""
    return reply_is_settled(
        wanted=reply_is_wanted(named_in(verdict.claim.text, verdict.claim.speaker), _step(verdict)),
        asked=_asked_in_pass(verdict.claim_id, verdict.item_id),
        waived=item_waiver(verdict.item_id) is not None,
        now=timezone.now(),
    )


@read_once
def item_waiver(item_id: int) -> ReplyWaiver | None:
    """Return the editor's reason for not waiting, if there is one that counts.

    It does not when the editor reviewed the claim or wrote on the verdict since, by a handover
    say: nobody decides on their own work.
    """
    waivers = ReplyWaiver.objects.filter(item=item_id).select_related("by")
    reviews = Review.objects.filter(
        item=item_id, reviewer=OuterRef("by"), status=ReviewStatus.SUBMITTED
    )
    for_own_work = (
        Exists(reviews),
        Exists(Verdict.objects.filter(item=item_id, author=OuterRef("by"))),
        Exists(Handover.objects.filter(verdict__item=item_id, former=OuterRef("by"))),
    )
    return waivers.filter(*(~each for each in for_own_work)).first()


def verdict_replies(verdict: Verdict) -> list[ReplyContent]:
    """Return what readers of `verdict` would learn now of who was asked; oldest first.

    It says the same at any time: the deadline passing alone must not void a sign-off.
    """
    shown = [_shown(request) for request in _requests(verdict.claim_id)]
    waiver = item_waiver(verdict.item_id)
    if waiver is not None:
        names = named_in(verdict.claim.text, verdict.claim.speaker)
        shown.append(ReplyContent(", ".join(names), "", "waived", "", "", waiver.reason))
    return shown


def _shown(request: ReplyRequest) -> ReplyContent:
    is_open = request.outcome == Outcome.WAITING
    return ReplyContent(
        name=request.name,
        role=request.role,
        state=Outcome.NO_ANSWER.value if is_open else request.outcome,
        asked_on=_day(request.asked_at),
        due_on=_day(request.deadline),
        text=request.answer,
    )


def _day(moment: datetime.datetime) -> str:
    """Return the day in the desk's own time zone, whoever looks."""
    return moment.astimezone(timezone.get_default_timezone()).date().isoformat()


@read_once
def _requests(claim_id: int) -> list[ReplyRequest]:
    return list(ReplyRequest.objects.filter(claim=claim_id))


@read_once
def _asked_in_pass(claim_id: int, item_id: int) -> list[Asked]:
    """Return who was asked in this pass of the claim through the queue.

    A correction asks anew: what somebody said, or did not say, of an earlier verdict is no answer
    to another one. Before the first pass there was none that could be meant.
    """
    entered = QueueItem.objects.filter(pk=item_id).values("entered_at")
    earlier = QueueItem.objects.filter(claim=claim_id, pk__lt=item_id)
    requests = ReplyRequest.objects.filter(
        Q(asked_at__gte=Subquery(entered)) | ~Exists(earlier), claim=claim_id
    )
    rows = requests.values_list("outcome", "deadline")
    return [Asked(Outcome(outcome), deadline) for outcome, deadline in rows]


def _step(verdict: Verdict) -> Step:
    scale = verdict.rating.scale
    return Step(verdict.rating.number, scale.worst, scale.best)
