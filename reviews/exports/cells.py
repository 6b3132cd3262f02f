"""Cells as text, and back: what formats without types of their own write."""

from __future__ import annotations

import datetime
import re

from reviews.exports.columns import Cell, Kind

NUMBER = re.compile(r"-?[0-9]{1,19}")
SEPARATOR = "; "
# What would be taken for the end of an item: a semicolon before a blank, or at the item's end.
ENDS_ITEM = re.compile(r";(?= |\Z)")
ITEM = re.compile(r"(?:\A|; )((?:\\.|[^;\\]|;(?! ))+)", re.DOTALL)
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def cell_text(cell: Cell) -> str:
    """Return the text of a cell; "" for None. Times are ISO 8601 with their offset from UTC."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return joined(cell)
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return str(cell)


def text_cell(text: str, kind: Kind) -> Cell:
    """Return the cell of a kind that `cell_text` wrote. Raises ValueError if it wrote no such."""
    match kind:
        case Kind.TEXT | Kind.URL:
            return text
        case Kind.LIST:
            return parted(text)
        case Kind.NUMBER:
            return _number(text) if text else None
        case Kind.DATE:
            return datetime.date.fromisoformat(text) if text else None
        case Kind.TIME:
            return _time(text) if text else None


def _number(text: str) -> int:
    if not NUMBER.fullmatch(text):
        raise ValueError(text)  # int() also reads "1_0" and the digits of any script
    return int(text)


def _time(text: str) -> datetime.datetime:
    time = datetime.datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError(text)
    return time


def joined(items: tuple[str, ...]) -> str:
    """Return the items of a list cell in one text; a backslash stands before what would end one."""
    text = SEPARATOR.join(items)
    if "\\" not in text and text.count(";") < len(items):
        return text  # no item has a semicolon: so it is with nearly all
    return SEPARATOR.join(map(_escaped, items))


def parted(text: str) -> tuple[str, ...]:
    """Return the items that `joined` put together."""
    return tuple(ESCAPED.sub(r"\1", item) for item in ITEM.findall(text))


def _escaped(item: str) -> str:
    return ENDS_ITEM.sub(r"\\;", item.replace("\\", "\\\\"))
