"""How many sources stand behind a verdict, and how many of them are independent."""

from __future__ import annotations

from dataclasses import dataclass

from reviews.domain.origins import ENOUGH, Origin, independent
from reviews.models import Verdict, VerdictStatus


@dataclass(frozen=True, slots=True)
class Origins:
    """Rows of evidence, and how many independent origins they have."""

    sources: int
    independent: int

    @property
    def are_enough(self) -> bool:
        """Return whether nobody has to say why so few will do. Of none, the author says so."""
        return self.sources == 0 or self.independent >= ENOUGH


def verdict_origins(verdict: Verdict) -> Origins:
    """Return the origins of the evidence shown with a verdict: as published, or as it stands."""
    if verdict.status != VerdictStatus.DRAFT:
        rows = [Origin(row["url"], row["publisher"]) for row in verdict.evidence]
    else:
        live = verdict.claim.evidence.filter(removed_at__isnull=True)
        found = live.values_list("url", "publisher", "copy__sha256")
        rows = [Origin(url, publisher, copy or "") for url, publisher, copy in found]
    return Origins(len(rows), independent(rows))
