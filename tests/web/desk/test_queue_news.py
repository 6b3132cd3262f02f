"""What an open list of the queue is told, how far the desk is today, and how dense the rows are."""

from __future__ import annotations

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.web.people import rows_change, time_zone_change
from reviews.domain.states import Event, State
from reviews.models import QueueItem, QueueMove
from reviews.selectors.queue_counts import Some, open_counts
from reviews.selectors.queue_progress import Progress, queue_progress
from reviews.services.dismissals import item_dismiss
from reviews.services.leases import lease_release, lease_take
from reviews.services.withdrawals import review_withdraw
from tests.audit import events_of
from tests.factories import make_item
from tests.walks import review
from tests.web.desk.conftest import LogIn


def test_an_open_list_is_told_what_came_and_what_is_held_now(
    fact_checker: User, second_checker: User, log_in: LogIn
) -> None:
    seen, held, came = (make_item() for _ in range(3))
    lease_take(item=held, actor=second_checker)
    ids = f"{seen.pk},{held.pk},99999999,nonsense"
    client = log_in(fact_checker)
    told = client.get(reverse("queue"), {"seen": ids, "language": "en"}).content.decode()
    assert "1 claim has come to this page: show it" in told
    assert f'href="?language=en" hx-get="{reverse("queue")}?language=en"' in told
    assert 'id="bell"' in told
    assert f"held by {second_checker.username}" in told
    assert re.findall(r'id="row-(\d+)"', told) == [str(each.pk) for each in (seen, held, came)]
    assert "<html" not in told
    later = client.get(reverse("queue"), {"seen": "1", "after": str(seen.pk), "language": "en"})
    assert f'href="?language=en&amp;after={seen.pk}"' in later.content.decode()


def test_nothing_is_announced_when_nothing_came(fact_checker: User, log_in: LogIn) -> None:
    item = make_item()
    page = log_in(fact_checker).get(reverse("queue"), {"seen": str(item.pk)}).content.decode()
    assert '<div id="queue-news"></div>' in page


def test_progress_counts_each_claim_once_and_only_what_people_did(
    fact_checker: User, second_checker: User
) -> None:
    twice, dismissed, waiting = make_item(reviews_wanted=2), make_item(), make_item()
    review(twice, fact_checker)
    review(twice, second_checker)
    item_dismiss(item=dismissed, actor=second_checker, note="An opinion.")
    taken_back = make_item()
    review(taken_back, second_checker)
    review_withdraw(item=taken_back, actor=second_checker)
    lease_release(item=taken_back, actor=second_checker)
    of_machine = {"from_state": State.QUEUED, "to_state": State.DISMISSED, "by": None}
    QueueMove.objects.create(item=waiting, event=Event.DISMISS, **of_machine)
    assert queue_progress(fact_checker, open_counts()) == Progress(2, 1, Some(2))
    assert queue_progress(second_checker, open_counts()) == Progress(2, 2, Some(2))


@pytest.mark.parametrize(("hours", "done"), [(-1, 0), (1, 1)])
def test_a_day_begins_at_midnight_of_whoever_asks(
    hours: int, done: int, fact_checker: User, item: QueueItem
) -> None:
    time_zone_change(actor=fact_checker, name="Asia/Jakarta")
    item_dismiss(item=item, actor=fact_checker, note="An opinion.")
    with timezone.override("Asia/Jakarta"):
        midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        at = min(midnight + datetime.timedelta(hours=hours), timezone.now())
        QueueMove.objects.filter(event=Event.DISMISS).update(at=at)
        assert queue_progress(fact_checker, open_counts()).done == done


def test_the_choice_of_rows_is_kept_recorded_and_leads_back_to_the_list(
    fact_checker: User, log_in: LogIn
) -> None:
    client, here = log_in(fact_checker), f"{reverse('queue')}?language=id"
    make_item()
    assert "queue--dense" in client.get(reverse("queue")).content.decode()
    answer = client.post(reverse("preferences-rows"), {"roomy": "1", "next": here})
    assert (answer.status_code, answer["Location"]) == (302, here)
    assert "queue--dense" not in client.get(reverse("queue")).content.decode()
    away = {"roomy": "1", "next": "https://elsewhere.example/"}
    assert client.post(reverse("preferences-rows"), away)["Location"] == reverse("queue")
    rows_change(actor=fact_checker, roomy=False)
    assert events_of(fact_checker) == ["person.roomy_rows", "person.roomy_rows"]
