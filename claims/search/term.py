"""One thing that is looked for, as a tsquery and as what is marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from claims.search.vector import quoted


@dataclass(frozen=True, slots=True)
class Term:
    """`query` is the text of a tsquery. Marked are `lexemes`, and words that begin with a prefix.

    What is not wanted marks nothing. `is_in_order` where words have to follow one another.
    """

    query: str
    lexemes: frozenset[str] = field(default_factory=frozenset)
    prefixes: frozenset[str] = field(default_factory=frozenset)
    is_in_order: bool = False


def any_of(lexemes: Iterable[str]) -> Term:
    """Return the term that each of `lexemes` fulfils."""
    each = list(dict.fromkeys(lexemes))
    query = " | ".join(map(quoted, each))
    return Term(f"({query})" if len(each) > 1 else query, frozenset(each))


def beginning(lexeme: str) -> Term:
    """Return the term that every word with this beginning fulfils."""
    return Term(f"{quoted(lexeme)}:*", prefixes=frozenset({lexeme}))


def all_of(terms: Iterable[Term]) -> Term:
    """Return the term that is fulfilled where all of `terms` are."""
    return _joined(" & ", terms)


def either(terms: Iterable[Term]) -> Term:
    """Return the term that is fulfilled where one of `terms` is."""
    return _joined(" | ", terms)


def in_order(terms: Iterable[Term]) -> Term:
    """Return the term of words that follow one another."""
    return replace(_joined(" <-> ", terms), is_in_order=True)


def without(term: Term) -> Term:
    """Return the term that is fulfilled where `term` is not."""
    return Term(f"!({term.query})", is_in_order=term.is_in_order)


def _joined(operator: str, terms: Iterable[Term]) -> Term:
    each = list(terms)
    if len(each) == 1:
        return each[0]
    return Term(
        f"({operator.join(term.query for term in each)})",
        frozenset().union(*(term.lexemes for term in each)),
        frozenset().union(*(term.prefixes for term in each)),
        any(term.is_in_order for term in each),
    )
