"""What changed in each of the verdicts that wait for an editor, in a word or two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import ngettext

from claims.models import Evidence
from reviews.models import Verdict
from reviews.selectors.rewriting import LABELS, SentBack, as_held, last_sent_back

Row = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class WaitingChange:
    """What differs since `version` was published (None: since it was sent back), in words."""

    version: int | None
    fields: Sequence[str]
    evidence_more: int = 0
    evidence_less: int = 0

    @property
    def told(self) -> list[str]:
        """Return what differs, one thing each; empty if nothing does."""
        more, less = self.evidence_more, self.evidence_less
        told = [str(LABELS[name]) for name in self.fields]
        if more:
            told.append(
                ngettext("+%(number)d source", "+%(number)d sources", more) % {"number": more}
            )
        if less:
            told.append(
                ngettext("−%(number)d source", "−%(number)d sources", less) % {"number": less}
            )
        return told


@dataclass(frozen=True, slots=True)
class _Known:
    """What is compared with, by verdict or by claim."""

    sent_back: dict[int, SentBack]
    published: dict[int, Verdict]
    evidence: dict[int, list[Evidence]] = field(default_factory=dict)


def changes_waiting(verdicts: Sequence[Verdict]) -> dict[int, WaitingChange]:
    """Return by id what changed in those that were sent back or replace a published version.

    Three queries at most, however many there are.
    """
    changed = [
        each for each in verdicts if each.version > 1 or getattr(each, "was_sent_back", False)
    ]
    if not changed:
        return {}
    claims = {each.claim_id for each in changed}
    known = _Known(
        last_sent_back(each.pk for each in changed), _published(claims), _evidence(claims)
    )
    found = {each.pk: _change(each, known) for each in changed}
    return {pk: change for pk, change in found.items() if change}


def _change(verdict: Verdict, known: _Known) -> WaitingChange | None:
    rows = known.evidence.get(verdict.claim_id, [])
    sent, earlier = known.sent_back.get(verdict.pk), known.published.get(verdict.claim_id)
    now = as_held(verdict)
    if sent is not None:
        names = [name for name in LABELS if name in sent.held and sent.held[name] != now[name]]
        more = sum(row.removed_at is None and row.added_at > sent.event.at for row in rows)
        less = sum(
            bool(row.removed_at and row.removed_at > sent.event.at >= row.added_at) for row in rows
        )
        return WaitingChange(None, names, more, less)
    if earlier is None:
        return None
    held = as_held(earlier)
    names = [name for name in LABELS if name != "correction_note" and held[name] != now[name]]
    before = Counter(
        (row["publisher"], row["title"], row["url"], row["quote"]) for row in earlier.evidence
    )
    after = Counter(_row(row) for row in rows if row.removed_at is None)
    return WaitingChange(earlier.version, names, (after - before).total(), (before - after).total())


def _row(row: Evidence) -> Row:
    return row.publisher, row.title, row.url, row.quote


def _published(claims: Iterable[int]) -> dict[int, Verdict]:
    """Return the version published last of each claim."""
    versions = Verdict.objects.filter(claim__in=claims, published_at__isnull=False)
    return {each.claim_id: each for each in versions.select_related("rating").order_by("version")}


def _evidence(claims: Iterable[int]) -> dict[int, list[Evidence]]:
    """Return all the evidence there is or was on each claim, without its copies."""
    names = ("claim", "publisher", "title", "url", "quote", "added_at", "removed_at")
    by_claim: defaultdict[int, list[Evidence]] = defaultdict(list)
    for row in Evidence.objects.filter(claim__in=claims).only(*names):
        by_claim[row.claim_id].append(row)
    return dict(by_claim)
