"""The audit log on screen: what it shows, to whom, and what it keeps back."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit import verify_export
from factcheck.audit.log import record
from factcheck.audit.models import AuditEvent
from factcheck.audit.reading import AuditSearch, audit_page, known_actions, known_kinds
from factcheck.audit.verification import audit_verify_and_tell
from reviews.services.leases import lease_take
from reviews.services.more_reviews import review_ask
from reviews.services.reviews import ReviewText, review_save_draft
from reviews.services.verdicts import verdict_revise
from tests.audit import powerless_guards, tamper, write_events
from tests.factories import make_item, make_person
from tests.walks import drafted_verdict, published_verdict, review, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client, administrator: User) -> Any:
    """Return a function that opens the page with a query and returns its text."""
    client.force_login(administrator)
    return lambda **query: client.get(reverse("audit"), query).content.decode()


def shown(text: str) -> list[int]:
    """Return the ids of the events a page shows, in its order."""
    return [int(part.split('"')[0]) for part in text.split('id="event-')[1:]]


def test_the_newest_event_comes_first_and_older_ones_follow_page_by_page(page: Any) -> None:
    ids = write_events(120)
    first = shown(page())
    assert first == ids[::-1][:50]
    second = shown(page(before=str(first[-1])))
    third = shown(page(before=str(second[-1])))
    assert [*first, *second, *third] == ids[::-1]
    assert shown(page(before=str(third[-1]))) == []


def test_a_page_costs_the_same_however_many_events_there_are(page: Any) -> None:
    write_events(2)
    with CaptureQueriesContext(connection) as few:
        page()
    write_events(60)
    with CaptureQueriesContext(connection) as many:
        page()
    assert len(many) == len(few)


def test_filters_by_person_action_kind_and_day_narrow_it_down(
    page: Any, fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor)
    published = AuditEvent.objects.get(action="verdict.publish")
    assert shown(page(action="verdict.publish")) == [published.pk]
    assert published.pk in shown(page(actor=str(editor.pk)))
    assert published.pk not in shown(page(actor=str(fact_checker.pk)))
    assert published.pk not in shown(page(actor="machine"))
    assert published.pk in shown(page(kind="reviews.verdict"))
    assert published.pk not in shown(page(kind="reviews.review"))
    today = timezone.localdate()
    day = datetime.timedelta(days=1)
    assert published.pk in shown(page(since=str(today), until=str(today)))
    assert shown(page(since=str(today + day))) == []
    assert shown(page(until=str(today - day))) == []


@pytest.mark.parametrize(
    "query",
    [
        {"actor": "-1"}, {"actor": "²"}, {"action": "\x00"}, {"kind": "no.kind"},
        {"since": "31.31.2026"}, {"until": "9999-12-31"}, {"before": "x"}, {"before": "9" * 40},
        {"target": "claims.claim"}, {"target": "claims.claim:x"}, {"target": "x:" + "9" * 30},
        {"target": "a\x00:1"},
    ],
)  # fmt: skip
def test_a_filter_that_makes_no_sense_is_left_open(page: Any, query: dict[str, str]) -> None:
    write_events(2)
    assert len(shown(page(**query))) == 2


def test_events_of_several_things_are_shown_together(page: Any, fact_checker: User) -> None:
    verdict = drafted_verdict(fact_checker)
    write_events(3)
    item, claim = verdict.item_id, verdict.claim_id
    evidence = verdict.claim.evidence.get()
    ids = shown(page(target=[f"reviews.queueitem:{item}", f"claims.evidence:{evidence.pk}"]))
    events = AuditEvent.objects.filter(pk__in=ids).order_by("id")
    assert [event.action for event in events] == ["evidence.add", "lease.take"]
    assert shown(page(target=f"claims.claim:{claim}")) == []


def test_a_change_is_shown_as_what_was_there_and_what_came(page: Any, fact_checker: User) -> None:
    with transaction.atomic():
        record(
            actor=fact_checker, action="test.event", target=fact_checker,
            before={"same": 1, "title": "old <b>"}, after={"same": 1, "title": "新的", "more": [1]},
        )  # fmt: skip
    text = page()
    assert re.search("<del[^>]*>old &lt;b&gt;</del>", text)
    assert re.search('<ins lang="zh[^>]*>新的</ins>', text)
    assert re.search(r"<ins[^>]*>\[1\]</ins>", text)
    assert ">same<" not in text


def test_what_a_review_says_is_hidden_until_all_are_in(
    client: Client, editor: User, fact_checker: User, second_checker: User
) -> None:
    client.force_login(editor)
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    text = client.get(reverse("audit")).content.decode()
    assert "review.submit" in text
    assert "mostly-false" not in text
    review(item, second_checker)
    assert "mostly-false" in client.get(reverse("audit")).content.decode()


def test_what_a_draft_says_is_hidden_while_the_reader_could_still_review(
    client: Client, editor: User, second_editor: User, fact_checker: User
) -> None:
    draft = drafted_verdict(fact_checker)
    text = replace(text_of(draft), summary="Fewer than a third.")
    verdict_revise(verdict=draft, actor=fact_checker, text=text, based_on=0)
    review_ask(item=draft.item, actor=editor, note="A minister is quoted.")
    client.force_login(second_editor)
    hidden = client.get(reverse("audit")).content.decode()
    assert "verdict.revise" in hidden
    assert "Fewer than a third." not in hidden
    review(draft.item, second_editor)
    assert "Fewer than a third." in client.get(reverse("audit")).content.decode()


def test_an_export_leaves_out_what_the_page_hides_and_is_whole(
    client: Client, fact_checker: User
) -> None:
    reader = make_person(Role.ADMINISTRATOR, Role.FACT_CHECKER)
    review(make_item(reviews_wanted=2), fact_checker)
    client.force_login(reader)
    lines = client.get(reverse("audit-export")).getvalue().decode().splitlines(keepends=True)
    assert "mostly-false" not in "".join(lines)
    assert "lease.take" in "".join(lines)
    assert verify_export.verify(lines).startswith("whole: 2 events, 1 of them left out")


def test_ones_own_review_is_not_hidden_from_oneself(client: Client, editor: User) -> None:
    client.force_login(editor)
    item = make_item(reviews_wanted=2)
    lease = lease_take(item=item, actor=editor)
    text = ReviewText(rating="false", summary="No.", rationale="The table.")
    review_save_draft(item=item, actor=editor, token=lease.token, text=text, based_on=0)
    assert re.search("<ins[^>]*>false</ins>", client.get(reverse("audit")).content.decode())


def test_the_page_says_how_far_the_log_was_verified(page: Any) -> None:
    write_events(3)
    assert "not verified yet" in page()
    kept = audit_verify_and_tell()
    text = page()
    assert "Verified whole" in text
    assert kept.hash in text


def test_a_broken_log_is_a_notice_on_the_queue_and_here(page: Any, client: Client) -> None:
    ids = write_events(3)
    powerless_guards()
    tamper("UPDATE audit_auditevent SET note = 'x' WHERE id = %s", ids[1])
    audit_verify_and_tell()
    for text in (page(), client.get(reverse("queue")).content.decode()):
        assert "The audit log is not whole" in text
        assert f"Event {ids[1]} was changed" in text


def test_an_administrator_takes_the_log_along_and_proves_it(
    client: Client, administrator: User
) -> None:
    write_events(4)
    client.force_login(administrator)
    answer = client.get(reverse("audit-export"))
    lines = answer.getvalue().decode().splitlines()
    assert "attachment" in answer.headers["Content-Disposition"]
    assert verify_export.verify(lines).startswith("whole: 4 events")
    script = client.get(reverse("audit-script")).getvalue()
    assert script.startswith(b'"""Checks an export')


