"""The log as JSON Lines, with all that `verify_export.py` needs to prove it whole.

The first line is a header. Then comes a line per event: its content and its hash, or, for an event
that an extract leaves out, only the digest of its content: the chain can be followed through it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from factcheck.audit.chain import content_digest
from factcheck.audit.models import AuditEvent, AuditHead
from factcheck.audit.verification import PAGE, stored_events

FORMAT = "factcheck-audit-1"


MOST_ID = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Target:
    """A thing whose events are wanted: its model, such as claims.claim, and its id."""

    type: str
    id: int

    @classmethod
    def named(cls, name: str) -> Target:
        """Return the thing that claims.claim:12 names. Raises ValueError for anything else."""
        kind, _colon, number = name.partition(":")
        if not number.isdecimal() or len(number) > 19 or int(number) > MOST_ID or "\x00" in kind:
            raise ValueError(f"{name!r} is not like claims.claim:12")
        return cls(kind, int(number))

    def __str__(self) -> str:
        return f"{self.type}:{self.id}"


def export_lines(
    *,
    first: int | None = None,
    last: int | None = None,
    targets: Sequence[Target] = (),
    secret: Callable[[Sequence[AuditEvent]], set[int]] = lambda _events: set(),
) -> Iterator[str]:
    """Yield the lines of an export of the events from `first` to `last`, both included.

    None is the start or end of the log. With `targets`, their events only, from the earliest of
    them on; those between, and behind up to `last`, are left out but for their digests. So are
    those of a page of events whose ids `secret` returns.
    """
    wanted = events_of(targets)
    start = first or wanted.order_by("id").values_list("id", flat=True).first() or 0
    end = _last_id(last)
    yield _line(_header(start, end, targets))
    for events in _pages(stored_events(start, end)):
        hidden = secret(events)
        for event in events:
            is_wanted = not targets or _is_of(event, targets)
            yield _line(_whole(event) if is_wanted and event.pk not in hidden else _left_out(event))


def _pages(events: Iterator[AuditEvent]) -> Iterator[list[AuditEvent]]:
    while page := list(islice(events, PAGE)):
        yield page


def events_of(targets: Sequence[Target]) -> QuerySet[AuditEvent]:
    """Return the events of any of these things, or all events when there are none."""
    condition = Q()
    for target in targets:
        condition |= Q(target_type=target.type, target_id=target.id)
    return AuditEvent.objects.filter(condition)


def _last_id(last: int | None) -> int:
    """Return where the export ends, fixed before it begins: the log grows meanwhile."""
    end = AuditHead.objects.values_list("last_id", flat=True).first() or 0
    return min(last, end) if last else end


def _header(first: int, last: int, targets: Sequence[Target]) -> dict[str, Any]:
    events = AuditEvent.objects.filter(id__gte=first, id__lte=last)
    firsts, lasts = events.order_by("id").first(), events.order_by("-id").first()
    return {
        "format": FORMAT,
        "made_at": timezone.now().isoformat(),
        "targets": [str(target) for target in targets],
        "lines": events.count(),
        "first_id": firsts.pk if firsts else None,
        "last_id": lasts.pk if lasts else None,
        "previous_hash": firsts.previous_hash if firsts else "",
        "last_hash": lasts.hash if lasts else "",
    }


def _is_of(event: AuditEvent, targets: Sequence[Target]) -> bool:
    return Target(event.target_type, event.target_id) in targets


def _whole(event: AuditEvent) -> dict[str, Any]:
    return {"id": event.pk, **event.content(), "hash": event.hash}


def _left_out(event: AuditEvent) -> dict[str, Any]:
    return {"id": event.pk, "digest": content_digest(event.content()), "hash": event.hash}


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
