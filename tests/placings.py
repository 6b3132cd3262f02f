"""Claims that were made somewhere, and articles that make them again: for merging and splitting."""

from __future__ import annotations

import itertools

from claims.models import Appearance, Article, Stage
from claims.services.matching import article_match
from reviews.models import QueueItem
from tests.factories import make_appearance, make_article, make_claim, make_item

SAYING = "Ten boats sank in May, the harbour office counted."
_numbers = itertools.count(1)


def waiting(saying: str = SAYING, outlet: str = "Harbour Gazette") -> QueueItem:
    """Return the item of a claim that one outlet carried in these words."""
    article = make_article(f"Page {next(_numbers)}. {saying}", outlet=outlet)
    claim = make_claim(saying)
    start = article.text.index(saying)
    make_appearance(claim, article=article, start=start, end=start + len(saying))
    return make_item(claim)


def arrive(saying: str, article: Article | None = None) -> Appearance:
    """Match an article (a new one without one given) that says this; return where it does."""
    article = article or make_article(f"Report {next(_numbers)}. {saying}")
    start = article.text.index(saying)
    made = make_appearance(article=article, start=start, end=start + len(saying))
    Appearance.objects.filter(pk=made.pk).update(claim=None)
    Article.objects.filter(pk=article.pk).update(stage=Stage.MATCH, language="en")
    article_match(article=Article.objects.get(pk=article.pk))
    return Appearance.objects.get(pk=made.pk)


def made_in(item: QueueItem) -> set[int]:
    """Return the ids of the appearances of the claim of `item`."""
    return set(Appearance.objects.filter(claim=item.claim_id).values_list("pk", flat=True))


def state_of(item: QueueItem) -> str:
    """Return the state of `item` as it is stored."""
    return QueueItem.objects.get(pk=item.pk).state