def test_an_extract_about_one_thing_can_be_taken_along(client: Client, administrator: User) -> None:
    write_events(2)
    write_events(2)
    client.force_login(administrator)
    first = AuditEvent.objects.order_by("id")[0]
    answer = client.get(reverse("audit-export"), {"target": f"accounts.user:{first.target_id}"})
    assert "2 of them left out" in verify_export.verify(answer.getvalue().decode().splitlines())


def test_an_item_links_to_its_events_for_those_who_may_read_them(
    client: Client, administrator: User, fact_checker: User
) -> None:
    item = make_item()
    link = f"{reverse('audit')}?target=reviews.queueitem:{item.pk}"
    for person, is_there in ((administrator, True), (fact_checker, False)):
        client.force_login(person)
        text = client.get(reverse("workspace", args=[item.pk])).content.decode()
        assert (link in text) == is_there


def test_the_names_to_choose_from_are_those_in_the_log(fact_checker: User) -> None:
    assert known_actions() == known_kinds() == []
    write_events(2)
    lease_take(item=make_item(), actor=fact_checker)
    assert known_actions() == ["lease.take", "test.event"]
    assert known_kinds() == ["accounts.user", "reviews.queueitem"]


def test_a_search_for_the_machine_finds_only_its_events() -> None:
    write_events(1)
    with transaction.atomic():
        event = record(actor=None, action="test.machine", target=make_item())
    assert audit_page(AuditSearch(is_machine=True)).events == [event]
