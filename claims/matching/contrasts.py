"""Parts of one thing that are not each other: the first phase and the second, a part and the sum.

What the first phase costs is another question than what the second costs, however alike the
sentences are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.plain import fold
from claims.matching.tables import rows

_Contrast = tuple[str, str, re.Pattern[str]]
_TABLE: tuple[_Contrast, ...] = tuple(
    (group, part, re.compile(pattern)) for group, part, pattern in rows("contrasts.tsv")
)


@lru_cache(maxsize=4096)
def _parts(text: str) -> dict[str, dict[str, str]]:
    folded = fold(text)
    found: dict[str, dict[str, str]] = {}
    for group, part, pattern in _TABLE:
        match = pattern.search(folded)
        if match:
            found.setdefault(group, {})[part] = match.group()
    return found


# "A rival …", "另一家…": what is said is said of another one than the story is about. Only of the
# subject: "cheaper than its rivals" is still of this one.
_ANOTHER = re.compile(
    r"^\W*(?:another|a (?:rival|competitor)|(?:perusahaan|syarikat|negara) lain)\b"
    r"|另一[家个名位款种座]"
)


@lru_cache(maxsize=4096)
def _another(text: str) -> str:
    match = _ANOTHER.search(fold(text))
    return match.group() if match else ""


def contrast(left: str, right: str) -> tuple[str, str] | None:
    """Return the wordings by which two texts speak of different things of one kind, or None.

    They name different parts of one thing, or one of them alone says that it is of another one.
    """
    another = _another(left), _another(right)
    if any(another) and not all(another):
        return another
    ours, theirs = _parts(left), _parts(right)
    for group in ours.keys() & theirs.keys():
        if not ours[group].keys() & theirs[group].keys():
            return next(iter(ours[group].values())), next(iter(theirs[group].values()))
    return None
