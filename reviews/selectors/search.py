"""Search over claims, verdicts, articles and earlier fact-checks, a page at a time."""

from __future__ import annotations

import base64
import binascii
import datetime
import json
from dataclasses import dataclass

from django.utils.translation import gettext as _

from claims.search.asked import asked
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from reviews.models import SearchKind
from reviews.selectors.search_found import Count, counts_of, found_by_kind
from reviews.selectors.search_hits import Hit, hits_of
from reviews.selectors.search_order import Found, Place, in_order
from reviews.selectors.search_wish import SearchWish

PAGE = 20


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of what was found: best first. `counts` are of all kinds, also those not shown.

    `has_words` is False when something is asked for and there is no word in it. `cursor` is where
    the next page begins, "" after the last.
    """

    hits: list[Hit]
    counts: dict[SearchKind, Count]
    has_words: bool
    cursor: str


def search_page(wish: SearchWish, user: User, cursor: str = "") -> SearchPage:
    """Return a page of what `user` may find. Raises InvalidInput for a cursor that is none."""
    after = _decoded(cursor) if cursor else None
    term = asked(wish.text).term
    found = found_by_kind(wish, user)
    shown = [SearchKind(wish.kind)] if wish.kind else list(SearchKind)
    ids = [entry for kind in shown for entry in found[kind]]
    rows = in_order(ids, wish.text, most=PAGE + 1, after=after)
    page = rows[:PAGE]
    return SearchPage(
        hits=hits_of(page, term),
        counts=counts_of(found),
        has_words=term is not None or not wish.text.strip(),
        cursor=_encoded(page[-1]) if len(rows) > PAGE else "",
    )


def _encoded(row: Found) -> str:
    score, at, entry = row.place
    return base64.urlsafe_b64encode(json.dumps([score, at.isoformat(), entry]).encode()).decode()


def _decoded(cursor: str) -> Place:
    try:
        score, at, entry = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        moment = datetime.datetime.fromisoformat(at)
        if moment.tzinfo is None:
            raise ValueError(at)
        if not 0 < int(entry) < 2**63:
            raise ValueError(entry)
        return float(score), moment, int(entry)
    except (ValueError, TypeError, OverflowError, binascii.Error, RecursionError) as error:
        message = _("This is no cursor of this list. Start again without one.")
        raise InvalidInput("cursor", message) from error
