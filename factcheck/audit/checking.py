"""Whether a chain is whole, link by link, and what was done to it where it is not. No database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What was done to the log."""

    CHANGED = "changed"
    REWRITTEN = "rewritten"
    MISSING = "missing"
    INSERTED = "inserted"
    MOVED = "moved"
    CUT_OFF = "cut_off"
    BEYOND = "beyond"
    COUNT = "count"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with `event`; `other` is the event it is told by (0: the start)."""

    kind: Kind
    event: int
    other: int


@dataclass(frozen=True, slots=True)
class Link:
    """What the chain needs of an event; `computed` is what its hash has to be by its content."""

    id: int
    previous_hash: str
    hash: str
    computed: str


class Places(Protocol):
    """Where hashes are in the whole log; asked only where the chain is broken."""

    def having(self, hash: str) -> int | None:
        """Return the id of the event with this hash."""

    def following(self, hash: str) -> int | None:
        """Return the id of the event that says it follows this hash."""


@dataclass(slots=True)
class Chain:
    """What was seen of the log so far: `last_id` 0 and `last_hash` "" before its first event."""

    places: Places
    last_id: int = 0
    last_hash: str = ""
    events: int = 0
    last_is_named: bool = False

    def add(self, link: Link) -> Iterator[Finding]:
        """Go on to the next event by id, and yield what is wrong with it or with the last one."""
        findings = []
        if link.hash != link.computed:
            findings.append(Finding(Kind.CHANGED, link.id, self.last_id))
        if link.previous_hash != self.last_hash:
            findings.extend(self._broken(link))
        self.events += 1
        self.last_id, self.last_hash = link.id, link.hash
        self.last_is_named = any(finding.event == link.id for finding in findings)
        yield from findings

    def _broken(self, link: Link) -> Iterator[Finding]:
        """Yield why `link` does not follow the last event.

        An event that is followed elsewhere is genuine and only out of place; one that nothing
        follows was put there. Where neither side leads anywhere, what was between them is gone.
        """
        followed = self.places.having(link.previous_hash) if link.previous_hash else 0
        last_is_followed = self.places.following(self.last_hash) is not None
        if followed is not None and last_is_followed:
            yield Finding(Kind.MOVED, link.id, followed)
        elif followed is not None:
            if not self.last_is_named:
                yield Finding(Kind.INSERTED, self.last_id, followed)
        elif last_is_followed:
            yield Finding(Kind.INSERTED, link.id, self.last_id)
        elif link.id > self.last_id + 1:
            yield Finding(Kind.MISSING, link.id, self.last_id)
        elif not self.last_is_named:
            # No number is free between the two: the last one has another hash than it had.
            yield Finding(Kind.REWRITTEN, self.last_id, link.id)


@dataclass(frozen=True, slots=True)
class End:
    """What the log was told to end with, apart from the events themselves."""

    last_id: int = 0
    events: int = 0
    hash: str = ""


def check_end(chain: Chain, end: End) -> Iterator[Finding]:
    """Yield what is wrong between the last event seen up to the end and what the end says."""
    if chain.last_id < end.last_id:
        yield Finding(Kind.CUT_OFF, chain.last_id, end.last_id)
    elif chain.last_hash != end.hash:
        yield Finding(Kind.REWRITTEN, chain.last_id, end.last_id)
    if chain.events != end.events:
        yield Finding(Kind.COUNT, chain.events, end.events)
