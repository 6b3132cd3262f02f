"""Row locks: one kind everywhere, see claims/services/locks.py."""

from __future__ import annotations

import re

from tests.arch.sources import source_files

PLAIN = re.compile(r"select_for_update\((?![^)]*no_key=True)")


def test_no_row_is_locked_against_being_referred_to() -> None:
    plain = [path.name for path in source_files() if PLAIN.search(path.read_text("utf-8"))]
    assert plain == []
