"""The claims a person may mean who merges one, or moves an appearance."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.models import Claim
from claims.models.claim_words import has_words
from claims.selectors.claims import claim_relations, family_members, other_side
from reviews.models import QueueItem
from reviews.selectors.claim_items import newest_items

MOST_SHOWN = 20
ITEM_ADDRESS = re.compile(r"/queue/(\d{1,18})")
CLAIM_ADDRESS = re.compile(r"(?:/claims/|/verdicts/|^#?)(\d{1,18})(?:/|$|\?)")


@dataclass(frozen=True, slots=True)
class Choice:
    """A claim to choose, and where the desk works on it (None: not in the queue yet)."""

    claim: Claim
    item: QueueItem | None


def choices(claim: Claim, asked: str) -> list[Choice]:
    """Return the claims that have the words asked for, or whose address or number it is.

    Newest first, one more than MOST_SHOWN where there are more. Without anything asked for: the
    relatives of `claim`. Never itself, nor one that is merged.
    """
    wanted = asked.replace("\x00", " ").strip()  # PostgreSQL takes no NUL
    found = _found(wanted, claim) if wanted else _relatives(claim)
    standing = [each for each in found if each.pk != claim.pk and each.merged_into_id is None]
    ids = newest_items(each.pk for each in standing)
    items = QueueItem.objects.in_bulk(ids.values())
    return [Choice(each, items.get(ids.get(each.pk, 0))) for each in standing]


def chosen(claim_id: int | None) -> Claim | None:
    """Return the claim with this id, or the one that it is merged into."""
    claims = Claim.objects.defer("vector").select_related("merged_into")
    claim = claims.filter(pk=claim_id).first() if claim_id else None
    return (claim.merged_into or claim) if claim else None


def _relatives(claim: Claim) -> list[Claim]:
    related = [other_side(pair, claim.pk) for pair in claim_relations(claim.pk)]
    return list({each.pk: each for each in [*related, *family_members(claim)]}.values())


def _found(asked: str, claim: Claim) -> list[Claim]:
    address = _claim_at(asked)
    if address is not None:
        meant = chosen(address)
        return [meant] if meant else []
    words = has_words(asked)
    if words is None:
        return []
    others = Claim.objects.filter(words, merged_into__isnull=True).exclude(pk=claim.pk)
    return list(others.defer("vector").order_by("-id")[: MOST_SHOWN + 1])


def _claim_at(asked: str) -> int | None:
    """Return the claim whose number or address somebody pasted, None for other words."""
    if at_desk := ITEM_ADDRESS.search(asked):
        return QueueItem.objects.filter(pk=at_desk[1]).values_list("claim", flat=True).first() or 0
    at_claim = CLAIM_ADDRESS.search(asked)
    return int(at_claim[1]) if at_claim else None
