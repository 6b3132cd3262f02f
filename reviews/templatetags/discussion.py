"""The discussion of a claim, on the item's page."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest

from reviews.domain.comment_text import Piece, pieces
from reviews.models import Comment, QueueItem
from reviews.web.discussion_shown import discussion_shown

register = template.Library()


@register.inclusion_tag("reviews/discussion.html", takes_context=True)
def discussion_panel(context: dict[str, Any], item: QueueItem) -> dict[str, Any]:
    """Show what was written about the claim of a workspace, and the form to write more."""
    request: HttpRequest = context["request"]
    space = context["space"]
    shown = discussion_shown(
        request, item, is_recused=space.is_recused, evidence=space.evidence,
        is_blind=item.reviews_wanted > max(1, space.reviews_in),
        discussion=context["discussion"],
        article=space.context.appearance.article if space.context else None,
    )  # fmt: skip
    return {"request": request, "csrf_token": context["csrf_token"], **shown}


@register.filter
def in_pieces(comment: Comment) -> list[Piece]:
    """Return the text of a comment in words, names and addresses."""
    return pieces(comment.text, comment.mentioned)
