"""Traditional to Simplified, character by character, so that offsets stay.

For comparison and rules only: what is shown is what was written.
"""

from __future__ import annotations

from functools import lru_cache

from opencc import OpenCC


@lru_cache(maxsize=4)
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


@lru_cache(maxsize=16384)
def _simplified(character: str) -> str:
    converter = _converter("t2s")
    folded: str = converter.convert(converter.convert(character))  # 薴 is 苧, which is 苎
    return folded if len(folded) == 1 else character


@lru_cache(maxsize=16384)
def _traditional(character: str) -> str:
    folded: str = _converter("s2t").convert(character)
    return folded if len(folded) == 1 else character


def simplify(text: str) -> str:
    """Return `text` in Simplified characters, of the same length."""
    table = {ord(c): _simplified(c) for c in set(text) if c >= "\u3400"}
    return text.translate(table)


def traditionalise(text: str) -> str:
    """Return `text` in Traditional characters, of the same length.

    Where one Simplified character stands for several it is the commonest.
    """
    table = {ord(c): _traditional(c) for c in set(text) if c >= "\u3400"}
    return text.translate(table)


def only_traditional(text: str) -> int:
    """Count the characters that Simplified writes differently."""
    return sum(text.count(c) for c in set(text) if c >= "\u3400" and _simplified(c) != c)


def only_simplified(text: str) -> int:
    """Count the characters that Traditional writes differently."""
    return sum(text.count(c) for c in set(text) if c >= "\u3400" and _traditional(c) != c)
