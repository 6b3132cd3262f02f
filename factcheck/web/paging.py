"""Links between the pages of a list."""

from __future__ import annotations

from django.http import QueryDict


def with_before(query: QueryDict, before: int | None) -> str:
    """Return the query string that keeps the filters and continues at `before` (None: newest)."""
    changed = query.copy()
    changed.pop("before", None)
    if before is not None:
        changed["before"] = str(before)
    return f"?{changed.urlencode()}"


def query_without(query: QueryDict, *names: str) -> str:
    """Return the query string but for these names and what is empty."""
    kept = query.copy()
    for name in list(kept):
        if name in names or not (query.get(name) or "").strip():
            del kept[name]
    return kept.urlencode()
