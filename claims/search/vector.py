"""A text as PostgreSQL indexes it: its words, amounts and names as the text of a tsvector."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from claims.search.amounts import Amount, amounts_in, lexemes_of, number_text, unit_key, values_of
from claims.search.folded_text import folded
from claims.search.names import names_in
from claims.search.words import words_in

FOLDING = 1
"""The version of all that decides what is indexed; what an older one wrote is written anew."""

LAST_PLACE = 16383  # PostgreSQL knows no place behind it
MOST_PLACES = 250  # of one lexeme; PostgreSQL keeps 255
MOST_BYTES = 900_000  # of one row: a tsvector holds a megabyte
_GAP = 10  # between two texts, so that no phrase is found across them

Weight = Literal["A", "B", "C", "D"]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the texts of a row: `weight` A counts most, `yuan` is what 元 means in it."""

    text: str
    language: str
    weight: Weight
    yuan: str = "CNY"


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount of a row, for filters: `unit` as `unit_key` writes it, "" where none is said."""

    unit: str
    value: float


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is stored of a row: the text of its tsvector, and its amounts, each once."""

    words: str
    figures: tuple[Figure, ...]


def indexed(
    parts: Iterable[Part],
    *,
    speakers: Iterable[str] = (),
    quantities: Iterable[Mapping[str, Any]] = (),
) -> Indexed:
    """Return what is stored of a row made of `parts`.

    `quantities` are those that extraction stored of them: it knew the article around, and with it
    whose dollar a $ is.
    """
    places: dict[str, list[str]] = {}
    figures: dict[Figure, None] = {}
    offset = 1
    for part in parts:
        found, amounts, offset = _read(part, offset)
        figures |= dict.fromkeys(each for amount in amounts for each in _figures(amount))
        for lexeme, place in found:
            _add(places, lexeme, f"{min(place, LAST_PLACE)}{part.weight}")
    for figure in map(_stored, quantities):
        for each in figure:
            figures[each] = None
            places.setdefault(f"#{number_text(each.value)}", [])
            places.setdefault(f"#{each.unit}:{number_text(each.value)}", [])
    for speaker in speakers:
        for lexeme in speaker_lexemes(speaker):
            places.setdefault(lexeme, [])
    return Indexed(" ".join(_entries(places)), tuple(figures))


def speaker_lexemes(speaker: str) -> list[str]:
    """Return the words of a speaker's name as lexemes that only a speaker has."""
    words = words_in(folded(speaker).text)
    return [f"~{word.lexeme}" for word in words if word.is_whole or len(word.lexeme) > 1]


def quoted(lexeme: str) -> str:
    """Return a lexeme as PostgreSQL reads it, whatever is in it."""
    escaped = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _read(part: Part, offset: int) -> tuple[list[tuple[str, int]], list[Amount], int]:
    """Return the lexemes of a part with their places from `offset`, its amounts, and the next."""
    form = folded(part.text)
    words = list(words_in(form.text))
    starts = [word.start for word in words]

    def place(at: int) -> int:
        return offset + max(0, bisect_right(starts, at) - 1)

    found = [(word.lexeme, offset + at) for at, word in enumerate(words)]
    amounts = amounts_in(form, part.language, yuan=part.yuan)
    found += [(each, place(amount.start)) for amount in amounts for each in lexemes_of(amount)]
    found += [(name.lexeme, place(name.start)) for name in names_in(form)]
    return found, amounts, offset + len(words) + _GAP


def _add(places: dict[str, list[str]], lexeme: str, place: str) -> None:
    known = places.setdefault(lexeme, [])
    if len(known) < MOST_PLACES:
        known.append(place)


def _figures(amount: Amount) -> Iterator[Figure]:
    for value in amount.values:
        yield Figure(unit_key(amount.unit), abs(value))


def _stored(quantity: Mapping[str, Any]) -> Sequence[Figure]:
    unit = unit_key(str(quantity.get("unit") or ""))
    values = values_of(*(quantity.get(name) for name in ("value", "low", "high")))
    return [Figure(unit, abs(float(value))) for value in values]


def _entries(places: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield what a tsvector is read from, as much as one holds."""
    size = 0
    for lexeme, at in places.items():
        size += len(lexeme.encode()) + 2 * len(at) + 8
        if size > MOST_BYTES:
            return
        yield _entry(lexeme, at)


def _entry(lexeme: str, places: Sequence[str]) -> str:
    return f"{quoted(lexeme)}:{','.join(places)}" if places else quoted(lexeme)
