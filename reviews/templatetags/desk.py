"""What the desk's templates say of ids, and where stale text differs."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext

from claims.evidence.side_by_side import Sides, side_by_side
from claims.models import Evidence
from claims.selectors.reach import Reach
from reviews.domain.states import State
from reviews.models import QueueItem, QueueReason
from reviews.models.queue import STATE_LABELS
from reviews.selectors import origins
from reviews.selectors.origins import Origins
from reviews.selectors.repeats import Repeats
from reviews.web import wordings
from reviews.web.conflict_texts import ShownFigure, conflict_shown
from reviews.web.points import points_told

register = template.Library()


@register.filter
def reason(row: QueueReason) -> str:
    """Return why an item is in the queue."""
    return wordings.reason_text(row)


@register.filter
def who_says_what(row: QueueReason, language: str) -> tuple[tuple[str, ShownFigure], ...]:
    """Return who gives which figure, of a reason that they differ; `language` is the claim's."""
    return conflict_shown(row.detail, language).said


@register.filter
def factor(name: str) -> str:
    """Return the name of a factor of priority."""
    return str(wordings.FACTORS.get(name, name))


@register.filter
def why_points(item: QueueItem) -> list[tuple[str, int, str]]:
    """Return the points of an item: name of the factor, points, why in a sentence."""
    return points_told(item)


@register.filter
def signed(points: int) -> str:
    """Return points with their sign."""
    return f"{points:+d}"


@register.filter
def percent(share: float) -> str:
    """Return a share, 0 to 1, as a whole percentage."""
    return f"{share:.0%}"


@register.simple_tag
def evidence_origins(rows: list[Evidence]) -> Origins:
    """Return how many independent origins rows of evidence have, and which are one."""
    return origins.evidence_origins(rows)


@register.filter
def rule(name: str) -> str:
    """Return why a second review is wanted."""
    return str(wordings.RULES.get(name, name))


@register.filter
def event(name: str) -> str:
    """Return what a move did."""
    return str(wordings.EVENTS.get(name, name))


@register.filter
def state(name: str) -> str:
    """Return the label of a state."""
    return str(STATE_LABELS[State(name)])


@register.filter
def aspect(name: str) -> str:
    """Return in what two claims of a family differ."""
    return str(wordings.ASPECTS.get(name, name))


@register.filter
def match_signal(name: str) -> str:
    """Return what the matcher saw."""
    return str(wordings.MATCH_SIGNALS.get(name, name))


@register.filter
def reach_told(reach: Reach) -> str:
    """Return in how many outlets and independent texts a claim stands."""
    return wordings.reach_texts(reach.outlets, reach.texts)


@register.filter
def repeats_reach(repeats: Repeats) -> str:
    """Return in how many outlets a claim was made again, and in how many independent texts."""
    return wordings.reach_texts(repeats.outlets_since, repeats.texts)


@register.filter
def translated(message: str) -> str:
    """Return a message of the pure packages, which cannot translate, in the page's language."""
    return gettext(message)


@register.filter
def beside(text: str, other: str) -> Sides:
    """Return `text` on the left and `other` on the right, with what differs."""
    return side_by_side(text, other)
