"""How far an article is on its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.models import Article, Stage

Standing = Literal["done", "now", "failed", "ahead"]


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of the way and where the article stands with it."""

    label: str
    standing: Standing


def steps(article: Article) -> list[Step]:
    """Return the stages in order; of an article that is done, all are."""
    order = list(Stage)
    reached = order.index(Stage(article.stage))
    return [
        Step(str(stage.label), _standing(article, index - reached))
        for index, stage in enumerate(order)
        if stage != Stage.DONE
    ]


def _standing(article: Article, distance: int) -> Standing:
    if distance:
        return "done" if distance < 0 else "ahead"
    return "failed" if article.failure else "now"
