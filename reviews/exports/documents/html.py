"""A report as one HTML file that needs nothing else: no script, no font, no picture."""

from __future__ import annotations

from typing import IO, Any

from django.template.loader import get_template

from reviews.exports.documents.document import write_document
from reviews.exports.documents.entry import Entry, Group
from reviews.exports.documents.front import Front
from reviews.exports.table import Table

# A heading and its place for each group; a report that is not grouped has one, without a label.
SPLIT = "<!-- entries -->"


def write_html(table: Table, file: IO[bytes]) -> int:
    """Write `table` as an HTML page; return the number of verdicts."""
    return write_document(table, file, Page())


class Page:
    """HTML by Django's templates, which escape every text."""

    def head(self, front: Front) -> str:
        """Return the page up to the list of contents."""
        return _rendered("head", {"front": front})

    def contents_of(self, group: Group, count: int) -> tuple[str, str]:
        """Return the ends of a group's list."""
        return _split("contents", {"group": group, "count": count})

    def line(self, entry: Entry) -> str:
        """Return the item of `entry` in the list of contents."""
        return _rendered("line", {"entry": entry})

    def between(self, entries: int) -> str:
        """Return the end of the contents and the start of the entries."""
        return _rendered("between", {"entries": entries})

    def section_of(self, group: Group, count: int) -> tuple[str, str]:
        """Return the ends of a group's section."""
        return _split("section", {"group": group, "count": count})

    def entry(self, entry: Entry) -> str:
        """Return the article of `entry`."""
        return _rendered("entry", {"entry": entry})

    def tail(self) -> str:
        """Return the end of the page."""
        return _rendered("tail", {})


def _rendered(part: str, context: dict[str, Any]) -> str:
    return get_template(f"reviews/exports/{part}.html").render(context)


def _split(part: str, context: dict[str, Any]) -> tuple[str, str]:
    before, _mark, behind = _rendered(part, context).partition(SPLIT)
    return before, behind
