"""The figures of the dashboard, against a history small enough to be counted by hand."""

from __future__ import annotations

import datetime
import zoneinfo

import pytest
from django.core.cache import cache
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from claims.management.judged_sets import judged_feedback
from claims.models import Claim, MarkLabel, SentenceMark, Stage
from claims.scorecard.card import scorecards
from claims.services.extracting import article_extract
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from reviews.domain.comparing_people import FEWEST
from reviews.domain.dashboard_window import Window
from reviews.domain.dismissals import Why
from reviews.domain.happenings import Happening, Passing, Split
from reviews.domain.states import State
from reviews.models import QueueItem, QueueMove
from reviews.selectors.dashboard import Dashboard, dashboard_of
from reviews.selectors.dashboard_flow import (
    Tallied,
    flow_of,
    fresh_counts,
    inflow,
    outflow,
    shares_of,
    untallied_from,
)
from reviews.services.dismissals import item_dismiss
from reviews.services.tallies import days_tally
from reviews.services.withdrawals import review_withdraw
from tests.factories import make_article, make_claim, make_item, make_person
from tests.walks import published_verdict, review

JAKARTA = zoneinfo.ZoneInfo("Asia/Jakarta")
MARCH = Window(datetime.date(2026, 3, 1), datetime.date(2026, 3, 31))


def in_march(day: int, hour: int = 12, minute: int = 0) -> datetime.datetime:
    return datetime.datetime(2026, 3, day, hour, minute, tzinfo=JAKARTA)


def when(item: QueueItem, at: dict[str, datetime.datetime]) -> None:
    """Let the moves of `item`, by event, have happened at these moments."""
    QueueItem.objects.filter(pk=item.pk).update(entered_at=at["enqueue"])
    Claim.objects.filter(pk=item.claim_id).update(created_at=at["enqueue"])
    for event, moment in at.items():
        assert QueueMove.objects.filter(item=item, event=event).update(at=moment)


def published_in_march(author: User, editor: User, *, hours: int, language: str = "en") -> None:
    """Publish a claim that entered on the 2nd and took so many hours: a quarter at each of four."""
    item = make_item(make_claim(language=language))
    published_verdict(author, editor, item)
    steps = ("enqueue", "take", "submit", "sign_off", "publish")
    begin = in_march(2)
    moments = {
        step: begin + datetime.timedelta(hours=hours * quarter / 4)
        for quarter, step in enumerate(steps)
    }
    when(item, moments)


def seen(viewer: User, window: Window = MARCH) -> Dashboard:
    cache.clear()
    with timezone.override(JAKARTA):
        return dashboard_of(window, viewer)


@pytest.fixture(params=["counted", "tallied"])
def march(
    request: pytest.FixtureRequest, fact_checker: User, editor: User, settings: object
) -> User:
    """Four verdicts, of which one at 23:30 of the last day, a dismissal, a review taken back, and a
    claim of 1 April.
    """
    editor.time_zone = "Asia/Jakarta"
    editor.save()
    for hours in (8, 16, 40):
        published_in_march(fact_checker, editor, hours=hours)
    late, dismissed, next_month = make_item(), make_item(make_claim(language="id")), make_item()
    published_verdict(fact_checker, editor, late)
    begin = in_march(31, 20)
    when(late, dict.fromkeys(("enqueue", "take", "submit"), begin))
    when(late, {"enqueue": begin, "sign_off": begin, "publish": in_march(31, 23, 30)})
    item_dismiss(item=dismissed, actor=fact_checker, note="a forecast", why=Why.FORECAST)
    when(dismissed, {"enqueue": in_march(5), "dismiss": in_march(6)})
    review(next_month, fact_checker)
    review_withdraw(item=next_month, actor=fact_checker)
    when(next_month, dict.fromkeys(("enqueue", "take", "submit", "withdraw"), in_march(31)))
    when(next_month, {"enqueue": in_march(31) + datetime.timedelta(hours=12)})
    if request.param == "tallied":
        days_tally()
    return editor


