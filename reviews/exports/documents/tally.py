"""What is counted over the entries of a report while they pass. PURE."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from reviews.exports.documents.entry import Entry, Group


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: `share` is in percent of all; `colour` is "" or #rrggbb."""

    label: str
    count: int
    share: float
    colour: str


@dataclass(slots=True)
class Tally:
    """Counts by rating, language, status and group; and the digest of what was counted.

    The digest is SHA-256 over a line per entry, `claim_id,version,status,content_sha256`, each
    ended by a line feed: whoever has the same rows as CSV can compute it from those columns.
    """

    entries: int = 0
    ratings: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    groups: Counter[Group] = field(default_factory=Counter)
    colours: dict[str, str] = field(default_factory=dict)
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)

    def add(self, entry: Entry) -> None:
        """Count `entry`."""
        self.entries += 1
        self.ratings[entry.rating] += 1
        self.colours[entry.rating] = entry.colour
        self.languages[entry.language] += 1
        self.statuses[entry.status] += 1
        self.groups[entry.group] += 1
        self.digest.update(f"{entry.line}\n".encode())

    def bars(self, counts: Counter[str]) -> list[Bar]:
        """Return `counts` as bars, the longest first."""
        return [
            Bar(label, count, 100 * count / self.entries, self.colours.get(label, ""))
            for label, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        ]
