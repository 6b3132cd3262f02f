"""Signing in and out, being locked out, and what a person sets for themselves."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from factcheck.errors import InvalidInput
from factcheck.web.people import time_zone_change
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db
LOGIN = {"username": "checker", "password": PASSWORD}
WRONG = {"username": "checker", "password": "guess"}


def test_a_person_logs_in_and_comes_to_the_queue(client: Client, fact_checker: User) -> None:
    assert client.post(reverse("login"), LOGIN).headers["Location"] == reverse("queue")


def test_the_page_names_the_desk_and_not_the_host(client: Client) -> None:
    page = client.get(reverse("login")).content.decode()
    assert f"<title>Log in – {settings.SITE_NAME}</title>" in page


def test_a_person_comes_back_to_the_page_they_wanted_but_never_to_another_site(
    client: Client, fact_checker: User
) -> None:
    wanted = client.post(reverse("login"), {**LOGIN, "next": "/articles/add/"})
    assert wanted.headers["Location"] == "/articles/add/"
    client.logout()
    elsewhere = client.post(reverse("login"), {**LOGIN, "next": "https://elsewhere.example/"})
    assert elsewhere.headers["Location"] == reverse("queue")


def test_a_wrong_password_is_said_without_saying_which_half_is_wrong(
    client: Client, fact_checker: User
) -> None:
    known = client.post(reverse("login"), WRONG).content.decode()
    unknown = client.post(reverse("login"), {**WRONG, "username": "nobody"}).content.decode()
    assert "Please enter a correct username and password" in known
    assert "Please enter a correct username and password" in unknown


def test_after_a_wrong_password_one_types_the_password_anew(
    client: Client, fact_checker: User
) -> None:
    fields = re.findall(
        r"<input [^>]*autofocus[^>]*>", client.get(reverse("login")).content.decode()
    )
    again = re.findall(
        r"<input [^>]*autofocus[^>]*>", client.post(reverse("login"), WRONG).content.decode()
    )
    assert ['name="username"' in each for each in fields] == [True]
    assert ['name="password"' in each for each in again] == [True]


def test_five_wrong_passwords_lock_the_account_and_say_until_when(
    client: Client, fact_checker: User
) -> None:
    pause = timedelta(hours=settings.AXES_COOLOFF_TIME)
    ends = [timezone.localtime(timezone.now() + pause)]
    for _failure in range(settings.AXES_FAILURE_LIMIT):
        answer = client.post(reverse("login"), WRONG)
    ends.append(timezone.localtime(timezone.now() + pause))
    page = answer.content.decode()
    assert answer.status_code == 429
    assert "Locked for a while" in page
    assert any(until.isoformat()[:14] in page for until in ends)
    assert client.post(reverse("login"), LOGIN).status_code == 429


def test_logging_out_ends_the_session(client: Client, fact_checker: User) -> None:
    client.force_login(fact_checker)
    client.post(reverse("logout"))
    assert client.get(reverse("article-list")).status_code == 302


def test_times_are_shown_in_the_zone_a_person_chooses(client: Client, fact_checker: User) -> None:
    client.force_login(fact_checker)
    client.post(reverse("preferences"), {"time_zone": "Asia/Jakarta"})
    fact_checker.refresh_from_db()
    assert fact_checker.time_zone == "Asia/Jakarta"
    assert "(WIB)" in client.get(reverse("preferences")).content.decode()


def test_a_change_of_zone_is_audited_and_choosing_it_again_changes_nothing(
    client: Client, fact_checker: User
) -> None:
    client.force_login(fact_checker)
    for _time in range(2):
        client.post(reverse("preferences"), {"time_zone": "Asia/Jakarta"})
    [event] = AuditEvent.objects.filter(action="person.time_zone")
    assert (event.actor_id, event.target_id) == (fact_checker.pk, fact_checker.pk)
    assert (event.before, event.after) == ({"time_zone": ""}, {"time_zone": "Asia/Jakarta"})


def test_a_zone_that_is_none_is_refused_at_every_entrance(fact_checker: User) -> None:
    with pytest.raises(InvalidInput, match="no time zone"):
        time_zone_change(actor=fact_checker, name="Mars/Olympus")


def test_a_zone_that_is_none_is_refused(client: Client, fact_checker: User) -> None:
    client.force_login(fact_checker)
    answer = client.post(reverse("preferences"), {"time_zone": "Mars/Olympus"})
    assert answer.status_code == 422
    fact_checker.refresh_from_db()
    assert fact_checker.time_zone == ""


def change(client: Client, old: str, new: str) -> int:
    """Send the password form and return the status of the answer."""
    fields = {"old_password": old, "new_password1": new, "new_password2": new}
    return client.post(reverse("password"), fields).status_code


def test_a_person_changes_their_password_and_stays_signed_in_only_here(
    client: Client, fact_checker: User
) -> None:
    client.force_login(fact_checker)
    elsewhere = Client()
    elsewhere.force_login(fact_checker)
    assert change(client, PASSWORD, "seventeen grey herons") == 302
    assert client.get(reverse("article-list")).status_code == 200
    assert elsewhere.get(reverse("article-list")).status_code == 302
    fact_checker.refresh_from_db()
    assert fact_checker.check_password("seventeen grey herons")
    assert AuditEvent.objects.filter(action="person.password", actor_id=fact_checker.pk).exists()


@pytest.mark.parametrize(("old", "new"), [("guess", "seventeen grey herons"), (PASSWORD, "12345")])
def test_a_password_is_not_changed_without_the_old_one_or_to_a_weak_one(
    old: str, new: str, client: Client, fact_checker: User
) -> None:
    client.force_login(fact_checker)
    assert change(client, old, new) == 422
    fact_checker.refresh_from_db()
    assert fact_checker.check_password(PASSWORD)
