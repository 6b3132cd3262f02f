"""The people of a desk that has nobody yet, so that every role can be tried."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import Group
from django.db import transaction

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import record
from factcheck.local import addresses


@dataclass(frozen=True, slots=True)
class Person:
    """A user to make; an administrator may also use Django's admin."""

    username: str
    role: Role
    time_zone: str


# Two fact-checkers and two editors: nobody reviews a claim twice or approves their own verdict.
PEOPLE = (
    Person("sari", Role.FACT_CHECKER, "Asia/Jakarta"),
    Person("ming", Role.FACT_CHECKER, "Asia/Taipei"),
    Person("dewi", Role.EDITOR, "Asia/Jakarta"),
    Person("grace", Role.EDITOR, "Asia/Singapore"),
    Person("admin", Role.ADMINISTRATOR, "UTC"),
)


def make_demo_users(directory: Path | None = None) -> None:
    """Make one user per person, unless there are users; passwords go to `logins.txt` (0600).

    The file is written before the users are committed: whoever exists can log in, even if this
    is killed half-way.
    """
    with transaction.atomic():
        if User.objects.exists():
            return
        logins = [(person, _make(person)) for person in PEOPLE]
        lines = [f"{who.username:<8} {password}  {who.role}" for who, password in logins]
        _write_private((directory or addresses.var_directory()) / "logins.txt", lines)


def _make(person: Person) -> str:
    """Make the user and return the password, which is stored nowhere else."""
    password = secrets.token_urlsafe(9)
    admin = person.role == Role.ADMINISTRATOR
    user = User.objects.create_user(
        person.username,
        password=password,
        time_zone=person.time_zone,
        is_staff=admin,
        is_superuser=admin,
    )
    user.groups.add(Group.objects.get(name=person.role))
    after = {"username": person.username, "groups": [str(person.role)]}
    record(actor=None, action="person.add", target=user, after=after)
    return password


def _write_private(path: Path, lines: list[str]) -> None:
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    draft.replace(path)
