"""Recusals are declared and ended. What was declared once stays on record."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Source
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from factcheck.texts import check_text
from reviews.domain.guards import GUARDS
from reviews.domain.recusal import Kind, declaring, ending
from reviews.domain.states import REVIEWERS, Refusal
from reviews.models import QueueItem, Recusal, Tag
from reviews.selectors.claim_items import newest_item
from reviews.selectors.recusals import is_recused
from reviews.services.assignments import assignment_check

MAX_TEXT, MIN_TEXT, MAX_REASON = 200, 2, 2000


@dataclass(frozen=True, slots=True)
class RecusalFrom:
    """From what: a tag, an outlet, or a word or speaker's name in `text`, as `kind` says."""

    kind: Kind
    tag: Tag | None = None
    source: Source | None = None
    text: str = ""


def recusal_from(*, kind: Kind, text: str) -> RecusalFrom:
    """Return what a person means who typed `text`: a tag or an outlet goes by its whole name.

    Raises InvalidInput naming `text` when there is no tag or outlet of that name.
    """
    check_text("text", text, limit=MAX_TEXT)
    name = text.strip()
    if kind == Kind.TAG:
        tag = Tag.objects.filter(name__iexact=name).first()
        if tag is None:
            raise InvalidInput("text", _("There is no such tag."))
        return RecusalFrom(kind, tag=tag)
    if kind == Kind.SOURCE:
        source = Source.objects.filter(name__iexact=name).first()
        if source is None:
            raise InvalidInput("text", _("There is no outlet of this name. Write it in full."))
        return RecusalFrom(kind, source=source)
    return RecusalFrom(kind, text=name)


def recusal_declare(*, actor: User, person: User, what: RecusalFrom, reason: str) -> Recusal:
    """Declare that `person` has no part in `what`; it holds from now on, for what they hold too.

    What is assigned to them and concerned by it is assigned to nobody then.
    Raises NotAllowed by the rules of `reviews.domain.recusal`, InvalidInput naming the field.
    """
    _permit(declaring(actor.roles, for_oneself=actor.pk == person.pk))
    _check(person, what, reason)
    recusal = Recusal(
        person=person,
        kind=what.kind,
        tag=what.tag if what.kind == Kind.TAG else None,
        source=what.source if what.kind == Kind.SOURCE else None,
        text=what.text.strip() if what.kind in (Kind.WORD, Kind.SPEAKER) else "",
        reason=reason.strip(),
        declared_by=actor,
    )
    try:
        with transaction.atomic():
            # Else "take next" would keep them for this person, who is not given them any more.
            assigned = QueueItem.objects.filter(assignee=person, closed_at__isnull=True)
            items = list(assigned.order_by("pk").select_for_update(no_key=True))
            recusal.save()
            record(actor=actor, action="recusal.declare", target=recusal, after=_noted(recusal))
            for item in items:
                assignment_check(item=item, actor=actor)
    except IntegrityError as error:
        raise InvalidInput("kind", _("This recusal is declared already.")) from error
    return recusal


def recusal_end(*, recusal: Recusal, actor: User) -> Recusal:
    """End a recusal from now on; the row stays. Raises WrongState when it has ended already."""
    with transaction.atomic():
        row = Recusal.objects.select_for_update(no_key=True).get(pk=recusal.pk)
        own_word = row.declared_by_id == actor.pk
        _permit(ending(actor.roles, for_oneself=row.person_id == actor.pk, own_word=own_word))
        if row.ended_at is not None:
            raise WrongState(_("This recusal has ended already."))
        row.ended_by, row.ended_at = actor, timezone.now()
        row.save(update_fields=["ended_by", "ended_at"])
        record(actor=actor, action="recusal.end", target=row, before=_noted(row))
    return row


def check_claim_recusals(*, claim_id: int, actor: User) -> None:
    """Raise NotAllowed `is_not_recused` for whoever is recused from the claim as it stands now.

    For what is done to a claim and not to one of its queue items: the newest of them counts.
    """
    newest = newest_item(claim_id)
    if newest is not None and is_recused(newest, actor):
        rule = GUARDS["is_not_recused"]
        raise NotAllowed(_(rule.message), code="is_not_recused")


def _permit(refusal: Refusal | None) -> None:
    if refusal:
        raise NotAllowed(_(refusal.message), code=refusal.rule)


def _check(person: User, what: RecusalFrom, reason: str) -> None:
    check_text("reason", reason, limit=MAX_REASON)
    check_text("text", what.text, limit=MAX_TEXT)
    if not reason.strip():
        raise InvalidInput("reason", _("Say why; editors alone read it."))
    if not person.roles & REVIEWERS:
        raise InvalidInput("person", _("This person reviews nothing. Choose somebody who does."))
    if what.kind == Kind.TAG and what.tag is None:
        raise InvalidInput("tag", _("Choose a tag."))
    if what.kind == Kind.SOURCE and what.source is None:
        raise InvalidInput("source", _("Choose an outlet."))
    if what.kind in (Kind.WORD, Kind.SPEAKER) and len(what.text.strip()) < MIN_TEXT:
        raise InvalidInput("text", _("Write at least two characters: one occurs everywhere."))


def _noted(recusal: Recusal) -> dict[str, object]:
    """Return what the audit log keeps. Not the reason: more people read the log than may know."""
    return {
        "person": recusal.person_id,
        "kind": recusal.kind,
        "tag": recusal.tag_id,
        "source": recusal.source_id,
        "text": recusal.text,
    }
