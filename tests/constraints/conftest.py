"""Tests of constraints speak SQL to the database."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def database(db: None) -> None:
    """Give every test of this folder the database, emptied after it."""
