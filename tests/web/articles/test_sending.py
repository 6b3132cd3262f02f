"""What one reads is sent to the desk: the form is filled in, and nothing is written by that."""

from __future__ import annotations

import json
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Article
from factcheck.accounts.models import User

pytestmark = pytest.mark.django_db
URL = "https://gazette.example/a?b=1&c=港"


@pytest.fixture
def desk(client: Client, fact_checker: User) -> Client:
    """A signed-in fact-checker's browser."""
    client.force_login(fact_checker)
    return client


def filled(desk: Client, **asked: str) -> str:
    """Return the page that an address opens."""
    answer = desk.get(reverse("article-add"), asked)
    assert answer.status_code == 200
    assert not Article.objects.exists()
    return answer.content.decode()


def test_an_address_fills_in_the_forms_and_writes_nothing(desk: Client) -> None:
    page = unescape(filled(desk, url=URL, title='More "ships"', text="Naik <5> persen."))
    assert page.count(f'value="{URL}"') == 2  # to fetch it, and beside the text
    assert 'value="More "ships""' in page
    assert "Naik <5> persen.</textarea>" in page


@pytest.mark.parametrize(
    "asked", [{"text": URL}, {"text": f"More ships {URL}"}, {"text": f"More ships\n{URL}"}]
)
def test_the_address_is_found_where_telephones_put_it(desk: Client, asked: dict[str, str]) -> None:
    assert f'value="{URL}"' in unescape(filled(desk, **asked))


def test_odd_and_long_values_are_filled_in_as_far_as_they_go(desk: Client) -> None:
    page = filled(desk, url="javascript:alert(1)", title="t" * 900, text="\x00<script>x</script>")
    assert "<script>x" not in page
    assert f'value="{"t" * 501}' not in page


def test_the_bookmarklet_opens_the_page_of_this_desk(desk: Client) -> None:
    page = unescape(desk.get(reverse("article-send")).content.decode())
    assert "javascript:(()=>{let t=document.title" in page
    assert "open('http://testserver/articles/add/?'+q()+'#text='" in page


def test_telephones_are_told_how_to_share(client: Client) -> None:
    answer = client.get(reverse("manifest"))
    assert answer.headers["Content-Type"] == "application/manifest+json"
    target = json.loads(answer.content)["share_target"]
    assert (target["action"], target["method"]) == (reverse("article-share"), "POST")


def test_a_long_text_in_chinese_is_shared_whole(fact_checker: User) -> None:
    telephone = Client(enforce_csrf_checks=True)
    telephone.force_login(fact_checker)
    text = "渡輪載了四萬人。" * 500
    answer = telephone.post(reverse("article-share"), {"title": "渡輪", "text": text})
    assert answer.status_code == 200
    assert f"{text}</textarea>" in answer.content.decode()
    assert not Article.objects.exists()
    back = telephone.get(reverse("article-share"))
    assert (back.status_code, back.headers["Location"]) == (302, reverse("article-add"))


def test_another_site_cannot_log_anybody_out_by_sharing(client: Client) -> None:
    answer = client.post(
        reverse("article-share"), {"text": "Boats."}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert (answer.status_code, answer.cookies) == (302, {})


def test_what_is_shared_is_there_after_the_log_in(fact_checker: User) -> None:
    telephone = Client(enforce_csrf_checks=True)
    shared = {"title": "渡輪", "text": "渡輪載了四萬人。" * 5_000}
    log_in = telephone.post(reverse("article-share"), shared)
    assert log_in.headers["Location"].endswith(f"?next={reverse('article-share')}")
    telephone.force_login(fact_checker)
    page = telephone.get(reverse("article-share")).content.decode()
    assert f"{shared['text'][:10_000]}</textarea>" in page
    assert telephone.get(reverse("article-share")).status_code == 302
    assert not Article.objects.exists()
