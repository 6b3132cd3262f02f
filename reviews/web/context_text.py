"""The article around a claim, with the claim under review told apart from the others in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from claims.models import Appearance
from claims.web.marked_text import Mark, paragraphs
from reviews.selectors.workspaces import Context
from reviews.web.comment_places import ShownPlace


@dataclass(frozen=True, slots=True)
class ContextPiece:
    """A stretch of one paragraph. `url` leads to the workspace of another claim made there.

    `start` is its first code point in the text.
    `is_anchor` holds for the first piece of the appearance that is shown: the page scrolls to it.
    `places` are the ids of comments on words it is among; `begins` those whose words begin with it.
    """

    start: int
    text: str
    is_marked: bool
    is_current: bool
    is_anchor: bool
    url: str
    places: tuple[int, ...] = ()
    begins: tuple[ShownPlace, ...] = ()


def context_paragraphs(
    context: Context, claim_id: int, places: Sequence[ShownPlace] = ()
) -> list[list[ContextPiece]]:
    """Return the paragraphs of the article; joined, the pieces of one are as it was written."""
    marks = {_mark(each, context): each.claim_id == claim_id for each in context.made_here}
    cuts = [Mark(each.span.start, each.span.end, 0, is_raised=False) for each in places]
    lines = list(paragraphs(context.appearance.article.text, [*marks, *cuts]))
    current = [piece for line in lines for piece in line if piece.inner and marks[piece.inner]]
    shown = _mark(context.appearance, context)
    anchor = next((piece for piece in current if piece.inner == shown), next(iter(current), None))
    return [
        [
            ContextPiece(
                start=piece.start,
                text=piece.text,
                is_marked=piece.inner is not None,
                is_current=piece.inner is not None and marks[piece.inner],
                is_anchor=piece is anchor,
                url=piece.inner.url if piece.inner else "",
                places=tuple(
                    each.comment.pk
                    for each in places
                    if each.span.start <= piece.start < each.span.end
                ),
                begins=tuple(each for each in places if each.span.start == piece.start),
            )
            for piece in line
        ]
        for line in lines
    ]


def _mark(appearance: Appearance, context: Context) -> Mark:
    item_id = context.items.get(appearance.claim_id or 0)
    url = reverse("workspace", args=[item_id]) if item_id else ""
    return Mark(appearance.start, appearance.end, appearance.score, url)
