"""Reviewers make claims of any words of an article, and take that back."""

from __future__ import annotations

import pytest

from claims.models import Appearance, Article, Sentence, SentenceMark
from claims.models.sentence import PERSON
from claims.selectors.articles import article_sentences
from claims.services.extracting import article_extract
from factcheck import flow
from factcheck.accounts.models import User
from factcheck.errors import DeskError, NotAllowed
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.services.dismissals import item_dismiss
from reviews.services.passages import IsClaimed, passage_raise
from tests.audit import assert_chain_is_intact, events_of
from tests.factories import make_article
from tests.services.test_sentence_marks import examples, item_on

RAISED = "Sea Lines carried 5.5 million people in 2025, 12 per cent more than in 2024."
TEXT = f"{RAISED} The old pier 😀 has seen\n9 bad storms in 2023, or better days. 𠮷𠮷 It rained."
WORDS = "has seen\n9 bad storms in 2023"
ALONE = "The old pier 😀 has seen"  # what no other claim says


@pytest.fixture
def article() -> Article:
    """An article the machine is done with; it raised the first of its sentences only."""
    received = make_article(TEXT)
    flow.advance(received.pk)
    return Article.objects.get(pk=received.pk)


def sentence_of(mark: SentenceMark) -> Sentence:
    return Sentence.objects.get(article=mark.article, start=mark.start, end=mark.end)


def place(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def test_words_of_a_sentence_become_a_claim_in_the_queue(
    article: Article, fact_checker: User
) -> None:
    mark = flow.raise_passage(
        article=article, actor=fact_checker, words=f"{WORDS}, ".replace("\n", " "),
        start=place(WORDS)["start"] - 1, end=place(WORDS)["end"] + 2,
    )  # fmt: skip
    flow.advance(article.pk)
    sentence = sentence_of(mark)
    item = item_on(sentence)
    assert item.claim.text == f"{WORDS},"
    assert item.state == State.QUEUED
    assert item.priority_points["by_hand"] == 30
    assert (sentence.engine, sentence.selected) == (PERSON, False)
    [year] = sentence.dates
    assert TEXT[year["start"] : year["end"]].endswith("2023")
    assert events_of(mark) == ["mark.add"]
    assert examples() == [(f"{WORDS},", "must")]
    assert_chain_is_intact()


def test_doing_it_twice_leaves_the_same_rows(article: Article, fact_checker: User) -> None:
    marks = [
        passage_raise(article=article, actor=fact_checker, words=WORDS, **where)
        for where in ({}, place(WORDS), {})
    ]
    assert len({mark.pk for mark in marks}) == 1
    assert Sentence.objects.filter(engine=PERSON).count() == 1
    assert Appearance.objects.filter(sentence__engine=PERSON).count() == 1


def test_it_is_taken_back_as_any_mark(article: Article, fact_checker: User) -> None:
    mark = flow.raise_passage(article=article, actor=fact_checker, words=ALONE)
    flow.advance(article.pk)
    flow.take_back_mark(sentence=sentence_of(mark), actor=fact_checker)
    flow.advance(article.pk)
    assert item_on(sentence_of(mark)).state == State.DISMISSED
    again = flow.raise_passage(article=article, actor=fact_checker, words=ALONE)
    flow.advance(article.pk)
    assert item_on(sentence_of(again)).state == State.QUEUED


def test_words_that_are_a_sentence_of_the_machine_are_that_sentence(
    article: Article, fact_checker: User
) -> None:
    rain = article.sentences.get(start=TEXT.index("𠮷𠮷"))
    mark = passage_raise(article=article, actor=fact_checker, words="𠮷𠮷 It rained.")
    assert (mark.start, mark.end) == (rain.start, rain.end)
    assert not Sentence.objects.filter(engine=PERSON).exists()


def test_choices_may_overlap_and_stay_beside_a_later_run_of_the_machine(
    article: Article, fact_checker: User
) -> None:
    for words in ("has seen", "has seen\n9 bad", "The old pier 😀 has seen\n9 bad storms in"):
        passage_raise(article=article, actor=fact_checker, words=words)
    article_extract(article=article)
    rows = list(article_sentences(article))
    assert sum(row.engine == PERSON for row in rows) == 3
    assert sum(row.engine != PERSON for row in rows) == article.sentences.count() - 3


@pytest.mark.parametrize("words", [RAISED, "5.5 million people in 2025"])
def test_what_is_a_claim_already_is_not_made_one_again(
    article: Article, fact_checker: User, words: str
) -> None:
    with pytest.raises(IsClaimed) as refusal:
        passage_raise(article=article, actor=fact_checker, words=words)
    assert refusal.value.appearance == Appearance.objects.get(text=RAISED)
    assert not SentenceMark.objects.exists()


def test_part_of_a_claim_that_was_dismissed_may_be_one(
    article: Article, fact_checker: User
) -> None:
    item = QueueItem.objects.get(claim__text=RAISED)
    item_dismiss(item=item, actor=fact_checker, note="Two claims in one.")
    passage_raise(article=article, actor=fact_checker, words="5.5 million people in 2025")
    assert Appearance.objects.filter(text="5.5 million people in 2025").exists()


@pytest.mark.parametrize(
    ("words", "where", "code"),
    [
        ("The new pier", place("The old pier"), "words_differ"),
        ("The old pier", {"start": 3, "end": 15}, "words_differ"),
        ("The new pier", {}, "not_found"),
        ("😀 …", {}, "invalid"),
        ("a\x00b", {}, "no_text"),
        ("x" * 4001, {}, "too_long"),
    ],
)
def test_other_words_are_refused_and_nothing_is_written(
    article: Article, fact_checker: User, words: str, where: dict[str, int], code: str
) -> None:
    with pytest.raises(DeskError) as refusal:
        passage_raise(article=article, actor=fact_checker, words=words, **where)
    assert refusal.value.code == code
    assert not SentenceMark.objects.exists()
    assert not Sentence.objects.filter(engine=PERSON).exists()


def test_a_claim_is_no_chapter(fact_checker: User) -> None:
    article = make_article("Boats sank. " * 100)
    with pytest.raises(DeskError) as refusal:
        passage_raise(article=article, actor=fact_checker, words=article.text[:1001])
    assert refusal.value.code == "too_long"


def test_nothing_is_chosen_from_what_the_machine_has_not_read(fact_checker: User) -> None:
    unread = make_article(TEXT)
    with pytest.raises(DeskError) as refusal:
        passage_raise(article=unread, actor=fact_checker, words=ALONE)
    assert refusal.value.code == "not_read_yet"
    assert not Appearance.objects.exists()


def test_only_reviewers_choose(article: Article, outsider: User, administrator: User) -> None:
    for person in (outsider, administrator):
        with pytest.raises(NotAllowed):
            passage_raise(article=article, actor=person, words=WORDS)
