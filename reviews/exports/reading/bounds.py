"""What a file that is read back may hold, and how it is refused."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from factcheck.errors import InvalidInput
from reviews.exports.cells import text_cell
from reviews.exports.column import Cell, Column
from reviews.exports.columns import BY_NAME

LONGEST_CELL = 1_000_000  # characters: ten times what a field of a verdict may hold
LONGEST_ROW = 8_000_000  # bytes


def refused(message: str) -> InvalidInput:
    """Return the refusal of a file for the reason `message` gives."""
    return InvalidInput("file", message)


def refused_row(row: int, message: str) -> InvalidInput:
    """Return the refusal of a file for its row number `row`, counted from 1 under the head."""
    return refused(_("Row %(row)d: %(message)s") % {"row": row, "message": message})


def known_columns(names: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of these names. Raises InvalidInput for a strange or a second one."""
    if not names:
        raise refused(_("The file has no columns."))
    for name in names:
        if name not in BY_NAME:
            message = _("There is no column “%s” in reports. Commas stand between columns.")
            raise refused(message % name[:50])
    if len(set(names)) < len(names):
        raise refused(_("A column is there twice."))
    return tuple(BY_NAME[name] for name in names)


def cell_of_text(text: str, column: Column, row: int) -> Cell:
    """Return the cell a text stands for. Raises InvalidInput naming row and column."""
    if len(text) > LONGEST_CELL or "\x00" in text:
        raise refused_row(row, _("“%s” is too long, or no text.") % column.name)
    try:
        return text_cell(text, column.kind)
    except ValueError as error:
        found = {"column": column.name, "kind": column.kind.value, "text": text[:50]}
        message = _("“%(text)s” in “%(column)s” is no %(kind)s.") % found
        raise refused_row(row, message) from error
