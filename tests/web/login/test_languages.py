"""The language of the pages: whose choice counts, how it is changed, and what caches are told."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from factcheck.errors import InvalidInput
from factcheck.web.people import language_change

pytestmark = pytest.mark.django_db
HOME = "verdict-list"
TAIPEI = "zh-TW,zh;q=0.9,en;q=0.5"


def choose(client: Client, code: str, **more: Any) -> Any:
    return client.post(reverse("language"), {"language": code, **more})


def language_of(client: Client, accept: str = "", route: str = HOME) -> str:
    """Return the language of a page as its first tag says it."""
    page = client.get(reverse(route), headers={"accept-language": accept} if accept else {})
    answer: str = page.content.decode().partition('<html lang="')[2].partition('"')[0]
    assert page.headers["Content-Language"].lower() == answer
    return answer


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("", "en"),
        ("id-ID,id;q=0.9", "id"),
        ("zh-CN,zh;q=0.9", "zh-hans"),
        ("zh-SG", "zh-hans"),
        (TAIPEI, "zh-hant"),
        ("zh-HK", "zh-hant"),
        ("tlh,de;q=0.7", "en"),
        ("*;q=nonsense", "en"),
    ],
)
def test_a_reader_gets_the_language_the_browser_asks_for(
    client: Client, accept: str, language: str
) -> None:
    assert language_of(client, accept) == language


def test_what_a_reader_chose_counts_more_than_the_browser(client: Client) -> None:
    answer = choose(client, "id", next="/methodology/?a=b")
    assert answer.headers["Location"] == "/methodology/?a=b"
    assert language_of(client, TAIPEI) == "id"
    choose(client, "tlh")
    assert language_of(client, TAIPEI) == "zh-hant"


@pytest.mark.parametrize(
    ("sent_to", "page"),
    [
        ("/queue/5/evidence/?a=b", "/queue/5/"),
        ("/queue/5/discussion/7/edit/", "/queue/5/discussion/"),
        ("/sign-off/5/send-back/", "/sign-off/5/"),
        ("/queue/bulk/", "/queue/"),
        ("/login/?next=/queue/", "/login/?next=/queue/"),
        ("/nothing/", "/nothing/"),
    ],
)
def test_from_a_page_that_answers_a_form_one_comes_to_the_page_of_what_it_was_about(
    client: Client, sent_to: str, page: str
) -> None:
    assert choose(client, "id", next=sent_to).headers["Location"] == page


def test_what_a_person_chose_counts_most_and_stays_when_they_log_out(
    client: Client, fact_checker: User
) -> None:
    client.force_login(fact_checker)
    choose(client, "id")
    fact_checker.refresh_from_db()
    assert fact_checker.language == "id"
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"  # as somebody else left it
    assert language_of(client, TAIPEI, "queue") == "id"
    choose(client, "id")
    client.post(reverse("logout"))
    assert language_of(client, TAIPEI) == "id"


def test_a_person_may_leave_it_to_the_browser_again(client: Client, fact_checker: User) -> None:
    client.force_login(fact_checker)
    for code in ("id", ""):
        choose(client, code)
    assert language_of(client, TAIPEI, "preferences") == "zh-hant"


def test_a_change_is_audited_as_codes_and_choosing_it_again_changes_nothing(
    client: Client, fact_checker: User
) -> None:
    client.force_login(fact_checker)
    for _time in range(2):
        choose(client, "zh-hant")
    [event] = AuditEvent.objects.filter(action="person.language")
    assert (event.before, event.after) == ({"language": ""}, {"language": "zh-hant"})


def test_a_language_the_pages_are_not_in_is_refused(client: Client, fact_checker: User) -> None:
    with pytest.raises(InvalidInput, match="not in this language"):
        language_change(actor=fact_checker, code="tlh")
    client.force_login(fact_checker)
    assert choose(client, "tlh").status_code == 400
    fact_checker.refresh_from_db()
    assert fact_checker.language == ""


def test_nobody_is_sent_to_another_site_and_nobody_else_changes_what_a_person_chose(
    fact_checker: User,
) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = choose(client, "id", next="https://elsewhere.example/")
    assert answer.headers["Location"] == reverse(HOME)
    client.force_login(fact_checker)
    assert choose(client, "id").status_code == 403


def test_pages_for_readers_set_no_cookie_and_tell_caches_what_they_depend_on(
    client: Client,
) -> None:
    answer = client.get(reverse(HOME), headers={"accept-language": "id"})
    assert set(answer.headers["Vary"].split(", ")) >= {"Accept-Language", "Cookie"}
    assert not answer.cookies


def test_a_feed_is_one_for_all_languages(client: Client) -> None:
    answers = [
        client.get(reverse("feed-atom"), headers={"accept-language": accept})
        for accept in ("id", "zh-TW", "en")
    ]
    assert len({answer.content for answer in answers}) == 1
    assert not any("Content-Language" in answer.headers for answer in answers)
    assert not any("Accept-Language" in answer.headers.get("Vary", "") for answer in answers)


def test_the_switch_names_each_language_in_itself(client: Client) -> None:
    page = client.get(reverse("login"), headers={"accept-language": "id"}).content.decode()
    for code, name in settings.LANGUAGES:
        assert f'value="{code}" lang="{code}"' in page
        assert f">{name}</button>" in page
