"""The models and the migrations say the same, and tests notice when either changes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.arch.sources import PACKAGES, ROOT
from tests.template_database import MADE_OF


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_import_of_ours_only_what_the_template_database_is_named_by() -> None:
    migrations = [path for each in PACKAGES for path in (ROOT / each).rglob("migrations/*.py")]
    imported = {path for migration in migrations for path in ours_imported_by(migration)}
    assert Path("factcheck/audit/chain.py") in imported
    assert [path for path in imported if not any(map(path.match, MADE_OF))] == []


def ours_imported_by(migration: Path) -> Iterator[Path]:
    """Yield the files of ours that a migration imports, seen from the repository."""
    for node in ast.walk(ast.parse(migration.read_text(encoding="utf-8"))):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
        for name in names:
            path = Path(*name.split(".")).with_suffix(".py")
            if name.partition(".")[0] in PACKAGES and (ROOT / path).is_file():
                yield path
