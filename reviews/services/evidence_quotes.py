"""The passage that evidence quotes, chosen anew from the copy of its page."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from claims.evidence.chosen_words import span_of_words
from claims.models import Evidence, PageWatch, QuoteFound
from claims.services.copy_quotes import copy_texts
from claims.services.evidence import LIMITS, check_may_work
from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from factcheck.texts import check_text
from reviews.models import ReviewStatus, Verdict
from reviews.services.recusals import check_claim_recusals
from reviews.services.stale_writes import stale_write


def evidence_quote(*, evidence: Evidence, actor: User, quote: str, based_on: str) -> Evidence:
    """Quote other words of the copy, as the copy has them; `based_on` is what was quoted so far.

    It changes what a draft of a verdict rests on, as adding evidence does. Raises InvalidInput
    naming `quote` for words the copy has not, Stale when the quotation changed meanwhile, and what
    `check_may_quote` raises.
    """
    check_text("quote", quote, limit=LIMITS["quote"])
    try:
        with transaction.atomic():
            claim_lock(claim_id=evidence.claim_id)
            rows = Evidence.objects.select_for_update(no_key=True, of=("self",))
            row = rows.select_related("copy").get(pk=evidence.pk)
            check_may_quote(evidence=row, actor=actor)
            before, row.quote = row.quote, _as_copied(row, quote)
            if _plain(before) not in (_plain(based_on), _plain(row.quote)):
                raise stale_write(row=row, typed={"quote": quote}, current={"quote": before})
            if row.quote != before:
                _save(row, before, actor)
    except IntegrityError as error:
        message = _("This source with this passage is on the claim already.")
        raise InvalidInput("quote", message, code="duplicate") from error
    return row


def check_may_quote(*, evidence: Evidence, actor: User) -> None:
    """Raise NotAllowed or WrongState unless `actor` may choose the quotation of this evidence.

    Those may who may remove it, while no review handed in cites it and no verdict that rests on it
    was signed off: those stand by the passage they have read.
    """
    check_may_work(actor)
    if evidence.added_by_id != actor.pk and Role.EDITOR not in actor.roles:
        message = _("Somebody else added this. Ask them, or an editor, to choose the quotation.")
        raise NotAllowed(message, code="is_adder")
    check_claim_recusals(claim_id=evidence.claim_id, actor=actor)
    if evidence.removed_at is not None:
        raise WrongState(_("This evidence was removed already."))
    if evidence.copy_id is None:
        raise WrongState(_("No copy of this page is kept."), code="no_copy")
    if _is_rested_on(evidence):
        message = _(
            "A review or a verdict rests on this quotation. "
            "Add the other passage as evidence of its own."
        )
        raise WrongState(message, code="cited")


def _is_rested_on(evidence: Evidence) -> bool:
    signed_off = Q(signed_off_at__gte=evidence.added_at) | Q(published_at__gte=evidence.added_at)
    return (
        evidence.reviews.filter(status=ReviewStatus.SUBMITTED).exists()
        or Verdict.objects.filter(signed_off, claim=evidence.claim_id).exists()
    )


def _as_copied(evidence: Evidence, quote: str) -> str:
    """Return the passage as the copy has it, whatever blanks and case it was typed with."""
    if not quote.strip():
        raise InvalidInput("quote", _("Give the words to quote."))
    for text in copy_texts(evidence.copy) if evidence.copy else ():
        span = span_of_words(text, quote)
        if span is not None:
            return span.of(text)
    message = _("These words are not in the copy. Copy them from its text.")
    raise InvalidInput("quote", message, code="not_found")


def _save(row: Evidence, before: str, actor: User) -> None:
    """Store the new passage. Looks at the page so far were for another one: they start anew."""
    row.save(update_fields=["quote"])
    PageWatch.objects.filter(evidence=row).update(
        quote_found=QuoteFound.EXACT, latest=None, gone_times=0
    )
    record(
        actor=actor, action="evidence.quote", target=row,
        before={"quote": before}, after={"quote": row.quote},
    )  # fmt: skip


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
