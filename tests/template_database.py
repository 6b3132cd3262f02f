"""Migrates once for all workers and runs, each of which begins with a copy of what came of it.

Migrating took each worker of each run 10 s of a core, and PostgreSQL as much again. A copy takes
a fifth of a second. The template is named by what it was made of, so nothing old is ever copied;
Django still migrates the copy, and finds nothing to do.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from factcheck.local.addresses import REPOSITORY

# The migrations, what they import of ours, and the release of Django whose own run among them.
MADE_OF = (
    "migrations/*.py", "models/*.py", "models.py", "audit/*.py", "domain/recusal.py",
    "matching/keys.py", "sources/check_keys.py",
)  # fmt: skip
PACKAGES = ("claims", "reviews", "factcheck")
START = "migrated_"
LOCK = 7_106_253  # one run at a time makes a template; the others wait and find it
KEPT = 3  # of templates: somebody may be about to copy one before the newest


def template_database() -> str:
    """Return the name of a database that is migrated and that nobody is connected to."""
    name = f"{START}{_digest()}"
    with psycopg.connect(_address(), autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        if name not in _templates(server):
            _make(server, name)
            for old in _templates(server)[:-KEPT]:
                server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(old)))
    return name


def _digest() -> str:
    found = {path for name in PACKAGES for part in MADE_OF for path in _files(name, part)}
    digest = hashlib.sha256((REPOSITORY / "requirements.txt").read_bytes())
    for path in sorted(found):
        digest.update(f"{path.relative_to(REPOSITORY)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _files(package: str, pattern: str) -> list[Path]:
    return list((REPOSITORY / package).rglob(pattern))


def _address() -> str:
    url = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(url._replace(path="/postgres"))


def _templates(server: psycopg.Connection) -> list[str]:
    """Return the names of the templates, the oldest first."""
    query = "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid"
    return [name for (name,) in server.execute(query, [START]).fetchall()]


def _make(server: psycopg.Connection, name: str) -> None:
    """Migrate under another name: a run that is killed leaves no template half made."""
    draft, final = sql.Identifier(f"draft_{name}"), sql.Identifier(name)
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(draft))
    server.execute(sql.SQL("CREATE DATABASE {}").format(draft))
    configured = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = f"draft_{name}"
    try:
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = configured
    server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(draft, final))
