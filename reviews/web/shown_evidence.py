"""Evidence as it was frozen with a verdict, ready for its page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from claims.models.evidence import EvidenceKind, Stance
from reviews.models import Verdict
from reviews.selectors.cited_copies import CitedCopy, cited_copies


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """A row of evidence with stance and kind in the page's language."""

    url: str
    title: str
    publisher: str
    quote: str
    note: str
    stance: str
    stance_label: str
    kind_label: str
    copied_at: datetime.datetime | None
    copy_sha256: str


def shown_evidence(verdict: Verdict) -> list[ShownEvidence]:
    """Return the rows frozen with a verdict, with what is told of the copies of their pages."""
    [cited] = cited_copies([verdict]).values()
    return [_shown(row, copy) for row, copy in zip(verdict.evidence, cited, strict=True)]


def _shown(row: dict[str, Any], cited: CitedCopy | None) -> ShownEvidence:
    return ShownEvidence(
        url=row["url"],
        title=row["title"] or row["url"],
        publisher=row["publisher"],
        quote=row["quote"],
        note=row["note"],
        stance=row["stance"],
        stance_label=str(Stance(row["stance"]).label),
        kind_label=str(EvidenceKind(row["kind"]).label),
        copied_at=cited.fetched_at if cited else None,
        copy_sha256=cited.copy.sha256 if cited else "",
    )
