"""The time each format takes, and typst's own beside it."""

from __future__ import annotations

import io
import json
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pypdf import PdfReader

from benchmarks.documents.desk import fill_desk, report_table, words_of_desk
from reviews.exports.bundle.writing import write_bundle
from reviews.exports.documents.glyphs import Glyphs
from reviews.exports.documents.html import write_html
from reviews.exports.documents.markdown import write_markdown
from reviews.exports.documents.pdf import MOST_VERDICTS, write_pdf
from reviews.exports.documents.setting import font_characters, set_report
from reviews.exports.table import Writer

# With the same fonts and nothing else.
PLAIN = """#set text(font: ("Noto Sans", "Noto Sans CJK SC"))
#for part in json("data.json") { par(part) }
"""

WRITERS: dict[str, Writer] = {
    "Markdown": write_markdown,
    "HTML": write_html,
    "bundle": write_bundle,
}
WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def measure(verdicts: int) -> None:
    """Publish so many verdicts and print a line per format."""
    fill_desk(verdicts)
    print(f"{verdicts} verdicts in four languages")
    for name, writer in WRITERS.items():
        _timed(name, partial(_written, writer))
    if verdicts > MOST_VERDICTS:
        print(f"no PDF: it holds up to {MOST_VERDICTS}")
        return
    seconds, made = _timed("PDF", partial(_written, write_pdf))
    words = list(map(Glyphs.of(font_characters()).shown, words_of_desk()))
    plain, _made = _timed("plain words", partial(_plain, words))
    archivable = b"<pdfaid:part>2</pdfaid:part>" in made
    pages = len(PdfReader(io.BytesIO(made)).pages)
    print(f"PDF: {pages} pages, {seconds / plain:.1f} times typst alone; PDF/A-2a: {archivable}")


def _timed(name: str, make: Callable[[], bytes]) -> tuple[float, bytes]:
    """Run `make`; print what it took, and return its seconds and what it made."""
    start, worked = time.perf_counter(), _processor()
    made = make()
    seconds, worked = time.perf_counter() - start, _processor() - worked
    held = [resource.getrusage(who).ru_maxrss // 1024 for who in WHO]
    print(
        f"{name:12} {seconds:6.1f} s ({worked:.1f} s of processor time)  {len(made) / 1e6:6.1f} MB;"
        f" {held[0]} MB held, {held[1]} MB by a process of its own"
    )
    return seconds, made


def _processor() -> float:
    """Return the seconds of processor time so far, processes that have ended included."""
    used = [resource.getrusage(who) for who in WHO]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _written(writer: Writer) -> bytes:
    with tempfile.TemporaryFile() as file:
        writer(report_table(), file)
        file.seek(0)
        return file.read()


def _plain(words: list[str]) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.typ").write_text(PLAIN)
        (folder / "data.json").write_text(json.dumps(words), encoding="utf-8")
        return set_report(folder, 0)
