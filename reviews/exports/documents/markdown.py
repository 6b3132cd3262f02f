"""A report as Markdown: CommonMark, with tables as GitHub and most others have them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from django.utils.translation import gettext as _

from reviews.exports.documents.document import write_document
from reviews.exports.documents.entry import Entry, Group, Piece, Place
from reviews.exports.documents.front import Front
from reviews.exports.documents.markdown_text import block, line, linked, quoted
from reviews.exports.documents.tally import Bar
from reviews.exports.table import Table
from reviews.models import VerdictStatus


def write_markdown(table: Table, file: IO[bytes]) -> int:
    """Write `table` as Markdown; return the number of verdicts."""
    return write_document(table, file, Markdown())


class Markdown:
    """Markdown in which every text is escaped."""

    def head(self, front: Front) -> str:
        """Return title, facts and counts, and the head of the table of contents."""
        facts = [(line(fact.label), line(fact.value)) for fact in front.facts]
        parts = [f"# {line(front.title)}", line(front.desk), _table(("", ""), facts)]
        for chart in front.charts:
            head = (line(chart.title), _("Verdicts"), _("Share"))
            parts.append(_table(head, [_bar(bar) for bar in chart.bars]))
        return _joined([*parts, f"## {_('Contents')}"])

    def contents_of(self, group: Group, count: int) -> tuple[str, str]:
        """Return the head of a group's table."""
        heading = [f"### {line(group.label)} ({count})"] if group.label else []
        head = (_("No."), _("Claim"), _("Rating"), _("Language"))
        return _joined([*heading, _table(head, [])], end="\n"), "\n"

    def line(self, entry: Entry) -> str:
        """Return the row of `entry` in the table of contents."""
        rating = line(entry.rating)
        if entry.status != VerdictStatus.PUBLISHED:
            rating = f"{rating} (**{VerdictStatus(entry.status).label}**)"
        claim = linked(line(entry.claim.text), entry.url)
        return _row((str(entry.number), claim, rating, line(entry.language)))

    def between(self, entries: int) -> str:
        """Return nothing, for headings follow; unless none does."""
        return "" if entries else f"{_('No verdict fits these filters.')}\n"

    def section_of(self, group: Group, count: int) -> tuple[str, str]:
        """Return the heading of a group."""
        label = f"{line(group.label)} ({count})" if group.label else _("Verdicts")
        return f"## {label}\n\n", ""

    def entry(self, entry: Entry) -> str:
        """Return the section of `entry`."""
        return _joined(
            [
                f"### {entry.number}\\. {line(entry.claim.text)}",
                _about(entry),
                *(f"> **{line(each.label)}** {line(each.text.text)}" for each in entry.notices),
                *(
                    [f"{_('What is meant:')} {line(entry.clarified.text)}"]
                    * bool(entry.clarified.text)
                ),
                f"**{line(entry.summary.text)}**",
                f"#### {_('Why')}",
                *(block(each.text) for each in entry.explanation),
                f"#### {_('Evidence')}",
                *(map(_piece, entry.evidence) if entry.evidence else [_none(entry)]),
                *_replies(entry),
                *_places(entry),
                f"#### {_('Record')}",
                _table(("", ""), [(line(each.label), line(each.value)) for each in entry.record]),
                linked(line(entry.url), entry.url),
            ]
        )

    def tail(self) -> str:
        """Return nothing."""
        return ""


def _about(entry: Entry) -> str:
    parts = [f"**{line(entry.rating)}**", line(entry.language)]
    parts.append(line(", ".join(name.text for name in entry.outlets)))
    if entry.speaker.text:
        parts.append(f"{_('Said by')} {line(entry.speaker.text)}")
    return " · ".join(part for part in parts if part)


def _none(entry: Entry) -> str:
    return f"{_('There is no evidence to show.')} {line(entry.no_evidence.text)}".rstrip()


def _piece(piece: Piece) -> str:
    title = linked(line(piece.title.text), piece.url)
    parts = [
        f"*{line(piece.stance)} · {line(piece.kind)}* – {title} – {line(piece.publisher.text)}"
    ]
    parts += [quoted(piece.quote.text)] * bool(piece.quote.text)
    parts += [block(piece.note.text)] * bool(piece.note.text)
    return "\n\n".join(parts)


def _replies(entry: Entry) -> list[str]:
    parts = [f"#### {_('Comment by those concerned')}"] * bool(entry.replies)
    for reply in entry.replies:
        parts.append(line(reply.sentence))
        parts += [quoted(reply.answer.text)] * bool(reply.answer.text)
    return parts


def _places(entry: Entry) -> list[str]:
    parts = [f"#### {_('Where it appeared')}"] * bool(entry.places)
    for place in entry.places:
        parts += [_source(place), quoted(place.wording.text)]
    return parts


def _source(place: Place) -> str:
    source = ", ".join(line(part) for part in (place.outlet.text, place.day) if part)
    title = linked(line(place.title.text), place.url) if place.title.text else ""
    return " – ".join(part for part in (source, title) if part)


def _bar(bar: Bar) -> tuple[str, str, str]:
    return line(bar.label), str(bar.count), f"{bar.share:.1f} %"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return (_row(head) + _row(("---",) * len(head)) + "".join(map(_row, rows))).rstrip("\n")


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _joined(parts: list[str], end: str = "\n\n") -> str:
    return "\n\n".join(part for part in parts if part) + end
