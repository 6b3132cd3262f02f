"""Earlier fact-checks as the list shows them: each with the claims it matches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from claims.models import EarlierCheck, EarlierCheckMatch
from reviews.selectors.claim_items import newest_items

MOST_MATCHES = 5


@dataclass(frozen=True, slots=True)
class Matched:
    """A claim a fact-check matches; `workspace` is "" for one that is not in the queue yet."""

    match: EarlierCheckMatch
    workspace: str


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A fact-check and the claims nearest to it."""

    check: EarlierCheck
    matched: tuple[Matched, ...]


def check_rows(checks: Sequence[EarlierCheck]) -> list[CheckRow]:
    """Return the checks as rows; their matches have been fetched with them."""
    matches = {each.pk: list(each.matches.all())[:MOST_MATCHES] for each in checks}
    items = newest_items(match.claim_id for found in matches.values() for match in found)
    return [
        CheckRow(
            each,
            tuple(Matched(match, _workspace(items, match)) for match in matches[each.pk]),
        )
        for each in checks
    ]


def _workspace(items: dict[int, int], match: EarlierCheckMatch) -> str:
    item = items.get(match.claim_id)
    return reverse("workspace", args=[item]) if item else ""
