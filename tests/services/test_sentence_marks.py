"""Reviewers mark what the machine missed and what it should not have raised, and take it back."""

from __future__ import annotations

import pytest

from claims.models import Appearance, Article, MarkLabel, Sentence, SentenceMark, Stage
from claims.selectors.sentence_marks import labelled_articles
from claims.services.extracting import article_extract
from claims.services.sentence_marks import article_resume
from factcheck import flow
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from reviews.domain.states import State
from reviews.models import QueueItem, QueueReason
from reviews.selectors.claim_items import newest_item
from reviews.services.dismissals import item_dismiss
from reviews.services.leases import lease_release, lease_take
from reviews.services.queue import article_enqueue
from reviews.services.sentence_marks import mark_take_back, sentence_raise, sentence_reject
from tests.audit import assert_chain_is_intact, events_of
from tests.factories import make_appearance, make_article, make_evidence, make_sentence

TEXT = (
    "Sea Lines said on Monday that its ferries carried 5.5 million people in 2025, "
    "12 per cent more than in 2024. The old pier has seen better days. 😀 The weather was lovely."
)


@pytest.fixture
def article() -> Article:
    """An article the machine is done with; it raised the first of its sentences only."""
    received = make_article(TEXT)
    flow.advance(received.pk)
    return Article.objects.get(pk=received.pk)


@pytest.fixture
def raised(article: Article) -> Sentence:
    return article.sentences.get(selected=True)


@pytest.fixture
def missed(article: Article) -> Sentence:
    return article.sentences.get(start=TEXT.index("The old pier"))


def item_on(sentence: Sentence) -> QueueItem:
    """Return the newest queue item of the claim that `sentence` makes."""
    claim = Appearance.objects.get(article=sentence.article, start=sentence.start).claim
    assert claim is not None
    item = newest_item(claim.pk)
    assert item is not None
    return item


def rows() -> tuple[int, ...]:
    return tuple(
        model.objects.count() for model in (Appearance, QueueItem, QueueReason, SentenceMark)
    )


def examples() -> list[tuple[str, str]]:
    """Return what there is to learn from: each marked sentence as written, and its label."""
    return [
        (span.of(article.text), label)
        for article in labelled_articles()
        for span, label in article.labelled
    ]


def test_a_missed_sentence_becomes_a_claim_in_the_queue(
    missed: Sentence, fact_checker: User
) -> None:
    mark = flow.raise_sentence(sentence=missed, actor=fact_checker)
    flow.advance(missed.article_id)
    item = item_on(missed)
    assert item.claim.text == "The old pier has seen better days."
    assert item.state == State.QUEUED
    assert item.priority_points["by_hand"] == 30
    assert item.reasons.get(kind=QueueReason.Kind.BY_HAND).detail == {"by": ["checker"]}
    assert (mark.label, mark.by, mark.language) == (MarkLabel.CHECK, fact_checker, "en")
    assert events_of(mark) == ["mark.add"]
    assert_chain_is_intact()


def test_marking_it_again_leaves_the_same_rows(missed: Sentence, fact_checker: User) -> None:
    marks = []
    for _time in range(2):
        marks.append(sentence_raise(sentence=missed, actor=fact_checker))
        flow.advance(missed.article_id)
    before = rows()
    marks.append(sentence_raise(sentence=missed, actor=fact_checker))
    assert len({mark.pk for mark in marks}) == 1
    assert rows() == before
    assert missed.article.marks.count() == 1


def test_two_people_who_mark_a_sentence_make_one_claim_of_it(
    missed: Sentence, fact_checker: User, second_checker: User
) -> None:
    for person in (fact_checker, second_checker):
        sentence_raise(sentence=missed, actor=person)
    flow.advance(missed.article_id)
    reason = item_on(missed).reasons.get(kind=QueueReason.Kind.BY_HAND)
    assert reason.detail == {"by": ["checker", "second-checker"]}
    assert QueueItem.objects.count() == 2


def test_a_mark_taken_back_takes_its_claim_out_of_the_queue(
    missed: Sentence, fact_checker: User
) -> None:
    sentence_raise(sentence=missed, actor=fact_checker)
    flow.advance(missed.article_id)
    mark = flow.take_back_mark(sentence=missed, actor=fact_checker)
    assert mark is not None
    assert mark.withdrawn_at is not None
    assert events_of(mark) == ["mark.add", "mark.withdraw"]
    assert item_on(missed).state == State.DISMISSED
    assert not QueueReason.objects.filter(kind=QueueReason.Kind.BY_HAND).exists()
    assert mark_take_back(sentence=missed, actor=fact_checker) is None


def test_a_sentence_marked_again_comes_back_with_its_reason(
    missed: Sentence, fact_checker: User
) -> None:
    sentence_raise(sentence=missed, actor=fact_checker)
    flow.advance(missed.article_id)
    flow.take_back_mark(sentence=missed, actor=fact_checker)
    flow.advance(missed.article_id)
    sentence_raise(sentence=missed, actor=fact_checker)
    flow.advance(missed.article_id)
    item = item_on(missed)
    assert item.state == State.QUEUED
    assert item.reasons.filter(kind=QueueReason.Kind.BY_HAND).exists()
    assert SentenceMark.objects.count() == 2


