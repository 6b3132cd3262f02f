"""What page tests share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def static_root(settings: Any, tmp_path: Path) -> None:
    """Give the static files server a directory to look into; nothing is collected in tests."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
