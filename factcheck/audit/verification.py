"""Reading the whole log again, and telling when it is not what it was."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.mail import mail_admins
from django.db.models import Max
from django.utils.translation import gettext as _

from factcheck.audit.chain import event_hash
from factcheck.audit.checking import Chain, End, Finding, Kind, Link, check_end
from factcheck.audit.findings import finding_text
from factcheck.audit.models import AuditEvent, AuditHead, AuditVerification

logger = logging.getLogger(__name__)

PAGE = 2000
# Somebody who changed every event need not fill the memory of whoever looks.
MAX_FINDINGS = 1000


@dataclass(frozen=True, slots=True)
class Verified:
    """How far a verification came, and what it found; `hash` is that of the last event."""

    events: int
    last_id: int
    hash: str
    findings: tuple[Finding, ...]


class StoredPlaces:
    """Where hashes are in the database."""

    def having(self, hash: str) -> int | None:
        """Return the id of the event with this hash."""
        return AuditEvent.objects.filter(hash=hash).values_list("id", flat=True).first()

    def following(self, hash: str) -> int | None:
        """Return the id of the event that says it follows this hash."""
        return AuditEvent.objects.filter(previous_hash=hash).values_list("id", flat=True).first()


def stored_events(first: int | None, last: int) -> Iterator[AuditEvent]:
    """Yield the events with ids from `first` (None: whatever is lowest) to `last`, in order.

    A page at a time, each a query of its own: a cursor would hold a transaction open for as long
    as it takes, and PostgreSQL could clear away nothing meanwhile.
    """
    rest = AuditEvent.objects.filter(id__lte=last).order_by("id")
    if first is not None:
        rest = rest.filter(id__gte=first)
    while page := list(rest[:PAGE]):
        yield from page
        rest = rest.filter(id__gt=page[-1].pk)


def audit_verify(
    *, first: int | None = None, last: int | None = None, known: Sequence[tuple[int, str]] = ()
) -> Verified:
    """Recompute the hashes and links of the events from `first` to `last` (None: the whole log).

    `known` are ids with the hashes that somebody noted elsewhere. Without `last`, the end of the
    log is checked against what was written down of it.
    """
    newest = AuditEvent.objects.aggregate(newest=Max("id"))["newest"] or 0
    end = _end()  # read after `newest`: a genuine event is never newer than the end
    chain = _chain_before(first)
    findings: list[Finding] = []
    for event in stored_events(first, min(last or end.last_id, end.last_id)):
        findings.extend(chain.add(_link(event)))
        del findings[MAX_FINDINGS:]
    if last is None:
        findings.extend(_at_the_end(chain, end, newest, is_whole=first is None))
    findings.extend(_not_known(known))
    return Verified(chain.events, chain.last_id, chain.last_hash, tuple(findings[:MAX_FINDINGS]))


def audit_verify_and_tell() -> AuditVerification:
    """Verify the whole log, keep the result for the audit page, and mail what is wrong."""
    verified = audit_verify()
    findings = [finding_text(finding) for finding in verified.findings]
    kept = AuditVerification.objects.create(
        events=verified.events, last_id=verified.last_id, hash=verified.hash, findings=findings
    )
    if findings:
        logger.critical("the audit log is not whole: %s", findings[0])
        mail_admins(_("The audit log is not whole"), "\n".join(findings))
    return kept


def _end() -> End:
    head = AuditHead.objects.first()
    return End(head.last_id, head.events, head.hash) if head else End()


def _chain_before(first: int | None) -> Chain:
    """Return the chain as it stands before the event `first`; the whole log has nothing before.

    Not even an id below 1, which no event of ours has: it would be believed, unread.
    """
    if first is None:
        return Chain(StoredPlaces())
    before = AuditEvent.objects.filter(id__lt=first).order_by("-id").first()
    return Chain(StoredPlaces(), before.pk, before.hash) if before else Chain(StoredPlaces())


def _link(event: AuditEvent) -> Link:
    computed = event_hash(event.content(), event.previous_hash)
    return Link(event.pk, event.previous_hash, event.hash, computed)


def _at_the_end(chain: Chain, end: End, newest: int, *, is_whole: bool) -> Iterator[Finding]:
    for finding in check_end(chain, end):
        if is_whole or finding.kind != Kind.COUNT:
            yield finding
    if newest > end.last_id:
        yield Finding(Kind.BEYOND, newest, end.last_id)


def _not_known(known: Sequence[tuple[int, str]]) -> Iterator[Finding]:
    for event_id, noted in known:
        if not AuditEvent.objects.filter(pk=event_id, hash=noted).exists():
            yield Finding(Kind.NOT_KNOWN, event_id, 0)
