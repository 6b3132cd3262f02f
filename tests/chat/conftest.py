"""One server for the tests of a file; each test says how it behaves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.chat.server import ChatServer, running_server


@pytest.fixture(scope="module")
def server() -> Iterator[ChatServer]:
    """A running server."""
    with running_server() as server:
        yield server
