"""Hear a Latin name in Chinese text: Altman in 奥特曼, Yanshan in 砚山.

Chinese writes a foreign name by sound, syllable by syllable, in characters that are mostly kept for
this; its own names are written in Latin letters as pinyin. Neither needs a table of names. What is
compared of a foreign name is its consonants: vowels are put in between them, and of two that stand
together one is often left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from claims.extraction.plain import fold, plain
from claims.matching.tables import words

# Few sounds are like too many others.
_FEWEST_CONSONANTS = 3
_SHORTEST_PINYIN = 5
# For each consonant of a name; a consonant that is another altogether costs 1.
_MAY_COST = 0.24
_SHORT_MAY_COST = 0.16
_CHINESE = re.compile(r"[㐀-鿿]{2,}")

# Longest first; in lower case. A capital is a class of sounds.
_LATIN = (
    ("tsch", "S"), ("sch", "S"), ("tch", "S"), ("ch", "S"), ("sh", "S"), ("ph", "F"), ("th", "D"),
    ("kh", "H"), ("ck", "K"), ("qu", "KW"), ("ng", "N"), ("ce", "S"), ("ci", "S"), ("cy", "S"),
    ("b", "B"), ("p", "B"), ("f", "F"), ("d", "D"), ("t", "D"), ("m", "M"), ("n", "N"),
    ("l", "L"), ("r", "L"), ("g", "K"), ("k", "K"), ("q", "K"), ("c", "K"), ("j", "J"),
    ("s", "S"), ("z", "S"), ("x", "KS"), ("h", "H"), ("v", "W"), ("w", "W"), ("y", "Y"),
)  # fmt: skip
_PINYIN = (
    ("zh", "S"), ("ch", "S"), ("sh", "S"), ("ng", "N"), ("er", "L"),
    ("b", "B"), ("p", "B"), ("f", "F"), ("d", "D"), ("t", "D"), ("m", "M"), ("n", "N"),
    ("l", "L"), ("r", "L"), ("g", "K"), ("k", "K"), ("j", "J"), ("q", "J"), ("x", "S"),
    ("z", "S"), ("c", "S"), ("s", "S"), ("h", "H"), ("w", "W"), ("y", "Y"),
)  # fmt: skip
_VOWELS = {"a": "a", "e": "e", "i": "i", "o": "o", "u": "u"}
# What it costs to take one sound for another, and to leave one out or put one in; else 1.
_EXCHANGED = {
    frozenset(pair): cost
    for pair, cost in (
        ("KJ", 0.2), ("SJ", 0.2), ("YJ", 0.3), ("WF", 0.2), ("WB", 0.5), ("FH", 0.4), ("KH", 0.4),
        ("NM", 0.4), ("SD", 0.6), ("DJ", 0.6),
        ("ei", 0.1), ("ou", 0.1), ("ae", 0.15), ("ao", 0.2), ("eo", 0.2), ("au", 0.25),
        ("eu", 0.2), ("iu", 0.25), ("ai", 0.25), ("io", 0.3), ("wu", 0.1), ("Yi", 0.1), ("Wu", 0.1),
    )
}  # fmt: skip
_DROPPED = {
    "L": 0.4, "H": 0.4, "W": 0.5, "Y": 0.3, "D": 0.7, "N": 0.7,
    "a": 0.25, "e": 0.15, "i": 0.2, "o": 0.2, "u": 0.15,
}  # fmt: skip


@lru_cache(maxsize=8192)
def heard_in(name: str, text: str) -> str | None:
    """Return the characters of a Chinese `text` in which one Latin word of a name sounds, or None.

    The characters are Simplified, as `plain` has them.
    """
    name = fold(name)
    return _as_pinyin(name, text) or _by_sound(name, text)


def _as_pinyin(name: str, text: str) -> str | None:
    if len(name) < _SHORTEST_PINYIN:
        return None
    for run, syllables in _syllables(text):
        for start in range(len(run)):
            written = ""
            for end in range(start, min(start + 4, len(run))):
                written += syllables[end]
                if written == name and end > start:
                    return run[start : end + 1]
    return None


def _by_sound(name: str, text: str) -> str | None:
    sounds = _sounds(name, _LATIN)
    consonants = sum(map(str.isupper, sounds))
    if consonants < _FEWEST_CONSONANTS:
        return None
    parts = (part for run in _transliterated(text) for part in _parts(run, consonants))
    costs = ((_difference(sounds, _sounds_of(part)), part) for part in parts)
    cost, part = min(costs, default=(math.inf, ""))
    may_cost = _SHORT_MAY_COST if consonants == _FEWEST_CONSONANTS else _MAY_COST
    return part if cost <= may_cost * consonants else None


def _parts(run: str, consonants: int) -> Iterator[str]:
    """Yield the parts of a run of characters that may be a name of so many consonants."""
    for start in range(len(run)):
        for end in range(start + 2, min(len(run), start + consonants + 2) + 1):
            yield run[start:end]


@lru_cache(maxsize=65536)
def _difference(one: str, other: str) -> float:
    """Return what it costs to turn one string of sounds into the other."""
    row = [0.0]
    for sound in other:
        row.append(row[-1] + _DROPPED.get(sound, 1.0))
    for sound in one:
        dropped = _DROPPED.get(sound, 1.0)
        before, row = row, [row[0] + dropped]
        for at, heard in enumerate(other):
            kept = before[at] + _exchange(sound, heard)
            row.append(min(kept, before[at + 1] + dropped, row[at] + _DROPPED.get(heard, 1.0)))
    return row[-1]


def _exchange(one: str, other: str) -> float:
    return 0.0 if one == other else _EXCHANGED.get(frozenset((one, other)), 1.0)


def _pinyin(characters: str) -> list[str]:
    """Return the syllable of each character."""
    # Its tables take 55 MB, which a worker that only writes reports need not have.
    from pypinyin import lazy_pinyin

    return lazy_pinyin(characters)


@lru_cache(maxsize=4096)
def _sounds_of(characters: str) -> str:
    return "".join(_sounds(syllable, _PINYIN) for syllable in _pinyin(characters))


def _sounds(written: str, spelling: tuple[tuple[str, str], ...]) -> str:
    """Return the classes of the consonants, doubled ones once."""
    found, at = "", 0
    while at < len(written):
        letters, sound = next(
            (each for each in spelling if written.startswith(each[0], at)),
            (written[at], _VOWELS.get(written[at], "")),
        )
        at += len(letters)
        found += "" if found.endswith(sound) else sound
    return found


@lru_cache(maxsize=4096)
def _syllables(text: str) -> tuple[tuple[str, list[str]], ...]:
    runs = _CHINESE.findall(plain(text))
    return tuple((run, _pinyin(run)) for run in runs)


@lru_cache(maxsize=4096)
def _transliterated(text: str) -> tuple[str, ...]:
    """Return the stretches of a text that are written in characters for sounds."""
    return tuple(_foreign().findall(plain(text)))


@cache
def _foreign() -> re.Pattern[str]:
    characters = "".join(words("transliteration.txt"))
    return re.compile(f"[{characters}]{{2,}}")
