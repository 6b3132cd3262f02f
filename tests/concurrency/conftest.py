"""Tests with threads commit, each thread on a connection of its own."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def database(transactional_db: None) -> None:
    """Give every test of this folder a database that threads see alike."""
