"""Who works at the scratch desk: reviewers with tokens, and a reader with a session."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from rest_framework.authtoken.models import Token

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role

BACKEND = "factcheck.accounts.callers.DeskBackend"


@dataclass(frozen=True, slots=True)
class People:
    """Ids and tokens of the reviewers in one order; Cookie headers of a reader and an editor."""

    reviewers: list[int]
    tokens: list[str]
    cookie: str
    editor: int
    editor_cookie: str


def make_people(reviewers: int) -> People:
    """Make so many reviewers, and one more fact-checker who only looks at pages."""
    users = [_make(f"reviewer{number}") for number in range(reviewers)]
    editor = _make("editor", Role.EDITOR)
    return People(
        reviewers=[user.pk for user in users],
        tokens=[Token.objects.create(user=user).key for user in users],
        cookie=_cookie(_make("reader")),
        editor=editor.pk,
        editor_cookie=_cookie(editor),
    )


def _cookie(user: User) -> str:
    browser = Client()
    browser.force_login(user, backend=BACKEND)
    return f"{settings.SESSION_COOKIE_NAME}={browser.cookies[settings.SESSION_COOKIE_NAME].value}"


def _make(name: str, role: Role = Role.FACT_CHECKER) -> User:
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.get(name=role))
    return user
