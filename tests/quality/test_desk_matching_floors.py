"""What the desk itself joins of the starter corpus: the flow with its candidates and its database.

Two sentences are together when their claims are one or of one family. A floor is lowered only with
a reason.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import pytest

from claims.management.seeds import gold_articles
from claims.models import Appearance, Article
from claims.scorecard.gold import MarkedArticle
from factcheck import flow
from tests.factories import make_article

pytestmark = [pytest.mark.quality, pytest.mark.timeout(300)]

PAIR_RECALL = 0.41
WRONG_PER_HUNDRED_JOINED = 6


@pytest.mark.django_db
def test_the_desk_joins_what_belongs_together_and_little_else() -> None:
    labels: dict[str, set[str]] = defaultdict(set)
    homes: dict[str, list[str]] = defaultdict(list)
    pairs = 0
    for marked in gold_articles():
        article = make_article(marked.text)
        flow.advance(article.pk)
        pairs += _file(marked, article, labels)
    for appearance in Appearance.objects.select_related("claim"):
        homes[_home(appearance)].append(str(appearance.pk))
    together = wrong = 0
    for home in homes.values():
        for left, right in combinations(home, 2):
            ours, theirs = labels[left], labels[right]
            together += bool(ours & theirs)
            wrong += bool(ours and theirs and not ours & theirs)
    wanted = sum(bool(labels[a] & labels[b]) for a, b in combinations(list(labels), 2))
    print(f"\n{together} of {wanted} pairs joined, {wrong} wrong; {pairs} quotations found")
    assert together / wanted >= PAIR_RECALL
    assert wrong * 100 <= WRONG_PER_HUNDRED_JOINED * (together + wrong)


def _home(appearance: Appearance) -> str:
    claim = appearance.claim
    assert claim is not None
    return f"family {claim.family_id}" if claim.family_id else f"claim {claim.pk}"


def _file(marked: MarkedArticle, article: Article, labels: dict[str, set[str]]) -> int:
    """Note which families each appearance of the article tells of; return how many are found."""
    found = 0
    wanted = [(item.quote, item.cluster) for item in marked.must if item.cluster]
    for appearance in article.appearances.all():
        for quote, family in wanted:
            start = marked.text.find(quote)
            end = start + len(quote)
            shared = min(appearance.end, end) - max(appearance.start, start)
            if start >= 0 and shared * 2 >= len(quote):
                labels[str(appearance.pk)].add(family)
                found += 1
    return found
