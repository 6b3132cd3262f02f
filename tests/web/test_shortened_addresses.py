"""Addresses with their end cut off, as people type them, lead somewhere."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from factcheck.accounts.models import User
from tests.factories import make_claim, make_item

pytestmark = pytest.mark.django_db
LISTS = {
    "/verdicts/": "/",
    "/verdicts/?rating=false&q=flood": "/?rating=false&q=flood",
    "/feeds/": "/",
    "/ratings/": "/methodology/",
    "/claims/": "/queue/",
    "/claims/?q=flood": "/queue/?q=flood",
    "/evidence/": "/search/",
    "/pages/": "/articles/",
    "/earlier-checks/imports/": "/earlier-checks/",
    "/sources/feeds/": "/sources/",
    "/api/": "/api/v1/docs",
}
ANSWERED = {200, 301, 302, 405}  # 405: a form is sent there


@pytest.mark.parametrize("asked", LISTS)
def test_a_shortened_address_leads_to_its_list_for_good(client: Client, asked: str) -> None:
    answer = client.get(asked)
    assert (answer.status_code, answer.headers["Location"]) == (301, LISTS[asked])


def test_the_first_folder_of_every_address_answers(client: Client, editor: User) -> None:
    client.force_login(editor)
    folders = {f"/{route.split('/')[0]}/" for route in _routes(get_resolver()) if "/" in route}
    asked = {folder: client.get(folder).status_code for folder in folders - {"/admin/"}}
    assert {folder: status for folder, status in asked.items() if status not in ANSWERED} == {}


def test_a_claim_leads_to_where_the_desk_works_on_it(client: Client, fact_checker: User) -> None:
    client.force_login(fact_checker)
    item, unqueued = make_item(), make_claim()
    there = {
        item.claim_id: reverse("workspace", args=[item.pk]),
        unqueued.pk: reverse("claim-explain", args=[unqueued.pk]),
    }
    for claim, address in there.items():
        assert client.get(f"/claims/{claim}/").headers["Location"] == address
    assert client.get("/claims/404404/").status_code == 404


def _routes(resolver: URLResolver, before: str = "") -> list[str]:
    found: list[str] = []
    for each in resolver.url_patterns:
        path = before + str(each.pattern)
        found += [path] if isinstance(each, URLPattern) else _routes(each, path)
    return found
