"""Where in a text, as it was written, stands what somebody looks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.extraction.types import Span
from claims.search.amounts import amounts_in, lexemes_of
from claims.search.folded_text import Folded, folded
from claims.search.names import names_in
from claims.search.term import Term
from claims.search.words import words_in


def marks_in(text: str, term: Term | None, language: str, *, yuan: str = "CNY") -> list[Span]:
    """Return the stretches of `text` that `term` marks: in order, apart, code points.

    Amounts and names are read only when some are asked for: it takes ten times as long as words.
    """
    if term is None or not (term.lexemes or term.prefixes):
        return []
    form = folded(text)
    found = list(_words(form, term))
    if any(lexeme[0] in "#*" for lexeme in term.lexemes):
        for amount in amounts_in(form, language, yuan=yuan):
            if not term.lexemes.isdisjoint(lexemes_of(amount)):
                end = amount.unit_end if amount.is_measured else amount.end
                found.append((amount.start, end))
    if any(lexeme[0] == "@" for lexeme in term.lexemes):
        names = names_in(form)
        found += [(name.start, name.end) for name in names if name.lexeme in term.lexemes]
    return [form.view.span(start, end) for start, end in _joined(found)]


def _words(form: Folded, term: Term) -> Iterator[tuple[int, int]]:
    prefixes = tuple(term.prefixes)
    for word in words_in(form.text):
        if word.lexeme in term.lexemes:
            yield word.start, word.start + len(word.lexeme)
        elif prefixes and word.lexeme.startswith(prefixes):
            yield word.start, word.end


def _joined(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches in order, those that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
