"""What a statement can be looked up by in any language: the names it names, the figures it gives.

An embedding brings what is worded alike; in a story of hundreds of statements about one firm the
one with the same sum can lie behind all of those.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from claims.extraction.types import Quantity
from claims.matching.entities import entities

MOST_PAIRS = 20


def keys_of(text: str, quantities: Iterable[Quantity]) -> list[str]:
    """Return `@` and the key of each name, `#` and each value to six digits: @deepseek, #5.5e+06.

    Equal across scripts and ways of writing, as names and figures are compared.
    """
    names = {f"@{entity.key}" for entity in entities(text)}
    values = (value for each in quantities for value in (each.value, each.low, each.high))
    return sorted(names | {f"#{value:.6g}" for value in values if value is not None})


def telling_pairs(keys: Iterable[str]) -> list[list[str]]:
    """Return each name with each figure: alone either is in thousands of statements."""
    known = list(keys)
    names = [key for key in known if key.startswith("@")]
    figures = [key for key in known if key.startswith("#")]
    return [list(pair) for pair in product(names, figures)][:MOST_PAIRS]
