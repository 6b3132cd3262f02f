"""What is pure keeps no files, and needs no settings that fit a test."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def own_files() -> None:
    """Leave out the directory that other tests get: for thousands of them that takes longest."""
