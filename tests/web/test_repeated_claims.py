"""How often a checked claim was made again: on its pages, in its alert, by the API."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Alert
from factcheck.accounts.models import User
from factcheck.flow import advance
from reviews.models import Verdict
from tests.factories import make_appearance, make_article
from tests.walks import published_verdict

pytestmark = pytest.mark.django_db


def client_of(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def verdict(fact_checker: User, editor: User) -> Verdict:
    """Return a verdict whose claim two outlets made again, one of them twice."""
    verdict = published_verdict(fact_checker, editor)
    for outlet in ("Buoy", "Mast", "Mast"):
        article = make_article(outlet=outlet)
        make_appearance(verdict.claim, article=article)
        article.stage = "queue"
        article.save()
        advance(article.pk)
    return verdict


def test_the_desk_reads_the_count_where_it_works_and_readers_if_it_tells_them(
    verdict: Verdict, editor: User, settings: Any
) -> None:
    pages = {
        "workspace": reverse("workspace", args=[verdict.item_id]),
        "verdict": reverse("verdict-detail", args=[verdict.claim_id]),
        "alerts": reverse("alert-list"),
    }
    for name, path in pages.items():
        page = " ".join(client_of(editor).get(path).content.decode().split())
        assert "3 articles made it again since the verdict of" in page, name
        assert "In 2 outlets, 2 independent texts." in page, name
        row = page[page.index('<th scope="row">Mast</th>') :]
        assert (re.findall(r'data-label="[^"]+">\d+<', row)[:2]) == [
            'data-label="Before the verdict">0<',
            'data-label="Since the verdict">2<',
        ]
    assert "made the claim again" not in Client().get(pages["verdict"]).content.decode()
    settings.PUBLISH_REPEATS = True
    public = " ".join(Client().get(pages["verdict"]).content.decode().split())
    assert "2 outlets we follow have made the claim again." in public
    assert "Mast" not in public.partition("made the claim again")[2]


def test_the_api_tells_the_same(verdict: Verdict, editor: User) -> None:
    client = client_of(editor)
    alert = client.get(f"/api/v1/alerts/{Alert.objects.get().pk}").json()
    claim = client.get(f"/api/v1/claims/{verdict.claim_id}").json()
    assert alert["checked_claim"] == alert["claim"] == verdict.claim_id
    for told in (alert["repeats"], claim["repeats"]):
        assert (told["times"], told["outlets_since"], told["texts"]) == (3, 2, 2)
        assert [(each["outlet"], each["since"]) for each in told["outlets"]] == [
            ("Mast", 2),
            ("Buoy", 1),
        ]
