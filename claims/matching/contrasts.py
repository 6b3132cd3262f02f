"""Parts of one thing that are not each other: the first phase and the second, a part and the sum.

What the first phase costs is another question than what the second costs, however alike the
sentences are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.plain import fold
from claims.matching.places import NOWHERE, Found, found
from claims.matching.tables import rows

_Contrast = tuple[str, str, re.Pattern[str]]
_TABLE: tuple[_Contrast, ...] = tuple(
    (group, part, re.compile(pattern)) for group, part, pattern in rows("contrasts.tsv")
)


@lru_cache(maxsize=4096)
def _parts(text: str) -> dict[str, dict[str, Found]]:
    folded = fold(text)
    parts: dict[str, dict[str, Found]] = {}
    for group, part, pattern in _TABLE:
        match = pattern.search(folded)
        if match:
            parts.setdefault(group, {})[part] = found(match)
    return parts


# "A rival …", "另一家…": what is said is said of another one than the story is about. Only of the
# subject: "cheaper than its rivals" is still of this one, as is "another 4.5 billion". The one in
# "另一家芯片企业AMD" stands out among Chinese: it is compared by its name.
_ANOTHER = re.compile(
    r"^\W*(?:another(?! ?\W*\d)|a (?:rival|competitor)|(?:perusahaan|syarikat|negara) lain)\b"
    r"|另一[家个名位款种座](?!\w{0,12}?[a-z]{2})"
)


@lru_cache(maxsize=4096)
def _another(text: str) -> Found | None:
    match = _ANOTHER.search(fold(text))
    return found(match) if match else None


def contrast(left: str, right: str) -> tuple[str, str] | None:
    """Return the wordings by which two texts speak of different things of one kind, or None.

    They name different parts of one thing, or one of them alone says that it is of another one.
    """
    seen = contrasting(left, right)
    return (seen[0].wording, seen[1].wording) if seen else None


def contrasting(left: str, right: str) -> tuple[Found, Found] | None:
    """Return what `contrast` says, with its places in the `fold`ed texts."""
    another = _another(left), _another(right)
    if any(another) and not all(another):
        return another[0] or NOWHERE, another[1] or NOWHERE
    ours, theirs = _parts(left), _parts(right)
    for group in sorted(ours.keys() & theirs.keys()):
        if not ours[group].keys() & theirs[group].keys():
            return next(iter(ours[group].values())), next(iter(theirs[group].values()))
    return None
