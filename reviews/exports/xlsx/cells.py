"""Cells of a workbook, each of the type it has: never a formula, but for the links."""

from __future__ import annotations

import datetime
from xml.sax.saxutils import escape

from django.utils.translation import gettext as _

from reviews.exports.cells import cell_text
from reviews.exports.column import Cell, Kind
from reviews.exports.xlsx.layout import (
    FIRST_DAY,
    FIRST_SAFE_DAY,
    LARGEST_NUMBER,
    LONG_SHEET,
    LONGEST_LINK,
    escaped,
    fits_cell,
)
from reviews.exports.xlsx.parts import Style

SECONDS_OF_A_DAY = 24 * 3600
EMPTY = (None, "", ())
SHOWN_OF_LONG = 1000  # characters


def cell_xml(place: str, cell: Cell, kind: Kind) -> str:
    """Return the element of a cell at `place` ("B7"); "" for an empty one."""
    if cell in EMPTY:
        return ""
    if isinstance(cell, datetime.datetime):
        return _time_xml(place, cell)
    if isinstance(cell, datetime.date):
        return _day_xml(place, cell)
    if isinstance(cell, int) and abs(cell) <= LARGEST_NUMBER:
        return f'<c r="{place}"><v>{cell}</v></c>'
    text = cell_text(cell)
    return _link_xml(place, text) if kind == Kind.URL else text_xml(place, text)


def text_xml(place: str, text: str, style: int = Style.PLAIN) -> str:
    """Return the element of a text; one that no cell holds is cut, and says where it is whole."""
    if not fits_cell(text):
        text = text[:SHOWN_OF_LONG] + _("… (the whole text is on the sheet “%s”)") % LONG_SHEET
    shown = escape(escaped(text))
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'
    )


def _day_xml(place: str, day: datetime.date) -> str:
    if day < FIRST_SAFE_DAY:
        return text_xml(place, day.isoformat())
    return f'<c r="{place}" s="{Style.DATE}"><v>{(day - FIRST_DAY).days}</v></c>'


def _time_xml(place: str, time: datetime.datetime) -> str:
    """Return the element of a time, as UTC: a cell has no zone."""
    time = time.astimezone(datetime.UTC)
    if time.date() < FIRST_SAFE_DAY:
        return text_xml(place, time.isoformat())
    seconds = (time.hour * 60 + time.minute) * 60 + time.second
    days = (time.date() - FIRST_DAY).days + seconds / SECONDS_OF_A_DAY
    return f'<c r="{place}" s="{Style.TIME}"><v>{days!r}</v></c>'


def _link_xml(place: str, text: str) -> str:
    """Return a link as the formula HYPERLINK: of real links a sheet holds 65,530 only."""
    if not text.startswith(("https://", "http://")) or len(text) > LONGEST_LINK:
        return text_xml(place, text)
    shown = escape(escaped(text))
    quoted = shown.replace('"', '""')
    return f'<c r="{place}" s="{Style.LINK}" t="str"><f>HYPERLINK("{quoted}")</f><v>{shown}</v></c>'
