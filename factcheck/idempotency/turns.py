"""Of two requests with the same key, the second waits until the first is done."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext as _

from factcheck.errors import DeskError

WAIT_SECONDS = 5


class InProgress(DeskError):
    """The same request is being worked on this very moment."""

    status = 409
    code = "in_progress"


def wait_for_turn(name: str) -> None:
    """Hold `name` until the transaction ends. Raises InProgress after WAIT_SECONDS.

    An advisory lock and not a row: the row is written with the answer, once, at the end.
    """
    _lock(_number(name), "_xact")


@contextmanager
def turn(name: str) -> Iterator[None]:
    """Hold `name` for what is several transactions; it is let go when the connection breaks, too.

    Raises InProgress after WAIT_SECONDS.
    """
    number = _number(name)
    with transaction.atomic():
        _lock(number, "")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])


def _number(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)


def _lock(number: int, kind: Literal["", "_xact"]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_try_advisory{kind}_lock(%s)", [number])
        if cursor.fetchone() == (True,):
            return
        cursor.execute(f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s'")
        try:
            cursor.execute(f"SELECT pg_advisory{kind}_lock(%s)", [number])
        except OperationalError as error:
            message = _("This request is being worked on. Ask again in a moment.")
            raise InProgress(message) from error
        cursor.execute("SET LOCAL lock_timeout TO DEFAULT")