def test_the_month_is_counted_as_by_hand(march: User) -> None:
    found = seen(march)
    assert found.flow.totals == {
        Happening.ARRIVED: 5, Happening.ENTERED: 5, Happening.RESTORED: 0,
        Happening.DISMISSED: 1, Happening.MERGED: 0, Happening.REVIEWED: 4,
        Happening.SIGNED_OFF: 4, Happening.PUBLISHED: 4,
    }  # fmt: skip
    published = [counts[Happening.PUBLISHED] for _step, counts in found.flow.steps]
    by_day = [0] * 31
    by_day[1] = by_day[2] = by_day[3] = by_day[30] = 1
    assert published == by_day  # and zeros where nothing was
    assert found.languages["id"][Happening.DISMISSED] == 1
    assert found.depth.all.count == 1


def test_the_days_before_are_told_apart(march: User) -> None:
    april = Window(datetime.date(2026, 4, 1), datetime.date(2026, 5, 1))
    found = seen(march, april)
    assert found.flow.before[Happening.PUBLISHED] == 4
    assert found.flow.totals[Happening.ENTERED] == 1
    assert found.times.before.count == 4


def test_times_are_the_median_and_the_90th_percentile_from_entering_to_publication(
    march: User,
) -> None:
    times = seen(march).times
    assert times.total.count == 4
    assert (times.total.median, times.total.ninth) == pytest.approx(
        (12 * 3600, (16 + 0.7 * 24) * 3600)
    )
    assert times.stages[Passing.TRIAGE].median == pytest.approx(4 * 3600)
    assert times.stages[Passing.SECOND_REVIEW].count == 0
    assert times.shares[Passing.FIRST_REVIEW] == pytest.approx(16 / 67.5)
    assert sum(times.shares.values()) == pytest.approx(1)
    assert [(step.first.day, took.count) for step, took in times.weeks] == [
        (1, 0), (2, 3), (9, 0), (16, 0), (23, 0), (30, 1),
    ]  # fmt: skip


def test_what_waits_is_told_by_state_and_age(fact_checker: User) -> None:
    now = timezone.now()
    for hours in (0.5, 30, 100):
        item = make_item(make_claim(language="id"))
        entered = now - datetime.timedelta(hours=hours)
        QueueItem.objects.filter(pk=item.pk).update(entered_at=entered)
    review(make_item(reviews_wanted=2), fact_checker)
    depth = seen(fact_checker).depth
    states = dict(depth.states)
    assert states[State.QUEUED].buckets == (1, 1, 1, 0, 0)
    assert (states[State.QUEUED].median, states[State.QUEUED].oldest) == (30, 96)
    assert states[State.SECOND_REVIEW].count == 1
    assert states[State.SIGN_OFF].count == 0
    assert states[State.SIGN_OFF].median is None
    assert [(tag, part.count) for tag, part in depth.languages] == [("en", 1), ("id", 3)]


def test_a_fact_checker_sees_themselves_and_an_editor_everybody_by_name(march: User) -> None:
    checker = User.objects.get(username="checker")
    assert [(row.person, row.is_own) for row in seen(checker).people.rows] == [(checker, True)]
    found = seen(march).people.rows
    assert [row.person for row in found] == [checker, march]
    # Four reviews are few enough to be particular ones.
    assert [row.counts[Happening.REVIEWED] for row in found] == [None, 0]
    assert seen(checker).people.rows[0].counts[Happening.REVIEWED] == 4


def test_a_median_of_few_people_is_not_shown(march: User) -> None:
    assert seen(march).people.medians[Happening.REVIEWED] is None
    for _ in range(FEWEST - 2):
        dismissed = make_item()
        item_dismiss(
            item=dismissed, actor=make_person(Role.FACT_CHECKER), note="a joke", why=Why.SATIRE
        )
        when(dismissed, {"enqueue": in_march(9), "dismiss": in_march(9)})
        days_tally()
    with timezone.override(JAKARTA):
        known = Tallied("Asia/Jakarta", MARCH.first, fresh_counts("Asia/Jakarta", MARCH.first))
        counts = shares_of(MARCH, known).by(Split.PERSON)
    assert len(counts) == FEWEST


