"""The ledger page, and the second look from it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.accounts.models import User
from reviews.domain.dismissals import Outcome, Why
from reviews.domain.states import State
from reviews.models import Dismissal, QueueItem
from reviews.selectors import dismissals as selector
from reviews.services.dismissals import item_dismiss, item_restore
from tests.factories import make_item
from tests.web.desk.conftest import LogIn


def dismissed(actor: User, why: Why = Why.OPINION) -> Dismissal:
    return Dismissal.objects.get(item=item_dismiss(item=make_item(), actor=actor, why=why))


def listed(client: Client, query: str = "") -> list[int]:
    page = client.get(f"{reverse('dismissal-list')}?{query}").content.decode()
    table = page.partition("<tbody>")[2]
    return [int(found) for found in re.findall(r'href="/queue/(\d+)/"', table)]


def test_the_ledger_lists_dismissals_newest_first_and_filters_them(
    fact_checker: User, second_checker: User, log_in: LogIn
) -> None:
    opinion, satire = dismissed(fact_checker), dismissed(second_checker, Why.SATIRE)
    item_restore(item=opinion.item, actor=fact_checker)
    client = log_in(fact_checker)
    assert listed(client) == [satire.item_id, opinion.item_id]
    assert listed(client, "why=opinion") == [opinion.item_id]
    assert listed(client, f"by={second_checker.pk}") == [satire.item_id]
    assert listed(client, "standing=1") == [satire.item_id]
    assert listed(client, "outcome=overturned") == []
    assert len(listed(client, "why=boring&by=x&outcome=x")) == 2


def test_the_pages_of_the_ledger_show_each_line_once(
    fact_checker: User, log_in: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selector, "PAGE", 2)
    lines = [dismissed(fact_checker).item_id for _ in range(5)]
    client, seen, query = log_in(fact_checker), list[int](), ""
    for _page in range(3):
        page = client.get(f"{reverse('dismissal-list')}{query}").content.decode()
        seen += [int(found) for found in re.findall(r'href="/queue/(\d+)/"', page)]
        more = re.search(r'href="(\?[^"]*before=[^"]*)"', page)
        query = more[1] if more else ""
    assert (seen, query) == (lines[::-1], "")


def test_a_drawn_dismissal_is_put_before_another_person_only(
    fact_checker: User, second_checker: User, administrator: User, log_in: LogIn, settings: Any
) -> None:
    settings.DISMISSAL_AUDIT_SHARE = 1.0
    dismissed(fact_checker)
    heading = b"Drawn for a second look"
    shown = {
        who.username: heading in log_in(who).get(reverse("dismissal-list")).content
        for who in (fact_checker, second_checker, administrator)
    }
    assert shown == {"checker": False, "second-checker": True, "administrator": False}


def test_a_second_look_confirms_or_overturns_and_the_share_is_told(
    fact_checker: User, second_checker: User, log_in: LogIn, settings: Any
) -> None:
    settings.DISMISSAL_AUDIT_SHARE = 1.0
    right, wrong, client = dismissed(fact_checker), dismissed(fact_checker), log_in(second_checker)
    assert b"No dismissal has been looked at" in client.get(reverse("dismissal-list")).content
    client.post(reverse("dismissal-confirm", args=[right.pk]))
    page = client.post(
        reverse("dismissal-overturn", args=[wrong.pk]), {"note": "It has a figure."}, follow=True
    )
    assert b"50% were overturned: 1 overturned, 1 confirmed." in page.content
    assert Dismissal.objects.get(pk=right.pk).outcome == Outcome.CONFIRMED
    assert QueueItem.objects.get(pk=wrong.item_id).state == State.QUEUED


@pytest.mark.parametrize("route", ["dismissal-confirm", "dismissal-overturn"])
def test_a_refused_look_says_why_and_changes_nothing(
    route: str, fact_checker: User, log_in: LogIn, settings: Any
) -> None:
    settings.DISMISSAL_AUDIT_SHARE = 1.0
    line = dismissed(fact_checker)
    page = log_in(fact_checker).post(reverse(route, args=[line.pk]), {"note": "So."}, follow=True)
    assert b"Another person has to look at it." in page.content
    assert Dismissal.objects.get().outcome == ""


def test_a_claim_is_restored_from_the_ledger_once(fact_checker: User, log_in: LogIn) -> None:
    line, client = dismissed(fact_checker), log_in(fact_checker)
    address = reverse("dismissal-restore", args=[line.pk])
    assert b"Restored." in client.post(address, follow=True).content
    assert b"the claim has moved on" in client.post(address, follow=True).content
    assert QueueItem.objects.get().state == State.QUEUED
