"""Rows that have something in common, directly or by way of others, are one group."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence


def groups_sharing(marks: Sequence[Collection[Hashable]]) -> list[tuple[int, ...]]:
    """Return the indices of rows in groups, by their first; rows of a group share marks.

    Each element of `marks` holds what one row can share. A row without any is alone.
    """
    groups: list[tuple[set[Hashable], list[int]]] = []
    for index, row in enumerate(marks):
        touched = [group for group in groups if not group[0].isdisjoint(row)]
        groups = [group for group in groups if group[0].isdisjoint(row)]
        shared = set(row).union(*(found for found, _rows in touched))
        groups.append((shared, [*(each for _found, rows in touched for each in rows), index]))
    return sorted(tuple(sorted(rows)) for _found, rows in groups)
