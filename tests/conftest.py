"""What every test may ask for: the people of a desk, and settings that fit a test."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import TransactionTestCase, override_settings
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from tests.emptying import empty_tables
from tests.factories import make_person
from tests.fetched_hosts import hosts_forget
from tests.template_database import template_database
from tests.web_server import PageServer, serving

# The threads of the embedding engine wait for one another by spinning: on busy cores, for ever.
os.environ.setdefault("OMP_NUM_THREADS", "1")
# How long an example takes is up to what else runs on the machine, which is no failure.
hypothesis_settings.register_profile("factcheck", deadline=None)
hypothesis_settings.load_profile("factcheck")
FAST_HASHER = "django.contrib.auth.hashers.MD5PasswordHasher"
PLAIN_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"


def pytest_collection_finish() -> None:
    """Have the garbage collector leave alone what was imported and collected, and come seldom.

    All of that stays to the end; walking over it again and again took a tenth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session", autouse=True)
def plain_http() -> Iterator[None]:
    """Turn off what only https can serve, before any live server reads the settings."""
    with override_settings(
        SECURE_SSL_REDIRECT=False,
        SECURE_HSTS_SECONDS=0,
        SECURE_PROXY_SSL_HEADER=None,
        SESSION_COOKIE_SECURE=False,
        CSRF_COOKIE_SECURE=False,
        LANGUAGE_COOKIE_SECURE=False,
        PASSWORD_HASHERS=[FAST_HASHER],
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def static_directory() -> None:
    """Give whitenoise its directory; it warns when there is none, and warnings are errors here."""
    Path(django_settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """Have Django copy a migrated database where it would make an empty one."""
    with django_db_blocker.unblock():
        connection.settings_dict["TEST"]["TEMPLATE"] = template_database()


@pytest.fixture(scope="session", autouse=True)
def vectors_of_runs_before(pytestconfig: pytest.Config) -> Iterator[None]:
    """Embed a text once for all workers and runs."""
    # Only now: the engine looks at OMP_NUM_THREADS when it is loaded.
    from tests.kept_vectors import kept_vectors

    assert pytestconfig.cache is not None
    with kept_vectors(pytestconfig.cache.mkdir("vectors")):
        yield


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Path) -> None:
    """Keep files of a test in its own directory, and serve static files without a manifest."""
    on_disk = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "files"},
    }
    settings.STORAGES = {
        "default": on_disk,
        "vault": on_disk,
        "staticfiles": {"BACKEND": PLAIN_STATIC},
    }


@pytest.fixture(scope="session", autouse=True)
def quick_emptying() -> Iterator[None]:
    """Have the tables emptied by us after a test that commits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_tables)
        yield


@pytest.fixture(scope="session")
def running_web_server() -> Iterator[PageServer]:
    """One web server for the whole run: starting one takes longer than most tests."""
    with serving(PageServer()) as server:
        yield server


@pytest.fixture
def web_server(running_web_server: PageServer, settings: Any) -> PageServer:
    """A web server without pages, which may be fetched from without a pause.

    A worker in a process of its own needs FETCH_ALLOW_HOSTS="127.0.0.1" and FETCH_HOST_PAUSE="0" in
    its environment.
    """
    settings.FETCH_ALLOW_HOSTS = ["127.0.0.1"]
    settings.FETCH_HOST_PAUSE = 0.0
    hosts_forget()
    running_web_server.forget()
    return running_web_server


@pytest.fixture
def outsider(db: None) -> User:
    """A person who can log in and has no role."""
    return make_person(username="outsider")


@pytest.fixture
def fact_checker(db: None) -> User:
    """A fact-checker."""
    return make_person(Role.FACT_CHECKER, username="checker")


@pytest.fixture
def second_checker(db: None) -> User:
    """Another fact-checker."""
    return make_person(Role.FACT_CHECKER, username="second-checker")


@pytest.fixture
def editor(db: None) -> User:
    """An editor."""
    return make_person(Role.EDITOR, username="editor")


@pytest.fixture
def second_editor(db: None) -> User:
    """Another editor."""
    return make_person(Role.EDITOR, username="second-editor")


@pytest.fixture
def administrator(db: None) -> User:
    """An administrator, who makes people and may not judge."""
    return make_person(Role.ADMINISTRATOR, username="administrator", is_staff=True)
