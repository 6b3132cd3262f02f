"""Whoever sends a request, with their roles, in one question to the database.

Every request asks it first. Through the models it was two queries, and more time in Python than in
PostgreSQL.
"""

from __future__ import annotations

from django.contrib.auth.backends import ModelBackend

from factcheck.accounts.models import User
from factcheck.prepared import columns, fields_of, made, rows

PERSON = fields_of(User)
FOUND = f"""
SELECT ARRAY (
    SELECT auth_group.name
    FROM auth_group JOIN accounts_user_groups member ON member.group_id = auth_group.id
    WHERE member.user_id = person.id), {columns(User, "person", PERSON)}
FROM accounts_user person"""  # noqa: S608 (of our own columns alone)
BY_ID = f"{FOUND} WHERE person.id = %(id)s"
BY_TOKEN = f"""{FOUND} JOIN authtoken_token token ON token.user_id = person.id
WHERE token.key = %(key)s"""


class DeskBackend(ModelBackend):
    """People log in with a user name and a password, as Django has it."""

    def get_user(self, user_id: int) -> User | None:
        """Return whom a session belongs to; None when they may not work here any more."""
        caller = _caller(BY_ID, {"id": user_id})
        return caller if caller is not None and self.user_can_authenticate(caller) else None


def caller_of_token(key: str) -> User | None:
    """Return whom an API token belongs to."""
    # PostgreSQL takes no NUL, and no token holds one.
    return None if "\x00" in key else _caller(BY_TOKEN, {"key": key})


def _caller(statement: str, asked: dict[str, object]) -> User | None:
    found = rows(statement, asked)
    if not found:
        return None
    [(groups, *values)] = found
    caller = made(User, PERSON, values)
    caller.group_names = groups
    return caller
