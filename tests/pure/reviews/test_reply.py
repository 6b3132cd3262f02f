"""Who has to be asked before a verdict is published, and when that is settled."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.reply import (
    Asked,
    Outcome,
    Step,
    is_adverse,
    is_pending,
    named_in,
    reply_is_settled,
    reply_is_wanted,
)

NOW = datetime.datetime(2026, 3, 9, 12, tzinfo=datetime.UTC)
LATER, EARLIER = NOW + datetime.timedelta(hours=1), NOW - datetime.timedelta(hours=1)
STEPS = st.builds(Step, st.integers(-3, 12), worst=st.just(1), best=st.integers(2, 9))
ASKED = st.builds(Asked, st.sampled_from(Outcome), st.sampled_from([EARLIER, LATER]))


@pytest.mark.parametrize(
    ("number", "adverse"), [(0, False), (1, True), (2, True), (3, False), (4, False), (5, False)]
)
def test_a_rating_is_adverse_under_the_middle_of_its_scale(number: int, adverse: bool) -> None:
    assert is_adverse(Step(number, worst=1, best=5)) is adverse


@given(STEPS)
def test_what_stands_beside_the_scale_is_never_adverse(step: Step) -> None:
    assert not (is_adverse(step) and step.number < step.worst)


@given(STEPS)
def test_nobody_has_to_be_asked_about_a_claim_that_names_nobody(step: Step) -> None:
    assert not reply_is_wanted((), step)
    assert reply_is_wanted(("Rina Wijaya",), step) == is_adverse(step)


def test_the_speaker_and_who_is_spoken_of_are_named_each_once() -> None:
    named = named_in("OpenAI and Nvidia own the quay, OpenAI said.", "OpenAI")
    assert named == ("OpenAI", "Nvidia")


def test_a_claim_without_people_or_organisations_names_nobody() -> None:
    assert named_in("The port handled 3 million containers in Jakarta.", "") == ()


@pytest.mark.parametrize(
    ("outcome", "deadline", "settled"),
    [
        (Outcome.WAITING, LATER, False),
        (Outcome.WAITING, EARLIER, True),
        (Outcome.NO_ANSWER, LATER, False),
        (Outcome.NO_ANSWER, EARLIER, True),
        (Outcome.ANSWERED, LATER, True),
        (Outcome.DECLINED, LATER, True),
        (Outcome.UNDELIVERABLE, EARLIER, False),
    ],
)
def test_one_who_was_asked_settles_it_by_an_answer_or_by_the_deadline(
    outcome: Outcome, deadline: datetime.datetime, settled: bool
) -> None:
    asked = [Asked(outcome, deadline)]
    assert reply_is_settled(wanted=True, asked=asked, waived=False, now=NOW) is settled


@given(st.booleans(), st.lists(ASKED, max_size=4))
def test_a_written_reason_always_settles_it(wanted: bool, asked: list[Asked]) -> None:
    assert reply_is_settled(wanted=wanted, asked=asked, waived=True, now=NOW)


@given(st.booleans(), st.lists(ASKED, max_size=4))
def test_whoever_may_still_answer_is_waited_for(wanted: bool, asked: list[Asked]) -> None:
    settled = reply_is_settled(wanted=wanted, asked=asked, waived=False, now=NOW)
    assert not (settled and any(is_pending(each, NOW) for each in asked))


@given(st.booleans(), st.lists(ASKED, max_size=4))
def test_what_is_settled_stays_so_as_time_goes_by(wanted: bool, asked: list[Asked]) -> None:
    if reply_is_settled(wanted=wanted, asked=asked, waived=False, now=NOW):
        later = NOW + datetime.timedelta(days=9)
        assert reply_is_settled(wanted=wanted, asked=asked, waived=False, now=later)


def test_nothing_has_to_be_asked_where_no_reply_is_wanted() -> None:
    assert reply_is_settled(wanted=False, asked=[], waived=False, now=NOW)
    assert not reply_is_settled(wanted=True, asked=[], waived=False, now=NOW)
