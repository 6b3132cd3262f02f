"""Whether the vault still holds what its rows say, and what rests on each copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.db.models import Q, QuerySet

from claims.models import Alert, AlertKind, Evidence, StoredCopy
from claims.sources.vault_files import file_digest
from reviews.models import Verdict


@dataclass(frozen=True, slots=True)
class Damage:
    """A copy whose file is missing or holds other bytes, and what cites it."""

    copy: StoredCopy
    problem: Literal["missing", "changed"]
    evidence: tuple[Evidence, ...]
    verdicts: tuple[Verdict, ...]


def vault_damage() -> Iterator[Damage]:
    """Read every file of the vault and yield the damaged ones, oldest first."""
    for copy in StoredCopy.objects.defer("text", "headers").order_by("pk").iterator(500):
        digest = file_digest(copy.stored_as)
        if digest != copy.sha256:
            citing = evidence_citing(copy).order_by("pk")
            verdicts = Verdict.objects.filter(claim__evidence__in=citing).distinct()
            problem: Literal["missing", "changed"] = "changed" if digest else "missing"
            yield Damage(copy, problem, tuple(citing), tuple(verdicts.order_by("pk")))


def evidence_citing(copy: StoredCopy) -> QuerySet[Evidence]:
    """Return the evidence whose page is in the copy: as it is cited, or as it was seen later."""
    alerted = Alert.objects.filter(kind=AlertKind.EVIDENCE_DRIFT, details__sha256=copy.sha256)
    return Evidence.objects.filter(
        Q(copy=copy) | Q(watch__latest=copy) | Q(pk__in=alerted.values("evidence"))
    )


def verdict_urls(verdict: Verdict) -> set[str]:
    """Return the addresses that evidence of the claim of a verdict names."""
    return set(Evidence.objects.filter(claim=verdict.claim_id).values_list("url", flat=True))


def verdict_copies(verdict: Verdict) -> QuerySet[StoredCopy]:
    """Return the copies that evidence of a verdict cites, and how their pages were seen later."""
    evidence = Evidence.objects.filter(claim=verdict.claim_id)
    drift = Alert.objects.filter(kind=AlertKind.EVIDENCE_DRIFT, claim=verdict.claim_id)
    seen = [details.get("sha256", "") for details in drift.values_list("details", flat=True)]
    return StoredCopy.objects.filter(
        Q(evidence__in=evidence) | Q(later_watches__evidence__in=evidence) | Q(sha256__in=seen)
    ).distinct()
