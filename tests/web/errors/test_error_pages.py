"""What is shown when something cannot be done."""

from __future__ import annotations

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.defaults import server_error

from factcheck.accounts.models import User
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_an_unknown_address_says_so_in_the_layout_of_the_site(client: Client) -> None:
    answer = client.get("/no/such/page/")
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.content.decode()
    assert 'class="site-header"' in answer.content.decode()


def test_a_page_for_another_role_says_whom_to_ask(client: Client, outsider: User) -> None:
    client.force_login(outsider)
    answer = client.get(reverse("article-list"))
    assert answer.status_code == 403
    assert "ask an administrator" in answer.content.decode()


def test_a_form_without_its_token_says_to_reload(fact_checker: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(fact_checker)
    answer = client.post(reverse("article-add"), {"text": "Ten ships."})
    assert answer.status_code == 403
    assert "reload the page and send the form again" in answer.content.decode()


def test_the_page_for_a_breakdown_needs_nothing_that_may_be_broken(
    django_assert_num_queries: Any,
) -> None:
    with django_assert_num_queries(0):
        answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert b"Something broke here" in answer.content
    assert "Something broke here" in render_to_string("500.html")


def test_a_refusal_of_a_service_is_a_page_for_people_and_a_fragment_for_htmx(
    client: Client, fact_checker: User
) -> None:
    client.force_login(fact_checker)
    address = reverse("article-retry", args=[make_article().pk])
    page = client.post(address)
    fragment = client.post(address, headers={"HX-Request": "true"})
    assert (page.status_code, fragment.status_code) == (409, 409)
    assert "<html" in page.content.decode()
    assert "<html" not in fragment.content.decode()
    assert "nothing to retry" in fragment.content.decode()


def test_health_names_the_part_that_does_not_answer(client: Client, settings: Any) -> None:
    assert client.get(reverse("healthz")).content == b"ok\n"
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }
    answer = client.get(reverse("healthz"))
    assert answer.status_code == 503
    assert answer.content == b"no answer: redis\n"


@pytest.mark.parametrize("route", ["verdict-list", "methodology", "login"])
def test_a_page_allows_no_inline_script_or_style_and_holds_none(route: str, client: Client) -> None:
    answer = client.get(reverse(route))
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert ' style="' not in answer.content.decode()
    assert "<style" not in answer.content.decode()
