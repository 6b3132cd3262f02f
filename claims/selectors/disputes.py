"""Which outlet says which figure, where a claim's family or its appearances contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import Window
from django.db.models.functions import Coalesce, RowNumber

from claims.extraction.types import Quantity
from claims.matching.disputes import Dispute, Stated, dispute
from claims.matching.figures import compare_figures
from claims.models import Appearance, Claim
from claims.models.values import quantities_of
from claims.selectors.figures import claim_conflict

MOST_APPEARANCES = 500  # of the claims of one dispute: the values are known by then


def claim_dispute(claim: Claim) -> Dispute | None:
    """Return the values given for the quantity on which the claim is contradicted, or None.

    It is the figure of its conflict, set against those of its own places and of its family.
    """
    conflict = claim_conflict(claim)
    if conflict is None:
        return None
    figures: dict[int, Quantity] = {}
    for side in conflict.sides:
        figures.setdefault(side.claim_id, side.quantity)
    return dispute(_stated(figures))


def _stated(figures: dict[int, Quantity]) -> Iterator[Stated]:
    """Yield the figure of each appearance of the claims that stands where the claim has its own."""
    in_turn = Window(RowNumber(), partition_by="claim", order_by="id")
    made = Appearance.objects.filter(claim__in=figures, repeats__isnull=True).order_by("id")
    some = made.annotate(turn=in_turn).filter(turn__lte=MOST_APPEARANCES)
    rows = some.annotate(text_of=Coalesce("article__sketch__original", "article")).values_list(
        "claim", "quantities", "article__source__name", "text_of"
    )
    for claim_id, quantities, outlet, text in rows:
        figure = _counterpart(figures[claim_id], quantities_of(quantities))
        if figure:
            yield Stated(outlet or "", str(text), figure)


def _counterpart(figure: Quantity, among: Sequence[Quantity]) -> Quantity | None:
    return compare_figures([figure], among).right
