"""Whoever gives or takes access leaves an event: in Django's admin and by its commands."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from rest_framework.authtoken.models import Token

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.models import AuditEvent
from factcheck.local.demo_users import make_demo_users
from factcheck.web.audited_admin import AuditedAdmin
from tests.audit import events_of

pytestmark = pytest.mark.django_db

NEW = "nineteen quiet harbours"


@pytest.fixture
def chief(client: Client) -> User:
    """A superuser, signed in."""
    user = User.objects.create_superuser("chief", password=NEW)
    client.force_login(user)
    return user


def form_of(client: Client, url: str) -> dict[str, Any]:
    """Return the fields of the page's form as a browser would send them unchanged."""
    form = client.get(url).context["adminform"].form
    sent = {bound.html_name: bound.value() for bound in form}
    return {name: value for name, value in sent.items() if value not in (None, False)}


def test_making_a_person_in_the_admin_is_recorded(client: Client, chief: User) -> None:
    fields = {"username": "nadia", "usable_password": "true", "password1": NEW, "password2": NEW}
    answer = client.post(reverse("admin:accounts_user_add"), fields)
    assert answer.status_code == 302
    event = AuditEvent.objects.get(action="person.add")
    assert event.actor_id == chief.pk
    assert event.after == {"username": "nadia"}
    assert NEW not in str(vars(event))


def test_giving_a_role_in_the_admin_is_recorded_with_the_roles_there_were(
    client: Client, chief: User, fact_checker: User
) -> None:
    url = reverse("admin:accounts_user_change", args=[fact_checker.pk])
    editor = Group.objects.get(name=Role.EDITOR)
    assert client.post(url, form_of(client, url) | {"groups": [editor.pk]}).status_code == 302
    event = AuditEvent.objects.get(action="person.change")
    assert (event.actor_id, event.target_id) == (chief.pk, fact_checker.pk)
    assert (event.before, event.after) == (
        {"groups": ["fact-checker"]},
        {"groups": ["editor"]},
    )


def test_saving_a_person_unchanged_leaves_no_event(
    client: Client, chief: User, fact_checker: User
) -> None:
    url = reverse("admin:accounts_user_change", args=[fact_checker.pk])
    assert client.post(url, form_of(client, url)).status_code == 302
    assert events_of(fact_checker) == []


@pytest.mark.parametrize("number", ["abc", "1%00", "_00", "9" * 30, "0"])
def test_the_password_page_of_nobody_is_not_found(client: Client, chief: User, number: str) -> None:
    assert client.get(f"/admin/accounts/user/{number}/password/").status_code == 404


def test_setting_a_password_in_the_admin_is_recorded_and_ends_the_token(
    client: Client, chief: User, fact_checker: User
) -> None:
    Token.objects.create(user=fact_checker)
    url = reverse("admin:auth_user_password_change", args=[fact_checker.pk])
    fields = {"usable_password": "true", "password1": NEW, "password2": NEW, "set-password": "1"}
    assert client.post(url, fields | {"password2": "another one"}).status_code == 200
    assert events_of(fact_checker) == []
    assert client.post(url, fields).status_code == 302
    assert events_of(fact_checker) == ["person.password"]
    assert not Token.objects.exists()


def test_a_person_cannot_be_deleted_in_the_admin(
    client: Client, chief: User, fact_checker: User
) -> None:
    url = reverse("admin:accounts_user_delete", args=[fact_checker.pk])
    assert client.post(url, {"post": "yes"}).status_code == 403
    client.post(
        reverse("admin:accounts_user_changelist"),
        {"action": "delete_selected", "_selected_action": [fact_checker.pk], "post": "yes"},
    )
    assert User.objects.filter(pk=fact_checker.pk).exists()


def test_a_role_cannot_be_deleted_renamed_or_added_in_the_admin(
    client: Client, chief: User
) -> None:
    editor = Group.objects.get(name=Role.EDITOR)
    assert client.post(reverse("admin:auth_group_delete", args=[editor.pk])).status_code == 403
    assert client.get(reverse("admin:auth_group_add")).status_code == 403
    client.post(reverse("admin:auth_group_change", args=[editor.pk]), {"name": "nobody"})
    assert Group.objects.filter(name=Role.EDITOR).exists()


def test_every_page_of_the_admin_is_audited() -> None:
    unaudited = [type(page) for page in admin.site._registry.values()
                 if not isinstance(page, AuditedAdmin) or not page.audited_as]  # fmt: skip
    assert unaudited == []


def test_the_command_that_makes_an_administrator_is_recorded() -> None:
    call_command(
        "createsuperuser", username="root", email="r@desk.example", interactive=False, verbosity=0
    )
    made = User.objects.get(username="root")
    event = AuditEvent.objects.get(target_id=made.pk)
    assert (event.action, event.actor_name) == ("person.add", "machine")
    assert event.after == {"username": "root", "is_superuser": True}


def test_the_command_that_changes_a_password_is_recorded(
    fact_checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: NEW)
    call_command("changepassword", username=fact_checker.username, stdout=StringIO())
    fact_checker.refresh_from_db()
    assert fact_checker.check_password(NEW)
    assert events_of(fact_checker) == ["person.password"]


def test_the_first_people_of_a_desk_are_recorded(tmp_path: Any) -> None:
    make_demo_users(tmp_path)
    made = AuditEvent.objects.filter(action="person.add")
    assert {event.after["username"] for event in made} == set(
        User.objects.values_list("username", flat=True)
    )
