"""What the audit log says of the verdicts in a bundle, in a chain that shows what was left out.

The format is that of `factcheck.audit.export`, so that its `verify_export.py` reads it too.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from factcheck.audit.chain import content_digest
from factcheck.audit.export import FORMAT
from factcheck.audit.models import AuditEvent
from factcheck.audit.verification import stored_events
from reviews.models import Verdict
from reviews.selectors.among import IsAmong

AT_ONCE = 1000  # verdicts whose first event is looked up
VERDICT = Verdict._meta.label_lower
# What the desk answers for in public. Drafts, and notes between colleagues, stay inside.
PUBLIC = frozenset({"verdict.sign_off", "verdict.publish", "verdict.retract"})


@dataclass(frozen=True, slots=True)
class AuditExtract:
    """The log from the first event on one of `verdicts` (ids) to the last one before `made_at`."""

    verdicts: Collection[int]
    made_at: datetime.datetime
    first: AuditEvent | None
    last: AuditEvent | None

    @classmethod
    def of(cls, verdicts: Sequence[int], made_at: datetime.datetime) -> AuditExtract:
        """Return the extract on `verdicts` as of `made_at`."""
        written = AuditEvent.objects.filter(at__lte=made_at)
        on_them = written.filter(target_type=VERDICT)
        starts = range(0, len(verdicts), AT_ONCE)
        firsts = [_first(on_them, verdicts[start : start + AT_ONCE]) for start in starts]
        first = min(filter(None, firsts), default=None, key=lambda event: event.pk)
        last = written.order_by("-id").first()
        return cls(frozenset(verdicts), made_at, first, last)

    def lines(self) -> Iterator[str]:
        """Yield a header and a line per event: whole, or only its digest and hash."""
        yield _line(self._header())
        if self.first and self.last:
            for event in stored_events(self.first.pk, self.last.pk):
                yield _line(self._told(event))

    def _header(self) -> dict[str, Any]:
        lines = 0
        if self.first and self.last:
            ids = (self.first.pk, self.last.pk)
            lines = AuditEvent.objects.filter(id__range=ids).count()
        return {
            "format": FORMAT,
            "made_at": self.made_at.isoformat(),
            "targets": [f"{VERDICT}:{each}" for each in sorted(self.verdicts)],
            "lines": lines,
            "first_id": self.first.pk if self.first else None,
            "last_id": self.last.pk if self.first and self.last else None,
            "previous_hash": self.first.previous_hash if self.first else "",
            "last_hash": self.last.hash if self.first and self.last else "",
        }

    def _told(self, event: AuditEvent) -> dict[str, Any]:
        is_theirs = event.target_type == VERDICT and event.target_id in self.verdicts
        content = event.content()
        told = (
            content if is_theirs and event.action in PUBLIC else {"digest": content_digest(content)}
        )
        return {"id": event.pk, **told, "hash": event.hash}


def _first(events: QuerySet[AuditEvent], targets: Sequence[int]) -> AuditEvent | None:
    return events.filter(IsAmong("target_id", targets)).order_by("id").first()


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
