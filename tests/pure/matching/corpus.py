"""Statements written for these tests, with the family each belongs to.

`statements.tsv` holds families told in several languages, `neighbours.tsv` families that differ in
little but the country, the company or the year.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from claims.extraction.types import Comparator, Quantity, Span
from claims.matching.embeddings import embed_statements
from claims.matching.types import Statement

_FIGURE = re.compile(r"([<>~]?)(-?[\d.e]+)\s*(.*)")
_COMPARATORS: dict[str, Comparator] = {"": "=", "<": "<", ">": ">", "~": "~"}


def quantity(written: str) -> Quantity:
    """Read a figure such as ``~5.6e6 USD``."""
    match = _FIGURE.fullmatch(written.strip())
    assert match, written
    return Quantity(Span(0, 0), float(match[2]), match[3], _COMPARATORS[match[1]])


def statement(text: str, language: str = "en", *figures: str, speaker: str = "") -> Statement:
    """Embed one statement."""
    vector = embed_statements([text], [language])[0]
    quantities = tuple(quantity(figure) for figure in figures)
    return Statement(text, language, tuple(vector.tolist()), speaker, quantities)


@cache
def labelled_statements(name: str = "statements") -> tuple[tuple[str, Statement], ...]:
    """Return every statement of ``<name>.tsv`` with the name of its family."""
    path = Path(__file__).with_name(f"{name}.tsv")
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    vectors = embed_statements([row["text"] for row in rows], [row["language"] for row in rows])
    return tuple(
        (
            row["family"],
            Statement(
                row["text"],
                row["language"],
                tuple(vector.tolist()),
                row["speaker"],
                tuple(quantity(part) for part in row["quantities"].split(";") if part.strip()),
            ),
        )
        for row, vector in zip(rows, vectors, strict=True)
    )
