"""Requests no browser sends get an answer, not a 500."""

from __future__ import annotations

from importlib import import_module
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from django.test import Client
from rest_framework.authtoken.models import Token

from factcheck.accounts.models import User
from factcheck.web.people import password_change, token_issue

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("charset", ["hex", "rot13", "idna", "undefined"])
def test_a_charset_no_page_has_is_read_as_utf_8(charset: str) -> None:
    environ: dict[str, Any] = {
        "PATH_INFO": "/api/v1/nothing",
        "QUERY_STRING": "q=%41%ff",
        "CONTENT_TYPE": f"text/plain; charset={charset}",
        "HTTP_HOST": "127.0.0.1",
        # The application is made once, with the site's own settings: it would ask for https.
        "wsgi.url_scheme": "https",
        "HTTP_X_FORWARDED_PROTO": "https",
    }
    setup_testing_defaults(environ)
    said: list[str] = []
    # Imported here: the application looks for the static files when it is made, and while tests
    # are collected their directory need not exist.
    application = import_module("factcheck.wsgi").application
    list(application(environ, lambda status, headers: said.append(status)))
    assert said == ["404 Not Found"]


def test_a_session_cookie_with_nul_counts_as_no_session(client: Client) -> None:
    answer = client.get("/queue/", headers={"Cookie": r'sessionid="\000aaaaaaaaaaaa"'})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/login/")


def test_a_name_of_300_letters_is_an_error_of_the_form(client: Client) -> None:
    answer = client.post("/login/", {"username": "a" * 300, "password": "guess"})
    assert answer.status_code == 200
    assert "at most 150 characters" in answer.text


def test_a_new_password_ends_the_token_of_the_old_one(fact_checker: User) -> None:
    token_issue(actor=fact_checker)
    password_change(actor=fact_checker, password="another long phrase")
    assert not Token.objects.filter(user=fact_checker).exists()
