"""What page tests share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def static_root(settings: Any, tmp_path: Path) -> None:
    """Give the static files server a directory to look into; nothing is collected in tests."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()


@pytest.fixture(autouse=True)
def nothing_summed_up() -> None:
    """Forget the figures of earlier tests: with theirs a page asks the database less."""
    cache.clear()