def test_an_empty_desk_has_zeros_and_says_so(fact_checker: User) -> None:
    found = seen(fact_checker)
    assert found.is_empty
    assert {*found.flow.totals.values()} == {0}
    assert len(found.flow.steps) == 31
    assert found.times.total.median is None


def test_the_scorecard_is_the_commands_own(fact_checker: User, second_checker: User) -> None:
    article = make_article(
        "The port handled 5 million containers in 2024, the ministry said. What a lovely evening "
        "it was. Inflation fell to 2.1 percent in May, according to the bureau. Thank you all."
    )
    article_extract(article=article)
    article.refresh_from_db()
    assert article.stage != Stage.EXTRACT
    for number, sentence in enumerate(article.sentences.order_by("start")):
        for person, label in ((fact_checker, number % 2), (second_checker, number % 3)):
            SentenceMark.objects.create(
                article=article, start=sentence.start, end=sentence.end, by=person, note="so",
                label=MarkLabel.CHECK if label else MarkLabel.NO_CLAIM,
            )  # fmt: skip
    today = timezone.localdate(timezone=JAKARTA)
    card = seen(fact_checker, Window(today, today)).marks.all
    (wanted, *_rest) = scorecards(judged_feedback([]))
    assert card.marks == wanted.sentences > 0
    assert (card.precision, card.recall) == (wanted.choice.precision, wanted.choice.recall)


HOURS = st.integers(min_value=0, max_value=24 * 40)
ZONES = st.sampled_from(["UTC", "Asia/Jakarta", "Asia/Kathmandu", "America/New_York"])


class AnyHistory(TestCase):
    """What holds of every history."""

    @given(st.lists(st.tuples(HOURS, st.booleans()), max_size=6), ZONES)
    @hypothesis_settings(max_examples=20)
    def test_tallies_are_what_counting_gives_and_flows_add_up_to_what_is_open(
        self, history: list[tuple[int, bool]], zone: str
    ) -> None:
        now = timezone.now()
        make_person(Role.EDITOR, username="elsewhere")
        User.objects.update(time_zone=zone)
        for hours, leaves in history:
            at = now - datetime.timedelta(hours=hours)
            item = make_item()
            item_moves(item, at, leaves=leaves)
        with timezone.override(zone):
            today = timezone.localdate()
        window = Window(today - datetime.timedelta(days=45), today)
        fresh = untallied_from(zone)
        known = Tallied(zone, fresh, fresh_counts(zone, window.before.first))
        counted = (flow_of(window, known), shares_of(window, known))
        days_tally()
        after = untallied_from(zone)
        assert after > fresh
        known = Tallied(zone, after, fresh_counts(zone, after))
        assert (flow_of(window, known), shares_of(window, known)) == counted
        totals = counted[0].totals
        still_open = QueueItem.objects.filter(closed_at__isnull=True).count()
        assert inflow(totals) - outflow(totals) == still_open


def item_moves(item: QueueItem, at: datetime.datetime, *, leaves: bool) -> None:
    """Let `item` have entered at a moment and, if it leaves, have been dismissed then."""
    QueueMove.objects.filter(item=item).update(at=at)
    if leaves:
        QueueMove.objects.create(
            item=item, event="dismiss", from_state=State.QUEUED, to_state=State.DISMISSED
        )
        QueueMove.objects.filter(item=item, event="dismiss").update(at=at)
        QueueItem.objects.filter(pk=item.pk).update(state=State.DISMISSED, closed_at=at)


def test_what_is_the_same_for_everybody_is_summed_up_once_a_minute(march: User) -> None:
    with timezone.override(JAKARTA):
        cache.clear()
        first = dashboard_of(MARCH, march)
        make_item()
        again = dashboard_of(MARCH, make_person(Role.FACT_CHECKER))
    assert (again.at, again.depth) == (first.at, first.depth)
    assert again.people.rows != first.people.rows
    assert seen(march).depth != first.depth
