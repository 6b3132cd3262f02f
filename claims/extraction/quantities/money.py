"""Which money a word or sign means."""

from __future__ import annotations

import re

from claims.extraction.folding import only_simplified, only_traditional, simplify
from claims.extraction.lexicon.currencies import (
    CHINESE_CURRENCIES,
    CURRENCIES,
    PLACES,
    PLAIN_YUAN,
)
from claims.extraction.lexicon.wording import any_of

SIGN = any_of(
    word for word in CURRENCIES if len(word) < 7 and (word[0].isupper() or not word[0].isalpha())
)
"""What stands before a figure ("US$5", "Rp 5"), as a regular expression."""

_CODES = {written.casefold(): code for written, code in CURRENCIES.items()}
_PLACES = {code: re.compile(words) for code, words in PLACES.items()}
_SAMPLE = 20_000  # characters that tell where an article is from


def money_code(written: str) -> str:
    """Return the ISO 4217 code of a sign, code or word in any letters; "" when it is none."""
    return CHINESE_CURRENCIES.get(written, "") or _CODES.get(written.casefold(), "")


def yuan_of(text: str) -> str:
    """Return the money that 元 means in an article: CNY, TWD or HKD.

    Only a text in Traditional characters that names Taiwanese or Hong Kong places and bodies more
    often than mainland ones means theirs; all others mean the yuan.
    """
    sample = text[:_SAMPLE]
    if only_traditional(sample) <= only_simplified(sample):
        return "CNY"
    folded = simplify(sample)
    named = {code: len(words.findall(folded)) for code, words in _PLACES.items()}
    return max(named, key=named.__getitem__) if any(named.values()) else "CNY"


def is_plain_yuan(written: str) -> bool:
    """Say whether a word is the yuan of whatever place the article is from."""
    return written in PLAIN_YUAN
