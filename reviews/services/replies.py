"""Asking for comment: who was asked and tried again, and what came of it.

Whoever is recused from the claim does none of it: what is noted here decides when a verdict may be
published, and what readers are told of the person it goes against.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, Evidence
from claims.models.evidence import EvidenceKind, Stance
from claims.services.evidence import evidence_add
from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.centuries import is_within_centuries
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from factcheck.texts import check_text
from reviews.domain.reply import Outcome
from reviews.domain.states import REVIEWERS
from reviews.models import Channel, ReplyAttempt, ReplyRequest
from reviews.services.recusals import check_claim_recusals
from reviews.services.stale_writes import stale_write

MAX_NAME, MAX_TEXT = 200, 20_000


@dataclass(frozen=True, slots=True)
class Contact:
    """One time somebody is tried. `at` None is now; `address` stays in the desk."""

    channel: str
    address: str = ""
    note: str = ""
    at: datetime.datetime | None = None


def reply_ask(
    *,
    claim: Claim,
    actor: User,
    name: str,
    question: str,
    contact: Contact,
    role: str = "",
    deadline: datetime.datetime | None = None,
) -> ReplyRequest:
    """Note that somebody was asked for comment; `deadline` None is REPLY_HOURS after asking.

    They have REPLY_HOURS_LEAST from now; an editor may count those from the contact instead, whose
    note then says why. Raises InvalidInput naming the field, NotAllowed for whoever does not
    review.
    """
    _may_work(actor)
    _check_contact(contact)
    now = timezone.now()
    asked_at = contact.at or now
    request = ReplyRequest(
        claim=claim, name=name.strip(), role=role.strip(), question=question.strip(),
        asked_at=asked_at, asked_by=actor,
        deadline=deadline or max(asked_at + _hours(settings.REPLY_HOURS), now + _least()),
    )  # fmt: skip
    _check_request(request)
    counts_from_contact = Role.EDITOR in actor.roles and contact.note.strip()
    _check_deadline(request, since=asked_at if counts_from_contact else now)
    with transaction.atomic():
        claim_lock(claim_id=claim.pk)
        check_claim_recusals(claim_id=claim.pk, actor=actor)
        request.save()
        _attempt(request, actor, contact)
        record(actor=actor, action="reply.ask", target=request, after=reply_shown(request))
    return request


def reply_try_again(*, request: ReplyRequest, actor: User, contact: Contact) -> ReplyAttempt:
    """Note another attempt to reach the same person."""
    _may_work(actor)
    _check_contact(contact)
    with transaction.atomic():
        claim_lock(claim_id=request.claim_id)
        check_claim_recusals(claim_id=request.claim_id, actor=actor)
        attempt = _attempt(request, actor, contact)
        record(
            actor=actor, action="reply.try_again", target=request,
            after={"channel": attempt.channel, "at": attempt.at.isoformat()},
        )  # fmt: skip
    return attempt


def reply_note(
    *,
    request: ReplyRequest,
    actor: User,
    outcome: str,
    based_on: int,
    answer: str = "",
    answered_at: datetime.datetime | None = None,
) -> ReplyRequest:
    """Note what came of asking; `based_on` is the version that was looked at.

    Raises Stale when somebody noted something since, InvalidInput naming the field, WrongState
    when the answer is among the evidence already.
    """
    _may_work(actor)
    _check_answer(outcome, answer, answered_at)
    with transaction.atomic():
        claim_lock(claim_id=request.claim_id)
        check_claim_recusals(claim_id=request.claim_id, actor=actor)
        row = ReplyRequest.objects.select_for_update(no_key=True).get(pk=request.pk)
        if row.version != based_on:
            typed = {"outcome": outcome, "answer": answer.strip()}
            raise stale_write(row=row, typed=typed, current=reply_shown(row))
        if row.evidence_id:
            raise WrongState(_("The answer is among the evidence. It stays as it is."))
        before = reply_shown(row)
        is_answer = outcome == Outcome.ANSWERED
        row.outcome, row.answer = outcome, answer.strip() if is_answer else ""
        row.answered_at = (answered_at or timezone.now()) if is_answer else None
        row.noted_by = actor
        row.version += 1
        row.save()
        record(actor=actor, action="reply.note", target=row, before=before, after=reply_shown(row))
    return row


def reply_to_evidence(*, request: ReplyRequest, actor: User) -> Evidence:
    """Put an answer among the evidence of its claim, as context in the person's own words."""
    with transaction.atomic():
        claim = claim_lock(claim_id=request.claim_id)
        check_claim_recusals(claim_id=claim.pk, actor=actor)
        row = ReplyRequest.objects.select_for_update(no_key=True).get(pk=request.pk)
        if row.outcome != Outcome.ANSWERED or row.evidence_id:
            raise WrongState(_("There is no answer that is not among the evidence already."))
        page = reverse("verdict-detail", args=[row.claim_id])
        row.evidence = evidence_add(
            claim=claim, actor=actor, url=f"{settings.SITE_URL}{page}#replies",
            publisher=row.name, title=_("Answer to our questions"), quote=row.answer,
            stance=Stance.CONTEXT, kind=EvidenceKind.PRIMARY,
        )  # fmt: skip
        row.version += 1
        row.save(update_fields=["evidence", "version"])
        record(
            actor=actor, action="reply.to_evidence", target=row,
            after={"evidence": row.evidence.pk},
        )  # fmt: skip
    return row.evidence


