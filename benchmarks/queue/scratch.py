"""A desk to be thrown away: a database, static files and people of its own."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

from factcheck.local import addresses, services

# The product and test runs take the lowest numbers.
REDIS_NUMBER = 63


@contextmanager
def scratch_desk(*, lease_seconds: int) -> Iterator[None]:
    """Point the environment, and so Django's settings, at an empty database on the local servers.

    The settings are read once: import no model before. The database is dropped at the end.
    """
    name = f"factcheck_queue_{os.getpid()}"
    with (
        services.running(services.needed(addresses.var_directory())),
        tempfile.TemporaryDirectory() as directory,
        _database(name),
    ):
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "factcheck.settings",
            "DATABASE_URL": addresses.database_url(name=name),
            "REDIS_URL": addresses.redis_url(number=REDIS_NUMBER),
            "SECRET_KEY": secrets.token_urlsafe(),
            "FACTCHECK_VAR": directory,
            "LEASE_SECONDS": str(lease_seconds),
            "LOG_LEVEL": "ERROR",
            "HTTPS": "false",
            "DEBUG": "false",
        }
        yield


@contextmanager
def _database(name: str) -> Iterator[None]:
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    url = addresses.database_url(name="postgres")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(drop)
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield
        finally:
            connection.execute(drop)
