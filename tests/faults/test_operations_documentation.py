"""The manual of operations knows every setting, target and file it should."""

from __future__ import annotations

import re

import pytest

from factcheck.local.addresses import REPOSITORY

MANUAL = (REPOSITORY / "docs" / "operations.md").read_text(encoding="utf-8")
SETTINGS = (REPOSITORY / "factcheck" / "settings.py").read_text(encoding="utf-8")
MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")


def test_it_lists_exactly_the_variables_that_settings_read() -> None:
    read = set(re.findall(r"\benv\.\w+\(\s*[\"']([A-Z_]+)[\"']", SETTINGS))
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", MANUAL, flags=re.MULTILINE))
    assert len(read) > 10
    assert listed == read


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)`", MANUAL))))
def test_every_target_it_names_exists(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, flags=re.MULTILINE)
