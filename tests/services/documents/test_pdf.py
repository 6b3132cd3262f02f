"""A PDF holds every text as it was written, in a file that lasts and that a screen reader reads."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from reviews.exports.documents import pdf, setting
from reviews.exports.documents.pdf import write_pdf
from reviews.exports.stopping import Cancelled
from tests.services.documents.conftest import Made
from tests.services.documents.desk import HOSTILE, STORIES, table, written
from tests.walks import published_verdict

INVISIBLE = re.compile("[\\s\u00ad\u200b]")  # where a line may be broken


def squeezed(text: str) -> str:
    """Return `text` without what a line break may have put in or taken out."""
    return INVISIBLE.sub("", text)


def text_of(data: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


def test_every_text_is_in_it_whatever_it_would_mean_elsewhere(made: Made) -> None:
    text = text_of(made.pdf)
    for story in (*STORIES, HOSTILE):
        for part in (story.claim, story.summary, story.explanation):
            assert squeezed(part) in text
    # Cuneiform and a private character: no font has them, and the rest is there all the same.
    assert "��é" in text


def test_it_is_tagged_for_archives_and_screen_readers(made: Made) -> None:
    data = made.grouped_pdf
    reader = PdfReader(io.BytesIO(data))
    # typst writes these only when it embedded every glyph, gave each a character, and tagged all.
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    headings = [str(each.title) for each in reader.outline if not isinstance(each, list)]
    assert headings[-4:] == [
        "English (2)",
        "Indonesian (1)",
        "Simplified Chinese (1)",
        "Traditional Chinese (1)",
    ]
    assert {"en", "id", "zh-CN", "zh-TW"} <= languages_of(reader)
    assert "Retracted" in text_of(data)


def languages_of(reader: PdfReader) -> set[str]:
    """Return the languages that the tags name."""
    numbers = {*reader.xref[0], *reader.xref_objStm}
    tags = [reader.get_object(number) for number in numbers]
    return {
        str(tag["/Lang"]) for tag in tags if isinstance(tag, DictionaryObject) and "/Lang" in tag
    }


def test_it_ends_its_process_when_it_is_called_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def call_off(_rows: int) -> None:
        raise Cancelled

    # Before a process can have started: a small report may be set before it is asked for at all.
    monkeypatch.setattr(pdf, "_ASKED_EVERY", 0.001)
    with pytest.raises(Cancelled):
        written(write_pdf, table(told=call_off))
    commands = [" ".join(each.cmdline()) for each in psutil.Process().children()]
    assert not [each for each in commands if "documents.setting" in each]


def test_its_process_ends_when_the_worker_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "data.json").write_text("{}")
    command = [sys.executable, "-m", setting.__name__, str(folder), "0"]
    # Nobody holds the other end of its input.
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, check=False, timeout=60)
    assert (ended.returncode, folder.exists()) == (setting.ORPHANED, False)


def test_more_than_anybody_reads_is_refused(
    fact_checker: User, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    published_verdict(fact_checker, editor)
    monkeypatch.setattr(pdf, "MOST_VERDICTS", 0)
    with pytest.raises(InvalidInput, match="up to 0 verdicts"):
        written(write_pdf)
