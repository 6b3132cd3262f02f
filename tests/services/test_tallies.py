"""Tallies of days: the same numbers as counting the history, cut at each zone's own midnight."""

from __future__ import annotations

import datetime
import zoneinfo
from collections import Counter
from typing import Any

from django.core.management import call_command
from django.db.models import F
from django.utils import timezone

from claims.models import Claim
from factcheck.accounts.models import User
from reviews.models import DayTally, Passage, QueueItem, QueueMove, TalliedZone
from reviews.services.tallies import days_tally
from tests.factories import make_appearance, make_article, make_claim, make_item
from tests.walks import published_verdict

JAKARTA = zoneinfo.ZoneInfo("Asia/Jakarta")


def put_back(item: QueueItem, **span: float) -> None:
    """Let everything that happened to `item` have happened earlier."""
    earlier = datetime.timedelta(**span)
    QueueMove.objects.filter(item=item).update(at=F("at") - earlier)
    QueueItem.objects.filter(pk=item.pk).update(entered_at=F("entered_at") - earlier)
    Claim.objects.filter(pk=item.claim_id).update(created_at=F("created_at") - earlier)


def tallied(zone: str, **wanted: Any) -> dict[tuple[datetime.date, str, str], int]:
    rows = DayTally.objects.filter(zone=zone, **wanted)
    return {(row.day, row.happening, row.key): row.count for row in rows}


def test_a_day_ends_at_midnight_of_the_zone(settings: Any, fact_checker: User) -> None:
    settings.TIME_ZONE = "UTC"
    fact_checker.time_zone = "Asia/Jakarta"
    fact_checker.save()
    item = make_item()
    at = datetime.datetime(2026, 3, 9, 23, 30, tzinfo=JAKARTA)
    QueueMove.objects.filter(item=item).update(at=at)
    other = make_item()
    QueueMove.objects.filter(item=other).update(at=at + datetime.timedelta(hours=1))
    days_tally()
    of_jakarta = tallied("Asia/Jakarta", split="language", happening="entered")
    assert of_jakarta == {
        (datetime.date(2026, 3, 9), "entered", "en"): 1,
        (datetime.date(2026, 3, 10), "entered", "en"): 1,
    }
    assert tallied("UTC", split="language", happening="entered") == {
        (datetime.date(2026, 3, 9), "entered", "en"): 2
    }


def test_each_happening_is_counted_by_language_by_first_outlet_and_by_person(
    fact_checker: User, editor: User
) -> None:
    claim = make_claim(language="id")
    first = make_article(outlet="Kabar Pagi")
    make_appearance(claim, article=first)
    make_appearance(claim, article=make_article(outlet="Harbour Gazette"))
    item = make_item(claim)
    published_verdict(fact_checker, editor, item)
    put_back(item, days=3)
    days_tally()
    counted = Counter(
        (row.split, row.happening, row.key) for row in DayTally.objects.filter(count=1)
    )
    everything = ("arrived", "entered", "reviewed", "signed_off", "published")
    assert counted == Counter(
        [("language", each, "id") for each in everything]
        + [("source", each, str(first.source_id)) for each in everything]
        + [("person", "reviewed", str(fact_checker.pk)), ("person", "signed_off", str(editor.pk))]
    )


def test_today_is_not_tallied_and_the_round_goes_on_where_it_stopped() -> None:
    today = make_item()
    old = make_item()
    put_back(old, days=9)
    days_tally()
    made = DayTally.objects.filter(happening="entered", split="language")
    assert made.count() == 1
    assert days_tally() == 0
    put_back(today, days=2)  # and the night after it is over
    TalliedZone.objects.update(until=timezone.localdate() - datetime.timedelta(days=5))
    days_tally()
    assert sum(row.count for row in made) == 2


def test_counting_again_leaves_the_same_rows(fact_checker: User, editor: User) -> None:
    item = make_item()
    published_verdict(fact_checker, editor, item)
    put_back(item, days=4)
    days_tally()
    before = [*DayTally.objects.order_by("split", "happening", "key").values("day", "key", "count")]
    passages = [*Passage.objects.values()]
    call_command("tally_days", "--again")
    after = [*DayTally.objects.order_by("split", "happening", "key").values("day", "key", "count")]
    assert (after, [*Passage.objects.values()]) == (before, passages)


def test_the_stages_of_a_passage_add_up_to_the_time_from_entering_to_publication(
    fact_checker: User, editor: User
) -> None:
    item = make_item()
    verdict = published_verdict(fact_checker, editor, item)
    begin = timezone.now() - datetime.timedelta(days=2)
    QueueItem.objects.filter(pk=item.pk).update(entered_at=begin)
    hours = {"enqueue": 0, "take": 5, "submit": 7, "sign_off": 17, "publish": 18}
    for event, hour in hours.items():
        at = begin + datetime.timedelta(hours=hour)
        assert QueueMove.objects.filter(item=item, event=event).update(at=at) == 1
    days_tally()
    passage = Passage.objects.get(item=verdict.item_id)
    spent = (passage.triage, passage.first_review, passage.second_review, passage.sign_off)
    assert [seconds / 3600 for seconds in spent] == [5, 2, 0, 11]
