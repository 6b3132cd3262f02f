"""Whose guesses are counted: the address that a trusted proxy saw, never one made up."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings as configured
from django.test import Client, RequestFactory
from django.urls import reverse

from factcheck.accounts.models import User
from factcheck.web.client_address import client_address
from tests.factories import PASSWORD

PROXY, CALLER, LIE = "10.0.0.1", "198.51.100.7", "203.0.113.9"


def behind(settings: Any, proxies: int) -> None:
    """Set how many proxies are trusted."""
    settings.REST_FRAMEWORK = {**settings.REST_FRAMEWORK, "NUM_PROXIES": proxies}


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, f"{LIE}, {CALLER}", PROXY),
        (1, f"{LIE}, {CALLER}", CALLER),
        (2, f"{LIE}, {CALLER}, 10.0.0.2", CALLER),
        (2, CALLER, CALLER),
        (1, "2001:db8::7", "2001:db8::7"),
        (1, "unknown", PROXY),
        (1, "", PROXY),
    ],
)
def test_the_address_is_the_one_the_outermost_trusted_proxy_saw(
    proxies: int, forwarded: str, address: str, settings: Any
) -> None:
    behind(settings, proxies)
    request = RequestFactory().get("/", REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == address


def test_a_connection_without_an_address_has_none() -> None:
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) is None


def test_behind_a_proxy_one_guesser_locks_nobody_else_out(
    client: Client, fact_checker: User, settings: Any
) -> None:
    behind(settings, 1)
    for _failure in range(configured.AXES_FAILURE_LIMIT):
        guess = log_in(client, LIE, "guess")
    assert guess == 429
    assert log_in(client, CALLER, PASSWORD) == 302


def log_in(client: Client, address: str, password: str) -> int:
    """Return the status that a person at `address` gets for `password`."""
    fields = {"username": "checker", "password": password}
    answer = client.post(reverse("login"), fields, REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=address)
    return answer.status_code