def reply_shown(request: ReplyRequest) -> dict[str, object]:
    """Return what is stored of a request, as the API and the audit log name it."""
    return {
        "version": request.version,
        "name": request.name,
        "role": request.role,
        "deadline": request.deadline.isoformat(),
        "outcome": request.outcome,
        "answer": request.answer,
    }


def _attempt(request: ReplyRequest, actor: User, contact: Contact) -> ReplyAttempt:
    return ReplyAttempt.objects.create(
        request=request, channel=contact.channel, address=contact.address.strip(),
        note=contact.note.strip(), by=actor, at=contact.at or timezone.now(),
    )  # fmt: skip


def _may_work(actor: User) -> None:
    if not REVIEWERS & actor.roles:
        raise NotAllowed(_("Asking for comment is for fact-checkers and editors."), code="role")


def _check_request(request: ReplyRequest) -> None:
    _check_text("name", request.name, limit=MAX_NAME)
    _check_text("question", request.question)
    check_text("role", request.role, limit=MAX_NAME)
    _check_century("deadline", request.deadline)


def _check_deadline(request: ReplyRequest, *, since: datetime.datetime) -> None:
    # Else whoever wrote a verdict could note a contact of last week with a deadline of today, and
    # the verdict would wait for nobody.
    if request.deadline < since + _least():
        message = _(
            "Give them time: at least %(hours)s h from now. An editor may count from an earlier"
            " contact, with a note that says why."
        )
        raise InvalidInput("deadline", message % {"hours": settings.REPLY_HOURS_LEAST})


def _least() -> datetime.timedelta:
    return _hours(settings.REPLY_HOURS_LEAST)


def _hours(hours: int) -> datetime.timedelta:
    return datetime.timedelta(hours=hours)


def _check_contact(contact: Contact) -> None:
    if contact.channel not in Channel.values:
        raise InvalidInput("channel", _("Choose how they were asked."))
    check_text("address", contact.address, limit=300)
    check_text("note", contact.note, limit=MAX_TEXT)
    if contact.at is not None:
        _check_past("at", contact.at)


def _check_answer(outcome: str, answer: str, answered_at: datetime.datetime | None) -> None:
    if outcome not in set(Outcome):
        raise InvalidInput("outcome", _("Choose what came of it."))
    check_text("answer", answer, limit=MAX_TEXT)
    if outcome == Outcome.ANSWERED:
        _check_text("answer", answer)
    if answered_at is not None:
        _check_past("answered_at", answered_at)


def _check_past(field: str, moment: datetime.datetime) -> None:
    _check_century(field, moment)
    if moment > timezone.now():
        raise InvalidInput(field, _("This time has not come yet."))


def _check_century(field: str, moment: datetime.datetime) -> None:
    # A reader east of Greenwich could not be shown the last hours of the year 9999.
    if not is_within_centuries(moment):
        raise InvalidInput(field, _("Choose a year from 1600 to 2200."))


def _check_text(field: str, value: str, *, limit: int = MAX_TEXT) -> None:
    if not value.strip():
        raise InvalidInput(field, _("Write something here."))
    check_text(field, value, limit=limit)
