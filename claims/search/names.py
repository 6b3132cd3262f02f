"""Names of the matcher's table as lexemes that are equal across scripts: `@us` for US and 美国."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.matching.entities import entities
from claims.search.folded_text import Folded

_BY_FORM = frozenset({"version", "name"})  # no row of the table: the word itself is all there is


@dataclass(frozen=True, slots=True)
class Name:
    """A name's lexeme and where it stands, in code points of the folded text."""

    lexeme: str
    start: int
    end: int


def names_in(folded: Folded, *, in_any_case: bool = False) -> Iterator[Name]:
    """Yield the names of a text. Who types a query leaves out capitals: then `in_any_case`."""
    text = folded.view.text
    for entity in entities(text.title() if in_any_case else text):
        if entity.kind in _BY_FORM:
            continue
        wording = re.escape(entity.wording.casefold())
        pattern = rf"(?<![^\W_]){wording}(?![^\W_])" if entity.wording.isascii() else wording
        for found in re.finditer(pattern, folded.text):
            yield Name(f"@{entity.key}", found.start(), found.end())
