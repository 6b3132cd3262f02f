"""From how many independent origins evidence comes: three copies of one report are one source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from tld import get_fld

ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row of evidence comes from. `copy` is the SHA-256 of its stored text, "" if none."""

    url: str
    publisher: str
    copy: str = ""


def independent(origins: Sequence[Origin]) -> int:
    """Return the number of groups that share no site, no publisher and no text.

    What shares one of the three with a row of a group belongs to that group, so that a wire report
    on five sites is one origin, and so are two pages of one ministry.
    """
    groups: list[set[tuple[str, str]]] = []
    for origin in origins:
        marks = _marks(origin)
        touched = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks]
        groups.append(marks.union(*touched))
    return len(groups)


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


def _marks(origin: Origin) -> set[tuple[str, str]]:
    marks = {("site", site(origin.url))}
    if publisher := " ".join(origin.publisher.casefold().split()):
        marks.add(("publisher", publisher))
    if origin.copy:
        marks.add(("copy", origin.copy))
    return marks
