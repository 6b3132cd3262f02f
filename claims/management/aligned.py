"""Plain tables for a terminal: columns of equal width, words to the left, figures to the right."""

from __future__ import annotations

from collections.abc import Sequence

Cell = str | int | float | None
GAP = "  "


def aligned(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return a line for `head` and one per row; shares have three decimals, None is a dash."""
    table = [list(head), *([_text(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    figures = [any(not isinstance(row[at], str) for row in rows) for at in range(len(head))]
    return "\n".join(
        GAP.join(
            text.rjust(width) if is_figure else text.ljust(width)
            for text, width, is_figure in zip(line, widths, figures, strict=True)
        ).rstrip()
        for line in table
    )


def _text(cell: Cell) -> str:
    if cell is None:
        return "–"
    return f"{cell:.3f}" if isinstance(cell, float) else str(cell)