def test_a_mark_stands_once_somebody_has_held_the_claim(
    missed: Sentence, fact_checker: User, second_checker: User
) -> None:
    sentence_raise(sentence=missed, actor=fact_checker)
    flow.advance(missed.article_id)
    lease_take(item=item_on(missed), actor=second_checker)
    lease_release(item=item_on(missed), actor=second_checker)
    with pytest.raises(WrongState) as refusal:
        mark_take_back(sentence=missed, actor=fact_checker)
    assert refusal.value.code == "worked_on"
    assert SentenceMark.objects.get().withdrawn_at is None
    assert item_on(missed).state == State.QUEUED


def test_a_mark_stands_once_there_is_evidence(missed: Sentence, fact_checker: User) -> None:
    sentence_raise(sentence=missed, actor=fact_checker)
    flow.advance(missed.article_id)
    make_evidence(item_on(missed).claim, fact_checker)
    with pytest.raises(WrongState):
        mark_take_back(sentence=missed, actor=fact_checker)


def test_a_claim_another_person_marked_too_stays_in_the_queue(
    missed: Sentence, fact_checker: User, second_checker: User
) -> None:
    for person in (fact_checker, second_checker):
        sentence_raise(sentence=missed, actor=person)
    flow.advance(missed.article_id)
    mark_take_back(sentence=missed, actor=fact_checker)
    assert item_on(missed).state == State.QUEUED


def test_a_claim_made_elsewhere_too_stays_in_the_queue(
    missed: Sentence, fact_checker: User
) -> None:
    sentence_raise(sentence=missed, actor=fact_checker)
    flow.advance(missed.article_id)
    make_appearance(item_on(missed).claim)
    flow.take_back_mark(sentence=missed, actor=fact_checker)
    flow.advance(missed.article_id)
    item = item_on(missed)
    assert item.state == State.QUEUED
    assert "by_hand" not in item.priority_points


def test_a_mark_on_what_the_machine_raised_is_taken_back_without_further_ado(
    raised: Sentence, fact_checker: User
) -> None:
    sentence_raise(sentence=raised, actor=fact_checker)
    mark_take_back(sentence=raised, actor=fact_checker)
    assert item_on(raised).state == State.QUEUED


def test_a_mark_is_not_taken_back_while_the_machine_still_places_it(
    missed: Sentence, fact_checker: User
) -> None:
    sentence_raise(sentence=missed, actor=fact_checker)
    with pytest.raises(WrongState) as refusal:
        mark_take_back(sentence=missed, actor=fact_checker)
    assert refusal.value.code == "being_placed"


def test_what_is_no_claim_is_dismissed_with_its_reason(
    raised: Sentence, fact_checker: User
) -> None:
    mark = sentence_reject(sentence=raised, actor=fact_checker, note=" An advert. ")
    item = item_on(raised)
    assert item.state == State.DISMISSED
    assert (mark.label, mark.note) == (MarkLabel.NO_CLAIM, "An advert.")
    assert events_of(mark) == ["mark.add"]
    assert events_of(item) == ["item.dismiss"]
    assert sentence_reject(sentence=raised, actor=fact_checker, note="Again.") == mark


def test_rejecting_takes_a_reason(raised: Sentence, fact_checker: User) -> None:
    with pytest.raises(WrongState) as refusal:
        sentence_reject(sentence=raised, actor=fact_checker, note="  ")
    assert refusal.value.code == "gives_note"
    with pytest.raises(InvalidInput):
        sentence_reject(sentence=raised, actor=fact_checker, note="a\x00b")
    assert not SentenceMark.objects.exists()


def test_a_sentence_nobody_raised_is_not_rejected(missed: Sentence, fact_checker: User) -> None:
    with pytest.raises(WrongState) as refusal:
        sentence_reject(sentence=missed, actor=fact_checker, note="An opinion.")
    assert refusal.value.code == "not_raised"


def test_nobody_rejects_what_another_holds(
    raised: Sentence, fact_checker: User, second_checker: User
) -> None:
    lease_take(item=item_on(raised), actor=second_checker)
    with pytest.raises(WrongState) as refusal:
        sentence_reject(sentence=raised, actor=fact_checker, note="An opinion.")
    assert refusal.value.code == "holds_lease"
    assert not SentenceMark.objects.exists()


def test_a_rejection_taken_back_restores_the_claim(raised: Sentence, fact_checker: User) -> None:
    sentence_reject(sentence=raised, actor=fact_checker, note="An advert.")
    mark_take_back(sentence=raised, actor=fact_checker)
    assert item_on(raised).state == State.QUEUED


