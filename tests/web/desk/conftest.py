"""Claims as the machine leaves them, and people logged in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from claims.models import Claim
from factcheck.accounts.models import User
from reviews.models import QueueItem
from tests.factories import make_appearance, make_article, make_item

LogIn = Callable[[User | None], Client]
TEXT = (
    "Dear readers, 😀 the port 𠮷 handled 5 million boxes last year. The mayor saw it.\nA new line."
)


@pytest.fixture
def log_in() -> LogIn:
    """Return a function that gives a client with a person logged in (None: nobody)."""

    def client_of(user: User | None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return client_of


def claim_in(text: str, wording: str, *, language: str = "en") -> Claim:
    """Return a claim made once, by `wording` as it stands in an article of `text`."""
    start = text.index(wording)
    appearance = make_appearance(article=make_article(text), start=start, end=start + len(wording))
    claim = appearance.claim
    assert claim is not None
    claim.text, claim.language = wording, language
    claim.save()
    return claim


@pytest.fixture
def item(db: None) -> QueueItem:
    """Return a claim that waits, made in an article with characters outside the BMP."""
    return make_item(claim_in(TEXT, "the port 𠮷 handled 5 million boxes last year."))
