"""What is broken, locked, or made to hurt is refused with a reason, and hurts nobody."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.sources.box import read_in_box
from claims.sources.document import tidied
from claims.sources.kinds import Kind
from claims.sources.reading import read_article
from claims.sources.unreadable import Unreadable
from factcheck.errors import InvalidInput
from tests.files.documents import RELEASE, docx_file
from tests.files.hostile import HOSTILE, endless_pdf


def refused(data: bytes, filename: str) -> InvalidInput:
    """Return the refusal of a file."""
    with pytest.raises(InvalidInput) as refusal:
        read_article(data, filename, max_bytes=2**22, max_characters=10**6)
    return refusal.value


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_with_its_name_and_the_reason(case: str) -> None:
    filename, make, code = HOSTILE[case]
    error = refused(make(), filename)
    assert (error.field, error.code) == ("file", code)
    assert error.message.startswith(f"{filename} was not taken: ")
    assert "%(" not in error.message


def test_a_file_that_takes_too_long_is_given_up_at_its_time(settings: Any) -> None:
    settings.READ_SECONDS, settings.READ_MEGABYTES = 1.0, 4096
    data = endless_pdf()
    began = time.monotonic()
    assert refused(data, "long.pdf").code == "file_heavy"
    assert time.monotonic() - began < 5


# In a process of its own: this one had browsers among its children, which took more.
READS = """
import resource, sys, django
django.setup()
from claims.sources.box import read_in_box
from claims.sources.kinds import Kind
from claims.sources.unreadable import Unreadable
try:
    read_in_box(sys.stdin.buffer.read(), Kind.PDF, "pdf", most_characters=1_000_000)
except Unreadable as error:
    print(error.code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_a_file_that_takes_too_much_memory_is_given_up_at_its_limit() -> None:
    limits = {"READ_SECONDS": "20", "READ_MEGABYTES": "128"}
    read = subprocess.run(
        [sys.executable, "-c", READS],
        env=os.environ | limits | {"DJANGO_SETTINGS_MODULE": "factcheck.settings"},
        input=endless_pdf(),
        capture_output=True,
        check=True,
    )
    code, kilobytes = read.stdout.decode().split()
    assert code == "file_heavy"
    assert int(kilobytes) < 600 * 1024


def test_the_reader_is_told_no_secret(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.READ_SECONDS = 5.0
    monkeypatch.setenv("PYTHONSTARTUP", "/nowhere")
    monkeypatch.setenv("SECRET_KEY", "hidden")
    passed: dict[str, str] = {}
    popen = __import__("subprocess").Popen

    def watched(*args: Any, **kwargs: Any) -> Any:
        passed.update(kwargs["env"])
        return popen(*args, **kwargs)

    monkeypatch.setattr("claims.sources.box.subprocess.Popen", watched)
    read_in_box(docx_file(RELEASE), Kind.ARCHIVE, "docx", most_characters=10**6)
    assert "PATH" in passed
    assert not {"SECRET_KEY", "DATABASE_URL", "REDIS_URL"} & set(passed)
    assert "DATABASE_URL" in os.environ


@settings(max_examples=12)
@given(st.data())
def test_a_damaged_document_is_read_or_refused_and_never_breaks(data: st.DataObject) -> None:
    document = bytearray(docx_file(RELEASE))
    places = st.integers(0, len(document) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=8)):
        document[place] = data.draw(st.integers(0, 255))
    with suppress(Unreadable):
        found = read_in_box(bytes(document), Kind.ARCHIVE, "docx", most_characters=10**6)
        found.text.encode()


@pytest.mark.parametrize("blank", [" ", "\t", "\xa0", " \n", "\n", "\r", "\u2028", "\x00"])
def test_blanks_without_end_are_tidied_away_in_no_time(blank: str) -> None:
    text = f"First{blank * 1_000_000}"
    began = time.process_time()
    tidy = tidied(f"{text}\nsecond")
    tidied(f"{text}second")  # behind no blank a line ends
    assert time.process_time() - began < 5  # hours, if each blank is looked at from each before
    assert tidy in {"First\nsecond", "First\n\nsecond"}