def test_a_rejection_taken_back_leaves_what_another_person_dismissed(
    raised: Sentence, fact_checker: User, second_checker: User
) -> None:
    item_dismiss(item=item_on(raised), actor=second_checker, note="We had this last week.")
    sentence_reject(sentence=raised, actor=fact_checker, note="An advert.")
    mark_take_back(sentence=raised, actor=fact_checker)
    assert item_on(raised).state == State.DISMISSED


def test_a_person_who_changes_their_mind_has_one_current_mark(
    raised: Sentence, fact_checker: User
) -> None:
    sentence_reject(sentence=raised, actor=fact_checker, note="An advert.")
    sentence_raise(sentence=raised, actor=fact_checker)
    assert item_on(raised).state == State.QUEUED
    assert [label for _text, label in examples()] == ["must"]
    assert SentenceMark.objects.count() == 2


def test_only_reviewers_mark(raised: Sentence, outsider: User, administrator: User) -> None:
    for person in (outsider, administrator):
        with pytest.raises(NotAllowed):
            sentence_raise(sentence=raised, actor=person)
        with pytest.raises(NotAllowed):
            sentence_reject(sentence=raised, actor=person, note="An advert.")
    assert not SentenceMark.objects.exists()


def test_extracting_again_leaves_what_people_marked(
    missed: Sentence, raised: Sentence, fact_checker: User
) -> None:
    sentence_raise(sentence=missed, actor=fact_checker)
    sentence_reject(sentence=raised, actor=fact_checker, note="An advert.")
    flow.advance(missed.article_id)
    before = (rows(), list(Appearance.objects.order_by("id").values()))
    article = Article.objects.get(pk=missed.article_id)
    article.stage = Stage.EXTRACT
    article.save(update_fields=["stage"])
    article_extract(article=article)
    flow.advance(article.pk)
    assert (rows(), list(Appearance.objects.order_by("id").values())) == before
    assert item_on(raised).state == State.DISMISSED
    assert item_on(missed).state == State.QUEUED


@pytest.mark.parametrize(
    ("stands", "failed", "then"),
    [
        (Stage.EXTRACT, False, Stage.EXTRACT),
        (Stage.MATCH, False, Stage.MATCH),
        (Stage.QUEUE, False, Stage.MATCH),
        (Stage.DONE, False, Stage.MATCH),
        (Stage.QUEUE, True, Stage.MATCH),
    ],
)
def test_an_article_goes_back_to_a_stage_it_has_passed(
    stands: Stage, failed: bool, then: Stage
) -> None:
    article = make_article()
    article.stage, article.due_at, article.failure = stands, None, "broke" if failed else ""
    article.save()
    article_resume(article=article, stage=Stage.MATCH)
    article.refresh_from_db()
    assert article.stage == then
    assert (article.due_at is not None) == (then != stands and not failed)


def test_marks_are_examples_to_learn_from(
    missed: Sentence, raised: Sentence, fact_checker: User, second_checker: User
) -> None:
    sentence_raise(sentence=missed, actor=fact_checker)
    sentence_reject(sentence=raised, actor=second_checker, note="An advert.")
    sentence_raise(sentence=raised, actor=fact_checker)
    first = TEXT[: raised.end]
    assert examples() == [
        ("The old pier has seen better days.", "must"),
        (first, "no"),
        (first, "must"),
    ]
    assert [article.language for article in labelled_articles()] == ["en"]


def test_an_example_counts_characters_as_the_article_does(fact_checker: User) -> None:
    sentence = make_sentence(make_article("😀𠮷 Ten boats sank. 𠮷"), start=3, end=18)
    sentence_raise(sentence=sentence, actor=fact_checker)
    assert examples() == [("Ten boats sank.", "must")]


def test_a_rejection_taken_back_leaves_what_the_same_person_dismissed_before(
    raised: Sentence, fact_checker: User
) -> None:
    item_dismiss(item=item_on(raised), actor=fact_checker, note="We had this last week.")
    sentence_reject(sentence=raised, actor=fact_checker, note="An advert.")
    mark_take_back(sentence=raised, actor=fact_checker)
    assert item_on(raised).state == State.DISMISSED


def test_a_claim_left_out_by_a_mark_taken_back_returns_when_the_machine_chooses_it(
    article: Article, missed: Sentence, fact_checker: User
) -> None:
    sentence_raise(sentence=missed, actor=fact_checker)
    flow.advance(article.pk)
    mark_take_back(sentence=missed, actor=fact_checker)
    flow.advance(article.pk)
    assert item_on(missed).state == State.DISMISSED
    elsewhere = make_article()
    Article.objects.filter(pk=elsewhere.pk).update(stage=Stage.QUEUE)
    elsewhere.refresh_from_db()
    appearance = make_appearance(item_on(missed).claim, article=elsewhere)
    appearance.sentence = make_sentence(elsewhere, selected=True)
    appearance.save()
    article_enqueue(article=elsewhere)
    assert item_on(missed).state == State.QUEUED
    assert_chain_is_intact()
