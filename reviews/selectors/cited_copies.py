"""Which copies of pages published verdicts rest on."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.models import Evidence, StoredCopy
from claims.selectors.copies import kept_evidence
from reviews.models import Verdict


@dataclass(frozen=True, slots=True)
class CitedCopy:
    """A copy, without its text and headers, and when the page was fetched for this evidence."""

    copy: StoredCopy
    fetched_at: datetime.datetime


def cited_copies(verdicts: Sequence[Verdict]) -> dict[int, list[CitedCopy | None]]:
    """Return, by id of the verdict, the copy behind each row of its frozen evidence, in its order.

    That is the one named by the row. A row that names none was published before its page was kept,
    or before rows named their copies: then it is what the claim's evidence has by now.
    """
    named = {row.get("copy_sha256") for verdict in verdicts for row in verdict.evidence} - {
        None,
        "",
    }
    copies = StoredCopy.objects.filter(sha256__in=named).defer("text", "headers")
    by_digest = {copy.sha256: copy for copy in copies}
    nameless = {
        verdict.claim_id
        for verdict in verdicts
        if not all(row.get("copy_sha256") for row in verdict.evidence)
    }
    later = kept_evidence(nameless) if nameless else {}
    return {
        verdict.pk: [
            _named(row, by_digest)
            if row.get("copy_sha256")
            else _later(later.get((verdict.claim_id, row["url"], row["quote"])))
            for row in verdict.evidence
        ]
        for verdict in verdicts
    }


def _named(row: Mapping[str, Any], copies: Mapping[str, StoredCopy]) -> CitedCopy | None:
    copy = copies.get(row["copy_sha256"])
    return CitedCopy(copy, datetime.datetime.fromisoformat(row["fetched_at"])) if copy else None


def _later(row: Evidence | None) -> CitedCopy | None:
    if row is None or row.copy is None or row.fetched_at is None:
        return None
    return CitedCopy(row.copy, row.fetched_at)
