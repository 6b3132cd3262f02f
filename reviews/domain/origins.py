"""From how many independent origins evidence comes: three copies of one report are one source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal
from urllib.parse import urlsplit

from tld import get_fld

from claims.evidence.near_duplicates import Sketch, is_near_duplicate, likeness

ENOUGH = 2
Why = Literal["copy", "text", "publisher", "site"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row of evidence comes from.

    `copy` is the SHA-256 of its kept copy, "" if none, `sketch` that of the copy's text.
    """

    url: str
    publisher: str
    copy: str = ""
    sketch: Sketch | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Two rows of one origin, by index, and why; `alike` (0 to 1) is how alike their texts are."""

    earlier: int
    later: int
    why: Why
    alike: float = 1.0


def independent(origins: Sequence[Origin]) -> int:
    """Return the number of groups that share no site, no publisher and no text.

    What shares one of the three with a row of a group belongs to that group, so that a wire report
    on five sites is one origin, and so are two pages of one ministry.
    """
    return len(origins) - len(ties(origins))


def ties(origins: Sequence[Origin]) -> list[Tie]:
    """Return why rows count as one: of each tie that makes one group of two, the first found."""
    marks = [_marks(origin) for origin in origins]
    group = list(range(len(origins)))
    found: list[Tie] = []
    for earlier, later in combinations(range(len(origins)), 2):
        if group[earlier] == group[later]:
            continue
        why, alike = _shared(marks[earlier], marks[later]), 1.0
        if why is None:
            alike = _alike(origins[earlier], origins[later])
            why = "text" if alike else None
        if why is not None:
            found.append(Tie(earlier, later, why, alike))
            joined = {group[earlier], group[later]}
            group = [min(joined) if each in joined else each for each in group]
    return found


def _shared(left: Mapping[Why, str], right: Mapping[Why, str]) -> Why | None:
    """Return the strongest thing two rows have in common."""
    return next((why for why, mark in left.items() if right.get(why) == mark), None)


def _alike(left: Origin, right: Origin) -> float:
    """Return how alike the texts of two copies are, 0 if they are not copies of one text."""
    if left.sketch is None or right.sketch is None:
        return 0.0
    is_copy = is_near_duplicate(left.sketch, right.sketch)
    return likeness(left.sketch, right.sketch) if is_copy else 0.0


def site(url: str) -> str:
    """Return the registrable domain: "bps.go.id" of "https://www.bps.go.id/a".

    By the public suffix list that the library carries, private suffixes included: two blogs on one
    hosting site are two sites. Nothing is fetched. Under a suffix the list does not have, it is
    the last two labels; of an IP address the whole; of what is no address the text as it is.
    """
    found = get_fld(url, fail_silently=True, search_private=True)
    return str(found or _last_labels(url)).casefold()


def _last_labels(url: str) -> str:
    try:
        host = urlsplit(url).hostname or url
    except ValueError:  # half an IPv6 address
        return url
    is_number = host.rpartition(".")[2].isdecimal() or ":" in host
    return host if is_number else ".".join(host.split(".")[-2:])


def _marks(origin: Origin) -> dict[Why, str]:
    """Return what the row may share with another, the strongest first."""
    marks: dict[Why, str] = {
        "copy": origin.copy,
        "publisher": " ".join(origin.publisher.casefold().split()),
        "site": site(origin.url),
    }
    return {why: mark for why, mark in marks.items() if mark}
