"""What people of the desk write to each other about a claim."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, Evidence
from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import DeskError, InvalidInput, NotAllowed, TooMany, WrongState
from factcheck.texts import check_text
from reviews.domain.discussion import AT_ONCE, Said, deleting, editing, resolving, writing
from reviews.domain.states import Refusal
from reviews.models import Comment, Notification, QueueItem
from reviews.selectors.claim_items import newest_item
from reviews.selectors.comments import comments_readable_by, of_claim
from reviews.selectors.recusals import is_recused
from reviews.services.comment_notices import mentioned_people, notices_send
from reviews.services.comment_places import Place, Words, place_of
from reviews.services.stale_writes import stale_write

MAX_TEXT = 5000
KINDS: dict[str, type[DeskError]] = {
    "too_many": TooMany, "too_late": WrongState, "is_deleted": WrongState, "is_thread": WrongState,
}  # fmt: skip


def comment_add(
    *,
    claim: Claim,
    actor: User,
    text: str,
    thread: int | None = None,
    evidence: int | None = None,
    about: Words | None = None,
) -> Comment:
    """Write a comment: in answer to the thread with that id, about evidence, about words, or none.

    Whom it mentions and whom it answers are told, but for those recused from the claim. A thread
    that was resolved is taken up again by an answer. Raises InvalidInput naming the field, TooMany,
    NotAllowed for outsiders and people recused, WrongState for a claim that was never in the queue.
    """
    check_words(text)
    with transaction.atomic():
        item = _newest(claim_lock(claim_id=claim.pk))
        _permit(
            writing(actor.roles, is_recused=is_recused(item, actor), lately=_lately(actor)),
        )
        first = _thread(claim, actor, thread)
        comment = Comment.objects.create(
            claim=claim, item=item, author=actor, thread=first, text=text.strip(),
            evidence=_evidence(claim, evidence), **_placed(place_of(claim, about)),
            mentioned=[each.username for each in mentioned_people(text)],
        )  # fmt: skip
        notices_send(comment=comment)
        record(actor=actor, action="comment.add", target=comment, after=comment_shown(comment))
        if first is not None and first.resolved_at is not None:
            _resolve(first, None)
            record(actor=actor, action="comment.take_up", target=first)
    return comment


def comment_edit(*, comment: Comment, actor: User, text: str, based_on: int) -> Comment:
    """Change the text within 15 minutes of writing it; who is mentioned only now is told.

    Raises Stale when it was changed since version `based_on`, NotAllowed, WrongState, InvalidInput.
    """
    check_words(text)
    with transaction.atomic():
        row = _locked(comment)
        _permit(editing(_said(row, actor)))
        if row.version != based_on:
            typed = {"text": text.strip()}
            raise stale_write(row=row, typed=typed, current=comment_shown(row))
        before = comment_shown(row)
        row.text, row.edited_at = text.strip(), timezone.now()
        row.mentioned = [each.username for each in mentioned_people(text)]
        row.version += 1
        row.save(update_fields=["text", "edited_at", "mentioned", "version"])
        notices_send(comment=row)
        record(
            actor=actor, action="comment.edit", target=row, before=before, after=comment_shown(row)
        )
    return row


def comment_delete(*, comment: Comment, actor: User) -> Comment:
    """Take back what one wrote: the row stays and says so, and the audit log keeps the words."""
    with transaction.atomic():
        row = _locked(comment)
        _permit(deleting(_said(row, actor)))
        before = comment_shown(row)
        row.text, row.mentioned, row.deleted_at = "", [], timezone.now()
        row.version += 1
        row.save(update_fields=["text", "mentioned", "deleted_at", "version"])
        Notification.objects.filter(comment=row).delete()
        record(actor=actor, action="comment.delete", target=row, before=before)
    return row


def thread_resolve(*, comment: Comment, actor: User) -> Comment:
    """Mark a thread as dealt with. One that is resolved stays as it is."""
    return _set_resolved(comment, actor, resolved=True)


def thread_take_up(*, comment: Comment, actor: User) -> Comment:
    """Take a resolved thread up again. One that is open stays as it is."""
    return _set_resolved(comment, actor, resolved=False)


def comment_shown(comment: Comment) -> dict[str, Any]:
    """Return what is stored of a comment, as the audit log and a stale answer name it."""
    return {
        "claim": comment.claim_id,
        "thread": comment.thread_id,
        "evidence": comment.evidence_id,
        "article": comment.article_id,
        "start": comment.start,
        "end": comment.end,
        "quote": comment.quote,
        "text": comment.text,
        "version": comment.version,
    }


def check_words(text: str) -> None:
    """Raise InvalidInput unless `text` says something and can be kept."""
    check_text("text", text, limit=MAX_TEXT)
    if not text.strip():
        raise InvalidInput("text", _("Write something here."))


def _set_resolved(comment: Comment, actor: User, *, resolved: bool) -> Comment:
    with transaction.atomic():
        row = _locked(comment)
        _permit(resolving(actor.roles, _said(row, actor)))
        if (row.resolved_at is not None) == resolved:
            return row
        _resolve(row, actor if resolved else None)
        record(actor=actor, action=f"comment.{'resolve' if resolved else 'take_up'}", target=row)
    return row


def _resolve(thread: Comment, by: User | None) -> None:
    thread.resolved_at, thread.resolved_by = (timezone.now() if by else None), by
    thread.save(update_fields=["resolved_at", "resolved_by"])


def _newest(claim: Claim) -> QueueItem:
    """Return where the desk works on a locked claim: where the one works that it is merged into."""
    item = newest_item(claim.merged_into_id or claim.pk)
    if item is None:
        raise WrongState(_("This claim was never in the queue. There is nobody to talk to."))
    return item


def _locked(comment: Comment) -> Comment:
    claim_lock(claim_id=comment.claim_id)
    rows = Comment.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("author", "item").get(pk=comment.pk)


def _said(row: Comment, actor: User) -> Said:
    return Said(
        is_author=row.author_id == actor.pk,
        is_recused=is_recused(row.item, actor),
        is_deleted=row.deleted_at is not None,
        is_thread=row.thread_id is None,
        age=timezone.now() - row.written_at,
    )


def _lately(actor: User) -> int:
    return Comment.objects.filter(author=actor, written_at__gt=timezone.now() - AT_ONCE).count()


def _thread(claim: Claim, actor: User, pk: int | None) -> Comment | None:
    """Return the first comment of the thread, locked; an answer to an answer is in its thread."""
    if pk is None:
        return None
    answered = comments_readable_by(actor).filter(of_claim(claim.pk), pk=pk).first()
    if answered is None:
        raise InvalidInput("thread", _("There is no such comment on this claim."))
    rows = Comment.objects.select_for_update(no_key=True)
    return rows.get(pk=answered.thread_id or answered.pk)


def _evidence(claim: Claim, pk: int | None) -> Evidence | None:
    if pk is None:
        return None
    row = Evidence.objects.filter(of_claim(claim.pk), pk=pk, removed_at__isnull=True).first()
    if row is None:
        raise InvalidInput("evidence", _("There is no such evidence on this claim."))
    return row


def _placed(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    start, end = place.span.start, place.span.end
    return {"article": place.article, "start": start, "end": end, "quote": place.quote}


def _permit(refusal: Refusal | None) -> None:
    if refusal:
        raise KINDS.get(refusal.rule, NotAllowed)(_(refusal.message), code=refusal.rule)
