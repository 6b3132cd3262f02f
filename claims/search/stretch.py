"""The terms of a stretch of a query without operators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.search.amounts import magnitude_order
from claims.search.folded_text import Folded, folded
from claims.search.names import names_in
from claims.search.numbers_asked import AskedNumber, asked_numbers
from claims.search.term import Term, all_of, any_of, beginning, either, in_order
from claims.search.words import Word, words_in

_SHORTEST_BEGINNING = 2


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of the table in a query; `lexemes` are those of whom it may be."""

    start: int
    end: int
    lexemes: frozenset[str]


def terms_of(text: str, *, may_go_on: bool = False) -> list[Term]:
    """Return what `text` asks for; `may_go_on` when its last word may be only begun."""
    form = folded(text)
    words, numbers = list(words_in(form.text)), asked_numbers(form)
    named = _names(form, numbers)
    taken: list[AskedNumber | _Named] = [*numbers, *named]
    terms = [any_of(sorted(number.lexemes)) for number in numbers]
    terms += [_name_term(name, words) for name in named]
    free = [word for word in words if not any(_meets(word, each) for each in taken)]
    for word in _telling(free):
        counted = _counted(word, numbers)
        is_last = may_go_on and word is words[-1]
        terms.append(_word_term(word, counted, is_last=is_last))
    return terms


def phrase_of(text: str) -> Term | None:
    """Return the term for words in this order and nothing between; None when there is no word."""
    words = list(words_in(folded(text).text))
    if len(words) > 1 and _is_covered(words[-1], words[-2]):
        words.pop()
    if len(words) == 1:
        return _word_term(words[0], frozenset(), is_last=False)
    return in_order(any_of([word.lexeme]) for word in words) if words else None


def _word_term(word: Word, counted: frozenset[str], *, is_last: bool) -> Term:
    lexeme = word.lexeme
    if not word.is_whole and len(lexeme) == 1:
        return beginning(lexeme)
    order = magnitude_order(lexeme)
    found = any_of([lexeme, *sorted(counted), *([f"*{order}"] if order else [])])
    if is_last and word.is_whole and len(lexeme) >= _SHORTEST_BEGINNING:
        return either([beginning(lexeme), found]) if len(found.lexemes) > 1 else beginning(lexeme)
    return found


def _names(form: Folded, numbers: Sequence[AskedNumber]) -> list[_Named]:
    """Return the names of the table, apart from each other and from the numbers."""
    found: dict[tuple[int, int], set[str]] = {}
    for in_any_case in (False, True):
        for name in names_in(form, in_any_case=in_any_case):
            found.setdefault((name.start, name.end), set()).add(name.lexeme)
    names: list[_Named] = []
    for (start, end), lexemes in sorted(found.items(), key=lambda each: (each[0][0], -each[0][1])):
        is_free = not any(number.start < end and start < number.end for number in numbers)
        if is_free and (not names or start >= names[-1].end):
            names.append(_Named(start, end, frozenset(lexemes)))
    return names


def _name_term(name: _Named, words: Sequence[Word]) -> Term:
    inside = [word for word in words if name.start <= word.start and _end(word) <= name.end]
    written = [_word_term(word, frozenset(), is_last=False) for word in _telling(inside)]
    known = any_of(sorted(name.lexemes))
    return either([all_of(written), known]) if written else known


def _telling(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words but for a last character that a pair before it holds already."""
    for at, word in enumerate(words):
        if at == 0 or not _is_covered(word, words[at - 1]):
            yield word


def _is_covered(word: Word, before: Word) -> bool:
    single = not word.is_whole and len(word.lexeme) == 1
    return single and not before.is_whole and before.start == word.start - 1


def _counted(word: Word, numbers: Sequence[AskedNumber]) -> frozenset[str]:
    """Return the amounts that say what this word says: it is what a number counts."""
    for number in numbers:
        if number.end <= word.start < number.unit_end:
            return number.counted
    return frozenset()


def _end(word: Word) -> int:
    return word.start + len(word.lexeme)


def _meets(word: Word, other: AskedNumber | _Named) -> bool:
    return word.start < other.end and other.start < _end(word)
