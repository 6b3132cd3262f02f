"""An odd setting of the chat endpoint stops the start and says which one to mend."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.arch.sources import ROOT

URL = "https://api.example.org/v1"
KEY = "one two"


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process of its own, and print those of the chat endpoint."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CHAT_")}
    program = "from factcheck import settings as s; print(s.CHAT_URL, s.CHAT_MODEL, s.CHAT_TIMEOUT)"
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"CHAT_URL": "api.example.org/v1"}, "CHAT_URL"),
        ({"CHAT_URL": "ftp://api.example.org/v1"}, "CHAT_URL"),
        ({"CHAT_URL": "https://desk:secret@api.example.org/v1"}, "CHAT_URL"),
        ({"CHAT_URL": f"{URL}?version=2"}, "CHAT_URL"),
        ({"CHAT_URL": f"{URL}\n"}, "CHAT_URL"),
        ({"CHAT_URL": URL}, "CHAT_MODEL"),
        ({"CHAT_URL": URL, "CHAT_MODEL": ""}, "CHAT_MODEL"),
        ({"CHAT_URL": URL, "CHAT_MODEL": "m", "CHAT_KEY": KEY}, "CHAT_KEY"),
        ({"CHAT_TIMEOUT": "soon"}, "CHAT_TIMEOUT"),
        ({"CHAT_TIMEOUT": "0"}, "CHAT_TIMEOUT"),
        ({"CHAT_TIMEOUT": "nan"}, "CHAT_TIMEOUT"),
        ({"CHAT_TIMEOUT": "31", "STEP_LEASE_SECONDS": "60"}, "CHAT_TIMEOUT"),
    ],
)
def test_an_odd_value_stops_the_start(environment: dict[str, str], named: str) -> None:
    done = start(**environment)
    last_line = done.stderr.splitlines()[-1]
    assert done.returncode != 0
    assert f'Environment variable "{named}"' in last_line
    assert "secret" not in last_line
    assert KEY not in last_line


@pytest.mark.parametrize(
    "url", [URL, "http://127.0.0.1:11434/v1", "http://[::1]:8080/v1/", "http://model-server"]
)
def test_an_address_of_ones_own_network_is_fine(url: str) -> None:
    done = start(CHAT_URL=url, CHAT_MODEL="m", STEP_LEASE_SECONDS="50")
    assert done.stdout == f"{url} m 25.0\n"


def test_nothing_set_is_off() -> None:
    assert start(CHAT_URL="").stdout == "  30.0\n"
