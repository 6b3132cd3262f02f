"""The same text comes in many times at once, and is matched by many workers."""

from __future__ import annotations

from functools import partial

from claims.models import Appearance, Article, Claim, Source, Stage
from claims.services.articles import ArticleMetadata, article_receive
from claims.services.matching import article_match
from factcheck.flow import advance
from tests.audit import assert_chain_is_intact, events_of
from tests.concurrency.threads import at_once
from tests.factories import make_article

SAYING = "Menteri mengatakan pelabuhan itu memuat 2,4 juta peti kemas sepanjang 2025."


def test_a_text_submitted_eight_times_at_once_is_one_article() -> None:
    receive = partial(
        article_receive,
        data=SAYING.encode(),
        filename="a.txt",
        metadata=ArticleMetadata(outlet="Evening Lighthouse"),
        actor=None,
    )
    answers = at_once([receive] * 8)
    received = [answer for answer in answers if not isinstance(answer, Exception)]
    assert sorted(is_new for _article, is_new in received) == [False] * 7 + [True]
    assert (Article.objects.count(), Source.objects.count()) == (1, 1)
    assert events_of(Article.objects.get()) == ["article.receive"]


def with_appearance(number: int) -> Article:
    """Return an article of its own that makes the same statement, ready to be matched."""
    article = make_article(f"Bagian {number}. {SAYING}")
    start = article.text.index(SAYING)
    Appearance.objects.create(
        article=article, start=start, end=len(article.text), text=SAYING, score=0.9
    )
    article.stage, article.language = Stage.MATCH, "id"
    article.save(update_fields=["stage", "language"])
    return article


def test_a_statement_matched_by_six_workers_at_once_is_one_claim() -> None:
    articles = [with_appearance(number) for number in range(6)]
    answers = at_once([partial(article_match, article=article) for article in articles])
    assert answers == [None] * 6
    assert Claim.objects.get().appearances.count() == 6
    assert set(Article.objects.values_list("stage", flat=True)) == {Stage.QUEUE}


def test_an_article_that_four_workers_are_woken_for_goes_its_way_once() -> None:
    article = make_article(SAYING)
    for _stage in range(len(Stage)):
        assert at_once([partial(advance, article.pk)] * 4) == [None] * 4
    article.refresh_from_db()
    assert article.stage == Stage.DONE
    steps = ["article.extract", "article.match", "article.process"]
    assert events_of(article) == ["article.receive", *steps]
    assert Appearance.objects.filter(article=article).count() == Claim.objects.count() == 1
    assert_chain_is_intact()
