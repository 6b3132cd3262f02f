"""What the documents name exists, and what exists and must be known is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.arch.sources import PACKAGES, ROOT

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
OPERATIONS = ROOT / "docs" / "operations.md"
ENV_READER = re.compile(r"""\benv(?:iron)?\.\w+\(\s*["']([A-Z0-9_]+)""")
# Settings, and the addresses they ask for what lies in FACTCHECK_VAR.
READERS = [ROOT / "factcheck" / "settings.py", ROOT / "factcheck" / "local" / "addresses.py"]


def text_of(paths: list[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def variables_read() -> set[str]:
    """Return the environment variables that settings read."""
    return set(ENV_READER.findall(text_of(READERS)))


def our_commands() -> set[str]:
    return {name for name, app in get_commands().items() if app.split(".")[0] in PACKAGES}


def test_the_table_of_settings_is_what_settings_read() -> None:
    rows = re.findall(
        r"^\| `([A-Z0-9_]+)` \|", OPERATIONS.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert set(rows) == variables_read()


def test_every_command_a_document_names_exists() -> None:
    named = set(re.findall(r"manage\.py (\w+)", text_of(DOCUMENTS)))
    assert named <= set(get_commands())
    assert named >= {"ingest", "import_factchecks"}


def test_every_make_target_a_document_names_exists() -> None:
    named = set(re.findall(r"`make ([a-z-]+)", text_of(DOCUMENTS)))
    targets = re.findall(r"^([a-z-]+):", text_of([ROOT / "Makefile"]), re.MULTILINE)
    assert named <= set(targets)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_a_document_links_to_exists(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_command_of_ours_is_tried_by_a_test() -> None:
    tests = text_of(list((ROOT / "tests").rglob("test_*.py")))
    called = set(re.findall(r'call_command\(\s*"(\w+)"', tests))
    assert our_commands() <= called
