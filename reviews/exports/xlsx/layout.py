"""How a workbook is laid out: what its writer and its reader agree on.

The limits are Excel's own ("Excel specifications and limits", Microsoft); the parts and their
order are those of ECMA-376, part 1.
"""

from __future__ import annotations

import datetime
import re

ROWS_SHEET, LONG_SHEET, COLUMNS_SHEET, ABOUT_SHEET = "Verdicts", "Long texts", "Columns", "About"
MOST_ROWS = 1_048_576 - 1  # of a sheet, under the head
# Of a sheet, before it is packed: a larger one needs extensions of ZIP that Excel warns of.
MOST_BYTES = 1 << 30
LONGEST_CELL = 32_767  # UTF-16 code units
LONGEST_LINK = 255  # characters of a text inside a formula
LARGEST_NUMBER = 2**53  # larger ones are rounded: they are written as text
# Days are counted from here. Those before March 1900 are written as text: Excel has a 29 February
# 1900 among them, and none before.
FIRST_DAY = datetime.date(1899, 12, 30)
FIRST_SAFE_DAY = datetime.date(1900, 3, 1)
# "_x000D_" stands for a character, "_x005F_x000D_" for these seven characters themselves.
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4})")


def sheet_name(number: int) -> str:
    """Return the name of the sheet with rows number `number`, counted from 1."""
    return ROWS_SHEET if number == 1 else f"{ROWS_SHEET} {number}"


def fits_cell(text: str) -> bool:
    """Return whether a cell holds the whole text. Characters outside the BMP count twice."""
    if len(text) <= LONGEST_CELL // 2:
        return True
    return len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL


def parts_of(text: str) -> list[str]:
    """Return a text in parts that each fit a cell, whatever its characters are."""
    half = LONGEST_CELL // 2
    return [text[start : start + half] for start in range(0, len(text), half)]


def escaped(text: str) -> str:
    """Return a text with what XML cannot hold written as `_x000D_`."""
    if text.isprintable() and "_x" not in text:
        return text
    return UNSAFE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def unescaped(text: str) -> str:
    """Return the text that `escaped` was given."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
