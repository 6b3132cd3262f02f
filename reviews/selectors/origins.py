"""How many sources stand behind a verdict, and how many of them are independent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claims.evidence.near_duplicates import unpacked
from claims.models import Evidence, StoredCopy
from reviews.domain.origins import ENOUGH, Origin, Tie, ties
from reviews.models import Verdict, VerdictStatus
from reviews.selectors.cited_copies import cited_copies
from reviews.selectors.contents import standing_evidence
from reviews.selectors.one_reading import read_once


@dataclass(frozen=True, slots=True)
class SameOrigin:
    """Two rows of evidence, by what they are called, that count as one, and why."""

    earlier: str
    later: str
    tie: Tie

    @property
    def percent(self) -> int:
        """Return how alike their texts are, in whole per cent, never more than is so."""
        return int(self.tie.alike * 100)


@dataclass(frozen=True, slots=True)
class Origins:
    """Rows of evidence, how many independent origins they have, and which of them are one."""

    sources: int
    independent: int
    same: tuple[SameOrigin, ...] = ()

    @property
    def are_enough(self) -> bool:
        """Return whether nobody has to say why so few will do. Of none, the author says so."""
        return self.sources == 0 or self.independent >= ENOUGH


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it is shown, with the id of its kept copy if there is one."""

    url: str
    title: str
    publisher: str
    copy: int | None


def verdict_origins(verdict: Verdict) -> Origins:
    """Return the origins of the evidence shown with a verdict: as published, or as it stands."""
    if verdict.status == VerdictStatus.DRAFT:
        return evidence_origins(standing_evidence(verdict.claim_id))
    if len(verdict.evidence) < 2:
        return Origins(len(verdict.evidence), len(verdict.evidence))
    [copies] = cited_copies([verdict]).values()
    return _origins(
        tuple(
            _Row(row["url"], row["title"], row["publisher"], cited.copy.pk if cited else None)
            for row, cited in zip(verdict.evidence, copies, strict=True)
        )
    )


def evidence_origins(rows: Iterable[Evidence]) -> Origins:
    """Return the origins of rows of evidence."""
    return _origins(
        tuple(_Row(each.url, each.title, each.publisher, each.copy_id) for each in rows)
    )


@read_once
def _origins(rows: tuple[_Row, ...]) -> Origins:
    if len(rows) < 2:
        return Origins(len(rows), len(rows))
    copies = _copies({row.copy for row in rows if row.copy})
    origins = [copies.get(row.copy or 0, Origin("", "")) for row in rows]
    found = ties(
        [
            Origin(row.url, row.publisher, kept.copy, kept.sketch)
            for row, kept in zip(rows, origins, strict=True)
        ]
    )
    names = [row.title or row.url for row in rows]
    same = tuple(SameOrigin(names[tie.earlier], names[tie.later], tie) for tie in found)
    return Origins(len(rows), len(rows) - len(found), same)


def _copies(ids: set[int]) -> dict[int, Origin]:
    """Return digest and sketch of kept copies, by id."""
    copies = StoredCopy.objects.filter(pk__in=ids)
    return {
        pk: Origin("", "", sha256, unpacked(size, bytes(minima)) if size else None)
        for pk, sha256, size, minima in copies.values_list(
            "pk", "sha256", "sketch_size", "sketch_minima"
        )
    }
