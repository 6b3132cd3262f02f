"""The notice that says who forced what."""

from __future__ import annotations

from typing import Any

from django import template

from factcheck.audit.models import BREAK_GLASS
from reviews.models import QueueItem
from reviews.selectors.break_glass import recent_break_glass

register = template.Library()


@register.inclusion_tag("reviews/break_glass_notice.html")
def break_glass_notice(item: QueueItem | None = None) -> dict[str, Any]:
    """Show the forced moves of the last week, on one item or on any; nothing if there is none."""
    return {"events": recent_break_glass(item), "of_item": item is not None}


@register.filter
def forced_event(action: str) -> str:
    """Return the event of the table of states that an action of the audit log tells of."""
    return f"force_{action.removeprefix(BREAK_GLASS)}"
