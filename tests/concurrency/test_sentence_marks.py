"""Marks made at once, and while the machine is at work on the same article."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial

from django.db import connection, transaction

from claims.models import Appearance, Article, Sentence, SentenceMark, Stage
from claims.services.locks import article_lock
from claims.services.matching import article_match
from factcheck.accounts.models import User
from factcheck.flow import advance
from reviews.models import QueueItem
from reviews.services.sentence_marks import mark_take_back, sentence_raise
from tests.audit import assert_chain_is_intact
from tests.concurrency.threads import at_once, until_somebody_waits
from tests.factories import make_appearance, make_article, make_sentence


def done_with(article: Article) -> Sentence:
    """Return a sentence of an article the machine is done with."""
    Article.objects.filter(pk=article.pk).update(stage=Stage.DONE, due_at=None, language="en")
    return make_sentence(article)


def test_a_sentence_marked_in_four_windows_is_marked_once(fact_checker: User) -> None:
    sentence = done_with(make_article())
    raising = partial(sentence_raise, sentence=sentence, actor=fact_checker)
    answers = at_once([raising] * 4)
    assert {answer.pk for answer in answers if isinstance(answer, SentenceMark)} == {
        SentenceMark.objects.get().pk
    }
    advance(sentence.article_id)
    assert Appearance.objects.count() == QueueItem.objects.count() == 1
    assert_chain_is_intact()


def test_a_mark_taken_back_in_four_windows_is_taken_back_once(fact_checker: User) -> None:
    sentence = done_with(make_article())
    sentence_raise(sentence=sentence, actor=fact_checker)
    advance(sentence.article_id)
    answers = at_once([partial(mark_take_back, sentence=sentence, actor=fact_checker)] * 4)
    assert sorted(type(answer).__name__ for answer in answers) == [
        "NoneType", "NoneType", "NoneType", "SentenceMark",
    ]  # fmt: skip
    assert_chain_is_intact()


def test_a_sentence_marked_while_the_matcher_is_at_work_is_matched_too() -> None:
    article = make_article("Ten boats sank in May. Nine boats sank in June.")
    Article.objects.filter(pk=article.pk).update(stage=Stage.MATCH, language="en")
    article.refresh_from_db()
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            article_lock(article_id=article.pk)
            late = make_appearance(article=article, start=0, end=22)
            Appearance.objects.filter(pk=late.pk).update(claim=None)
            matching = pool.submit(_match_once, article)
            # It has read what waits, without `late`, and waits for our lock now.
            until_somebody_waits()  # the matcher, for the article
        matching.result(timeout=60)
    article.refresh_from_db()
    assert article.stage == Stage.MATCH
    advance(article.pk)
    assert not Appearance.objects.filter(claim=None).exists()


def _match_once(article: Article) -> None:
    try:
        article_match(article=Article.objects.get(pk=article.pk))
    finally:
        connection.close()
