"""Clients of the API, signed in by token as a program would be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from rest_framework.authtoken.models import Token
from rest_framework.test import APIClient

from factcheck.accounts.models import User
from tests.api.clients import JsonClient

Signed = Callable[[User], APIClient]


@pytest.fixture(autouse=True)
def fresh_throttle() -> None:
    """Forget the requests of earlier tests."""
    cache.clear()


@pytest.fixture(autouse=True)
def local_receivers(settings: Any) -> None:
    """Let webhooks be added that nobody sends to here."""
    settings.WEBHOOK_ALLOW_HOSTS = ["127.0.0.1"]


@pytest.fixture
def signed(db: None) -> Signed:
    """Return what makes a client that is signed in as a person."""

    def sign_in(user: User) -> APIClient:
        token, _made = Token.objects.get_or_create(user=user)
        client = JsonClient()
        client.credentials(HTTP_AUTHORIZATION=f"Token {token.key}")
        return client

    return sign_in


@pytest.fixture
def as_checker(signed: Signed, fact_checker: User) -> APIClient:
    """A client signed in as a fact-checker."""
    return signed(fact_checker)


@pytest.fixture
def as_editor(signed: Signed, editor: User) -> APIClient:
    """A client signed in as an editor."""
    return signed(editor)
