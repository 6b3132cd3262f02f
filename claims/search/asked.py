"""What somebody looks for: a query as typed, read into terms and the text of a tsquery.

All words are wanted, "words in quotes" in that order, -word is not wanted, and OR stands between
two queries of which either will do. The last word may be the beginning of a longer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.search.stretch import phrase_of, terms_of
from claims.search.term import Term, all_of, either, without

_QUOTES = str.maketrans("“”„‟«»「」『』＂", '"' * 11)
_EITHER = re.compile(r"(?:^|\s+)(?:OR|\|)(?:\s+|$)")
# -5 is a number, not a word that is not wanted.
_OPERATORS = re.compile(
    r'(?<!\S)(?P<no>[-−－]?)"(?P<phrase>[^"]*)"?|(?<!\S)[-−－](?P<word>[^\W\d]\S*)'
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: `term` is None when there is no word in it to look for."""

    term: Term | None

    @property
    def tsquery(self) -> str:
        """Return the text of a tsquery, "" for none."""
        return self.term.query if self.term else ""


@lru_cache(maxsize=256)
def asked(query: str) -> Asked:
    """Return what `query` asks for. Any string will do.

    Kept for a while: a page asks when it looks, when it ranks and when it marks.
    """
    parts = _EITHER.split(query.translate(_QUOTES))
    wanted = [term for part in parts if (term := _part(part))]
    return Asked(either(wanted) if wanted else None)


def _part(part: str) -> Term | None:
    """Return the term of one side of an OR; None when nothing is wanted there."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    rest, done = [], 0
    for match in _OPERATORS.finditer(part):
        rest.append(part[done : match.start()])
        done = match.end()
        phrase = phrase_of(match["phrase"]) if match["phrase"] is not None else None
        if match["word"]:
            unwanted += _all(terms_of(match["word"]))
        elif phrase:
            (unwanted if match["no"] else wanted).append(phrase)
    rest.append(part[done:])
    for at, stretch in enumerate(rest):
        wanted += terms_of(stretch, may_go_on=at == len(rest) - 1 and not stretch[-1:].isspace())
    return all_of([*wanted, *map(without, unwanted)]) if wanted else None


def _all(terms: list[Term]) -> Iterator[Term]:
    if terms:
        yield all_of(terms)
