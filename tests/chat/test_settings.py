"""An odd setting of the chat endpoint stops the start and says which one to mend."""

from __future__ import annotations

import os
import runpy
from typing import Any

import pytest
from environs import EnvError

from factcheck import settings

URL = "https://api.example.org/v1"
KEY = "one two"


def start(patch: pytest.MonkeyPatch, **environment: str) -> dict[str, Any]:
    """Read the settings as a process does that starts in this environment, and return them."""
    for name in os.environ:
        if name.startswith("CHAT_"):
            patch.delenv(name)
    for name, value in environment.items():
        patch.setenv(name, value)
    return runpy.run_path(settings.__file__)


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
def test_an_odd_value_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], named: str
) -> None:
    with pytest.raises(EnvError) as refusal:
        start(monkeypatch, **environment)
    assert f'Environment variable "{named}"' in str(refusal.value)
    assert "secret" not in str(refusal.value)
    assert KEY not in str(refusal.value)


@pytest.mark.parametrize(
    "url", [URL, "http://127.0.0.1:11434/v1", "http://[::1]:8080/v1/", "http://model-server"]
)
def test_an_address_of_ones_own_network_is_fine(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    read = start(monkeypatch, CHAT_URL=url, CHAT_MODEL="m", STEP_LEASE_SECONDS="50")
    assert (read["CHAT_URL"], read["CHAT_MODEL"], read["CHAT_TIMEOUT"]) == (url, "m", 25)


def test_nothing_set_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    read = start(monkeypatch, CHAT_URL="")
    assert (read["CHAT_URL"], read["CHAT_MODEL"], read["CHAT_TIMEOUT"]) == ("", "", 30)
