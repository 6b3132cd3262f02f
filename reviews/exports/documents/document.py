"""Writing a report that is read from top to bottom, whatever its markup is."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import IO, Protocol

from reviews.exports.documents.entry import Entry, Group
from reviews.exports.documents.front import Front, front_of
from reviews.exports.documents.reading import entries_of, in_its_language
from reviews.exports.documents.spool import Spool
from reviews.exports.documents.tally import Tally
from reviews.exports.table import Table


class Markup(Protocol):
    """The parts of a document, in the order they stand in it. Groups come with their counts."""

    def head(self, front: Front) -> str:
        """Return all that stands before the contents."""

    def contents_of(self, group: Group, count: int) -> tuple[str, str]:
        """Return what stands before and behind the lines of a group in the contents."""

    def line(self, entry: Entry) -> str:
        """Return the line of `entry` in the contents."""

    def between(self, entries: int) -> str:
        """Return what stands between the contents and the entries, of which there are so many."""

    def section_of(self, group: Group, count: int) -> tuple[str, str]:
        """Return what stands before and behind the entries of a group."""

    def entry(self, entry: Entry) -> str:
        """Return `entry` itself."""

    def tail(self) -> str:
        """Return what stands behind the last entry."""


def write_document(table: Table, file: IO[bytes], markup: Markup) -> int:
    """Write `table` in `markup`; return the number of verdicts.

    The verdicts are read once, in bounded memory: what is counted over all of them stands before
    the first, so that they wait on disk until all were read.
    """
    tally = Tally()
    with in_its_language(table), TemporaryFile() as kept_lines, TemporaryFile() as kept_bodies:
        lines, bodies = Spool(kept_lines), Spool(kept_bodies)
        for entry in entries_of(table):
            tally.add(entry)
            lines.add(entry.group, markup.line(entry))
            bodies.add(entry.group, markup.entry(entry))
        groups = sorted(tally.groups.items())
        file.write(markup.head(front_of(table, tally)).encode())
        for group, count in groups:
            _wrap(file, markup.contents_of(group, count), lines, group)
        file.write(markup.between(tally.entries).encode())
        for group, count in groups:
            _wrap(file, markup.section_of(group, count), bodies, group)
        file.write(markup.tail().encode())
    return tally.entries


def _wrap(file: IO[bytes], around: tuple[str, str], spool: Spool, group: Group) -> None:
    before, behind = around
    file.write(before.encode())
    spool.copy(group, file)
    file.write(behind.encode())
