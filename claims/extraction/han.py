"""Han characters, those outside the Basic Multilingual Plane too (𠮷, 𫟷)."""

from __future__ import annotations

import re

HAN_RANGES = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""What stands between the brackets of a character class."""

HAN = f"[{HAN_RANGES}]"

HAN_CHARACTER = re.compile(HAN)


def is_han(character: str) -> bool:
    """Say whether a text begins with a Han character."""
    return HAN_CHARACTER.match(character) is not None


def count_han(text: str) -> int:
    """Return how many Han characters there are."""
    return len(HAN_CHARACTER.findall(text))
