"""Evidence as it was frozen with a verdict, ready for its page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from claims.models.evidence import EvidenceKind, Stance


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


def shown_evidence(rows: Iterable[dict[str, Any]]) -> list[ShownEvidence]:
    """Return the rows that `reviews.selectors.contents.evidence_rows` froze."""
    return [
        ShownEvidence(
            url=row["url"],
            title=row["title"] or row["url"],
            publisher=row["publisher"],
            quote=row["quote"],
            note=row["note"],
            stance=row["stance"],
            stance_label=str(Stance(row["stance"]).label),
            kind_label=str(EvidenceKind(row["kind"]).label),
        )
        for row in rows
    ]
