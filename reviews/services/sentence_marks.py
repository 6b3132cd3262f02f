"""A reviewer marks a sentence the machine missed, or one it should not have raised.

Each mark is kept as an example by which the machine is measured. A sentence marked as missed goes
the machine's own way from there: it appears, is matched with known claims, and enters the queue.
"""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Appearance, Claim, Evidence, MarkLabel, Sentence, SentenceMark, Stage
from claims.selectors.sentence_marks import (
    appearance_of,
    claim_raised_by,
    claim_sentence,
    mark_of,
    marks_on,
)
from claims.services.locks import article_lock
from claims.services.sentence_marks import (
    appearance_raise,
    article_resume,
    mark_set,
    mark_withdraw,
)
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import NotAllowed, WrongState
from factcheck.texts import check_text
from reviews.domain.dismissals import Why
from reviews.domain.states import REVIEWERS, State
from reviews.models import QueueItem, QueueReason
from reviews.selectors.claim_items import newest_item
from reviews.services.dismissals import item_dismiss, item_restore, standing_line
from reviews.services.moves import MAX_NOTE, item_lock


def sentence_raise(*, sentence: Sentence, actor: User) -> SentenceMark:
    """Say that a sentence should be checked. Saying it twice leaves the same rows.

    The machine matches and queues it next; a claim the desk dismissed comes back. Raises
    NotAllowed for whoever may not review.
    """
    check_marker(actor)
    with transaction.atomic():
        article = article_lock(article_id=sentence.article_id)
        current = mark_of(sentence, actor)
        if current is not None and current.label == MarkLabel.CHECK:
            return current
        mark = mark_set(sentence=sentence, article=article, actor=actor, label=MarkLabel.CHECK)
        appearance = appearance_raise(sentence=sentence, article=article)
        item = _item(appearance)
        if item is not None and item.state == State.DISMISSED:
            item_restore(item=item, actor=actor)
        article_resume(article=article, stage=Stage.MATCH)
        _record(mark, actor)
    return mark


def sentence_reject(*, sentence: Sentence, actor: User, note: str) -> SentenceMark:
    """Say that a sentence in the queue is no claim, with the reason: its claim is dismissed.

    Saying it twice leaves the same rows. Raises NotAllowed for whoever may not review, WrongState
    when the sentence is not in the queue, when no reason is given, or when the table of states
    refuses to dismiss (somebody holds it; it is published), and InvalidInput for an odd note.
    """
    check_marker(actor)
    check_text("note", note, limit=MAX_NOTE)
    with transaction.atomic():
        article = article_lock(article_id=sentence.article_id)
        current = mark_of(sentence, actor)
        if current is not None and current.label == MarkLabel.NO_CLAIM:
            return current
        item = _item_of_raised(appearance_of(sentence))
        if not note.strip():
            raise WrongState(_("Give a reason."), code="gives_note")
        mark = mark_set(
            sentence=sentence,
            article=article,
            actor=actor,
            label=MarkLabel.NO_CLAIM,
            note=note.strip(),
        )
        if item.state != State.DISMISSED:
            item_dismiss(item=item, actor=actor, note=note, why=Why.MACHINE_ERROR)
        _record(mark, actor)
    return mark


def claim_reject(*, claim: Claim, actor: User, note: str) -> SentenceMark:
    """Say that the sentence a claim was first made in is none; as `sentence_reject`."""
    sentence = claim_sentence(claim)
    if sentence is None:
        raise WrongState(
            _("No sentence is on record for this claim. Dismiss it instead."), code="no_sentence"
        )
    return sentence_reject(sentence=sentence, actor=actor, note=note)


def mark_take_back(*, sentence: Sentence, actor: User) -> SentenceMark | None:
    """Take one's own mark back, with what it did; None when there is none.

    What a mark put into the queue leaves it again; what it dismissed comes back. Raises WrongState
    when somebody has worked on what it put there: then the workspace is the place to dismiss it.
    """
    with transaction.atomic():
        article = article_lock(article_id=sentence.article_id)
        mark = mark_of(sentence, actor)
        if mark is None:
            return None
        mark_withdraw(mark=mark)
        if all(other.label != mark.label for other in marks_on(sentence).values()):
            if mark.label == MarkLabel.CHECK:
                _lower(appearance_of(sentence), actor)
            else:
                _bring_back(appearance_of(sentence), mark)
            article_resume(article=article, stage=Stage.QUEUE)
        record(actor=actor, action="mark.withdraw", target=mark, before={"label": str(mark.label)})
    return mark


def _lower(appearance: Appearance | None, actor: User) -> None:
    """Undo what marking the sentence did, now that nobody's mark asks for it any more."""
    item = item_lock(item_id=_item_of_raised(appearance).pk)
    if _is_all_there_is(appearance, item) and item.state != State.DISMISSED:
        if _is_worked_on(item):
            raise WrongState(
                _("Somebody has worked on this claim. Dismiss it in its workspace instead."),
                code="worked_on",
            )
        item_dismiss(item=item, actor=actor, why=Why.MARK_WITHDRAWN)
    if not claim_raised_by(item.claim):
        QueueReason.objects.filter(item=item, kind=QueueReason.Kind.BY_HAND).delete()


def _is_all_there_is(appearance: Appearance | None, item: QueueItem) -> bool:
    """Return whether the claim is there only because people marked this one sentence."""
    if appearance is None or appearance.sentence is None or appearance.sentence.selected:
        return False
    return not item.claim.appearances.exclude(pk=appearance.pk).exists()


def _is_worked_on(item: QueueItem) -> bool:
    return (
        item.state != State.QUEUED
        or item.leases.exists()
        or Evidence.objects.filter(claim=item.claim_id).exists()
    )


def _bring_back(appearance: Appearance | None, mark: SentenceMark) -> None:
    """Restore the claim if it was this mark that dismissed it, not its maker at another time."""
    item = item_lock(item_id=_item_of_raised(appearance).pk)
    line = standing_line(item).filter(by=mark.by, why=Why.MACHINE_ERROR, at__gte=mark.at)
    if line.exists():
        item_restore(item=item, actor=mark.by)


def _item(appearance: Appearance | None) -> QueueItem | None:
    """Return where the desk works on the claim of an appearance, once it has been placed."""
    claim = appearance.claim if appearance else None
    return newest_item(claim.merged_into_id or claim.pk) if claim else None


def _item_of_raised(appearance: Appearance | None) -> QueueItem:
    if appearance is None:
        raise WrongState(
            _("This sentence was not raised; there is nothing to dismiss."), code="not_raised"
        )
    item = _item(appearance)
    if item is None:
        raise WrongState(
            _("The machine is placing this sentence in the queue. Try again in a moment."),
            code="being_placed",
        )
    return item


def check_marker(actor: User) -> None:
    """Raise NotAllowed for whoever may not review."""
    if not REVIEWERS & actor.roles:
        raise NotAllowed(_("Only fact-checkers and editors mark sentences."), code="role")


def _record(mark: SentenceMark, actor: User) -> None:
    record(
        actor=actor,
        action="mark.add",
        target=mark,
        after={
            "article": mark.article_id,
            "start": mark.start,
            "end": mark.end,
            "label": str(mark.label),
        },
        note=mark.note,
    )
