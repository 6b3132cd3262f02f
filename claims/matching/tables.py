"""Read the package's reviewed tables and word lists; `#` starts a comment line."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def _lines(name: str) -> Iterator[str]:
    text = files("claims.matching").joinpath("data", name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def rows(name: str) -> Iterator[list[str]]:
    """Yield the tab-separated cells of every row of ``data/<name>``."""
    return (line.split("\t") for line in _lines(name))


def words(name: str) -> frozenset[str]:
    """Return the words of ``data/<name>``, which are separated by blanks."""
    return frozenset(word for line in _lines(name) for word in line.split())


def alternatives(cell: str) -> tuple[str, ...]:
    """Return the wordings of a cell, which are separated by ``|``."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())
