"""Evidence for, against or as context of a claim."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, Evidence, PageWatch
from claims.models.evidence import EvidenceKind, Stance
from claims.services.locks import claim_lock
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from factcheck.texts import check_text

_check_address = URLValidator(schemes=["http", "https"])
LIMITS = {"url": 2000, "publisher": 200, "title": 500, "quote": 20_000, "note": 20_000}


def evidence_add(
    *,
    claim: Claim,
    actor: User,
    url: str,
    stance: str,
    kind: str,
    publisher: str = "",
    title: str = "",
    quote: str = "",
    note: str = "",
) -> Evidence:
    """Add a row of evidence; a worker copies its page, which fills the title if it is empty.

    An empty publisher is the host, until the page names another; of our own pages it is the desk.
    Raises InvalidInput naming the field, NotAllowed for outsiders.
    """
    check_may_work(actor)
    evidence = Evidence(
        claim=claim, added_by=actor, url=url, publisher=publisher.strip(), stance=stance,
        kind=kind, title=title.strip(), quote=quote.strip(), note=note.strip(),
    )  # fmt: skip
    _check(evidence)
    is_own = url.startswith(f"{settings.SITE_URL}/")
    # Before any copy: without a publisher a verdict is not published, and the hash covers it.
    evidence.publisher = evidence.publisher or (settings.SITE_NAME if is_own else host_of(url))
    try:
        with transaction.atomic():
            claim_lock(claim_id=claim.pk)
            evidence.save()
            if not is_own:  # our own pages keep their versions
                PageWatch.objects.create(evidence=evidence, due_at=timezone.now())
            record(actor=actor, action="evidence.add", target=evidence, after=_shown(evidence))
    except IntegrityError as error:
        raise InvalidInput(
            "url", _("This source with this passage is on the claim already."), code="duplicate"
        ) from error
    return evidence


def evidence_remove(*, evidence: Evidence, actor: User) -> Evidence:
    """Mark a row as removed; what cited it can still show it. Raises WrongState if it was.

    Only whoever added it, or an editor: others' reviews may rest on it.
    """
    check_may_work(actor)
    if evidence.added_by_id != actor.pk and Role.EDITOR not in actor.roles:
        message = _("Somebody else added this. Ask them, or an editor, to remove it.")
        raise NotAllowed(message, code="is_adder")
    with transaction.atomic():
        claim_lock(claim_id=evidence.claim_id)
        row = Evidence.objects.select_for_update(no_key=True).get(pk=evidence.pk)
        if row.removed_at:
            raise WrongState(_("This evidence was removed already."))
        row.removed_at, row.removed_by = timezone.now(), actor
        row.save(update_fields=["removed_at", "removed_by"])
        record(actor=actor, action="evidence.remove", target=row, before=_shown(row))
    return row


def host_of(url: str) -> str:
    """Return who publishes a page at worst: its host, no longer than the field."""
    return (urlsplit(url).hostname or "")[: LIMITS["publisher"]]


def check_may_work(actor: User) -> None:
    """Raise NotAllowed for whoever neither checks nor edits."""
    if not {Role.FACT_CHECKER, Role.EDITOR} & actor.roles:
        raise NotAllowed(_("Evidence is for fact-checkers and editors."), code="role")


def _check(evidence: Evidence) -> None:
    if evidence.stance not in Stance.values:
        raise InvalidInput("stance", _("Choose for, against or context."))
    if evidence.kind not in EvidenceKind.values:
        raise InvalidInput("kind", _("Choose primary or secondary source."))
    for field, limit in LIMITS.items():
        check_text(field, getattr(evidence, field), limit=limit)
    if not evidence.url.startswith(("http://", "https://")):
        raise InvalidInput("url", _("The address has to start with http:// or https://."))
    if evidence.url.startswith(f"{settings.SITE_URL}/"):
        return  # the desk may live at a name without a dot
    try:
        _check_address(evidence.url)
    except ValidationError as error:  # "http://[::1": the worker could not even take it apart
        raise InvalidInput("url", _("This is no address of a page.")) from error


def _shown(evidence: Evidence) -> dict[str, object]:
    return {
        "claim": evidence.claim_id,
        "url": evidence.url,
        "publisher": evidence.publisher,
        "quote": evidence.quote,
        "stance": evidence.stance,
        "kind": evidence.kind,
    }
