"""Who is meant by @name in a text. Pure: takes the names there are, returns where they stand.

User names may hold any letters, and `.`, `-`, `_`, `+` and `@` besides; Chinese puts no space
around them: "请@王小明看一下". So no pattern can say where a name ends; only the list of names can,
and the longest that fits is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

MOST = 20  # people one text can mention
# What stands before the sign in an address of e-mail: budi@bureau.example mentions nobody.
_BEFORE = frozenset("_+%")
# What joins the parts of a name: "@budi.santoso" does not mean "budi", whether there is one or not.
_JOINTS = frozenset(".-+@_")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, with the sign before it: `text[start:end]` is "@" and `name`."""

    start: int
    end: int
    name: str


def mentions(text: str, names: Collection[str]) -> list[Mention]:
    """Return the mentions of `names` in `text`, in order.

    Letters' case is the same to them, unless two names differ by it.
    """
    known = {name.casefold(): name for name in names} | {name: name for name in names}
    longest = max((len(folded) for folded in known), default=0)
    found: list[Mention] = []
    for start in _signs(text):
        if found and start < found[-1].end:
            continue  # part of the name before: "@sari@bureau.example"
        if (mention := _longest(text, start, known, longest)) is not None:
            found.append(mention)
    return found


def mentioned(text: str, names: Collection[str]) -> list[str]:
    """Return the names that `text` mentions, each once, at most MOST."""
    return list(dict.fromkeys(each.name for each in mentions(text, names)))[:MOST]


def _signs(text: str) -> Iterator[int]:
    """Yield where an @ stands that can begin a mention."""
    start = text.find("@")
    while start >= 0:
        before = text[start - 1] if start else " "
        if not _is_latin(before) and before not in _BEFORE:
            yield start
        start = text.find("@", start + 1)


def _longest(text: str, start: int, known: dict[str, str], longest: int) -> Mention | None:
    """Return the longest name that follows the sign at `start` and ends where a name can."""
    for end in range(min(len(text), start + 1 + longest), start + 1, -1):
        typed = text[start + 1 : end]
        name = known.get(typed) or known.get(typed.casefold())
        if name is not None and _ends(text, end):
            return Mention(start, end, name)
    return None


def _ends(text: str, end: int) -> bool:
    """Say whether a name can end at `end`: "@budiman" does not mean "budi"."""
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if after in _JOINTS:
        return not (beyond and _is_latin(beyond)) and after != "_"
    return not (after and _is_latin(text[end - 1]) and _is_latin(after))


def _is_latin(character: str) -> bool:
    """Say whether it is a letter or digit of a script that puts spaces between words."""
    return character.isalnum() and not _is_cjk(character)


def _is_cjk(character: str) -> bool:
    point = ord(character)
    return 0x3040 <= point <= 0x30FF or 0x3400 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF \
        or 0x20000 <= point <= 0x323AF  # fmt: skip
