"""Every mutation is in the audit log: each public function that writes records, or says why not."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.arch.sources import ROOT, source_files

MODULES = [
    ROOT / "factcheck" / "web" / "people.py",
    *(ROOT / "claims" / "services").glob("*.py"),
    *(ROOT / "reviews" / "services").glob("*.py"),
]
WRITES = frozenset(
    {"save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create",
     "update_or_create", "atomic"}
)  # fmt: skip
NOT_AUDITED = {
    "lease_heartbeat": "a sign of life every minute; taking and ending the lease are recorded",
    "notification_read": "what a person has read is theirs alone; what it tells of is recorded",
    "notifications_read": "the same, of several",
    "signs_of_life": "a worker's sign of life; what it builds is recorded",
    "items_age": "points follow from the day an item entered; nothing else changes",
    "file_drop": "a file that no row knows of; deleting the row of a copy is recorded",
    "feed_postpone": "a poll somewhat later, so that a site is left in peace",
    "days_tally": "counts of what is recorded",
    "days_tally_again": "as above",
    "watches_make_due": "when a page is looked at next; what is seen of it is recorded",
    "search_index_next": "what search looks in, made of rows whose changes are recorded",
    "search_rebuild": "the same, of all rows",
    "boosts_apply": "points follow from the desk's rules; setting and ending one is recorded",
}

WRITING = re.compile(
    r"\.(create|bulk_create|get_or_create|create_user|save|delete)\(|objects\..*update\("
)
# Files besides services that write rows, and why that is in order.
WRITERS = {
    "factcheck/audit/verification.py": "what was found: tells of the log, not of the desk",
    "factcheck/idempotency/answers.py": "answers kept for a day; the request they answer records",
    "claims/sources/vault_files.py": "files; the rows of copies are the vault's, which records",
    "factcheck/local/demo_users.py": "records each user it makes",
    "factcheck/web/people.py": "services like the others, read by this test",
}


@dataclass(frozen=True)
class Function:
    """A function of the services: what it calls, by name, and where it is."""

    name: str
    module: str
    calls: frozenset[str]

    @property
    def is_public(self) -> bool:
        return not self.name.startswith("_")


def called_in(node: ast.AST) -> frozenset[str]:
    names = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Name | ast.Attribute):
            names.add(each.id if isinstance(each, ast.Name) else each.attr)
    return frozenset(names)


@cache
def functions() -> dict[tuple[str, str], Function]:
    found = {}
    for path in MODULES:
        module = str(path.relative_to(ROOT))
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                calls = called_in(ast.Module(node.body, type_ignores=[]))
                found[module, node.name] = Function(node.name, module, calls)
    return found


def callees(function: Function) -> list[Function]:
    """Return the services it calls: its own module's, and the public ones of others."""
    return [
        other
        for (module, name), other in functions().items()
        if name in function.calls and (module == function.module or other.is_public)
    ]


def reaches(function: Function, names: frozenset[str], seen: frozenset[Function]) -> bool:
    if function.calls & names:
        return True
    return any(
        reaches(other, names, seen | {function}) for other in callees(function) if other not in seen
    )


def writes_itself(function: Function) -> bool:
    """Return whether it writes, by itself or by the private functions of its module."""
    if function.calls & WRITES:
        return True
    private = (other for other in callees(function) if not other.is_public)
    return any(writes_itself(other) for other in private if other != function)


def opens_a_transaction(function: Function) -> bool:
    if "atomic" in function.calls:
        return True
    private = (other for other in callees(function) if not other.is_public)
    return any(opens_a_transaction(other) for other in private if other != function)


def records(function: Function) -> bool:
    return reaches(function, frozenset({"record"}), frozenset())


def unrecorded() -> dict[str, Function]:
    return {
        function.name: function
        for function in functions().values()
        if function.is_public and writes_itself(function) and not records(function)
    }


def is_only_called_by_what_records(function: Function) -> bool:
    callers = [
        other for other in functions().values()
        if function in callees(other) and other != function
    ]  # fmt: skip
    return bool(callers) and all(
        records(other) or is_only_called_by_what_records(other) for other in callers
    )


def test_every_mutation_is_recorded_or_part_of_one_that_is() -> None:
    missing = [
        f"{function.module}:{name}"
        for name, function in unrecorded().items()
        if name not in NOT_AUDITED
        and (opens_a_transaction(function) or not is_only_called_by_what_records(function))
    ]
    assert missing == []


@pytest.mark.parametrize("name", NOT_AUDITED)
def test_an_exception_is_still_one(name: str) -> None:
    assert name in unrecorded()


def test_the_services_are_found() -> None:
    names = {function.name for function in functions().values()}
    assert {"item_force", "verdict_publish", "password_change", "article_match"} <= names
    assert len(names) > 60


def test_rows_are_written_by_services_only() -> None:
    writing = {
        str(path.relative_to(ROOT))
        for path in source_files()
        if "services" not in path.parts and WRITING.search(path.read_text(encoding="utf-8"))
    }
    assert writing == set(WRITERS)


def test_no_service_writes_to_the_log_but_by_recording() -> None:
    writing = [
        str(path.relative_to(ROOT))
        for package in ("claims", "reviews", "factcheck")
        for path in (ROOT / package).rglob("*.py")
        if "AuditEvent(" in path.read_text(encoding="utf-8")
        and path not in {Path(ROOT / "factcheck/audit/log.py"), ROOT / "factcheck/audit/models.py"}
    ]
    assert writing == []
