"""Ids of rows as browsers send them: text that anybody may have changed."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 18  # digits that always fit a bigint; Python itself refuses to read over 4,300


def row_id(sent: str) -> int | None:
    """Return the id, or None when `sent` cannot be one."""
    return int(sent) if sent.isdecimal() and len(sent) <= LONGEST else None


def row_ids(sent: Iterable[str]) -> frozenset[int]:
    """Return those that can be ids."""
    return frozenset(each for each in map(row_id, sent) if each is not None)
