"""What the templates of a discussion need to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from claims.models import Article, Evidence
from factcheck.web.permissions import person
from reviews.domain.discussion import EDITABLE_FOR
from reviews.models import QueueItem
from reviews.selectors.comments import Discussion, claim_discussion
from reviews.services.comment_places import Words, words_chosen
from reviews.services.comments import MAX_TEXT
from reviews.web.row_ids import row_id


def discussion_shown(
    request: HttpRequest,
    item: QueueItem,
    *,
    is_recused: bool,
    evidence: Sequence[Evidence] = (),
    is_blind: bool = False,
    discussion: Discussion | None = None,
    article: Article | None = None,
) -> dict[str, Any]:
    """Return the threads of the item's claim as the person may read them, and what they may do.

    They are `discussion` if it is known already. `article` is the one whose words may be quoted.
    A comment is theirs to change while it was written after `editable_since`.
    """
    reader = person(request)
    return {
        "item": item,
        "discussion": discussion or claim_discussion(item.claim_id, reader),
        "quoted": article,
        "reader": reader,
        "may_write": not is_recused,
        "is_blind": is_blind,
        "evidence": evidence,
        "editable_since": timezone.now() - EDITABLE_FOR,
        "longest": MAX_TEXT,
    }


def about_of(sent: QueryDict) -> Words:
    """Return the words of an article that a form says a comment is about."""
    article, start, end = (row_id(sent.get(name, "")) for name in ("article", "start", "end"))
    return words_chosen(article, sent.get("words", ""), start, end)
