"""What triage knows of an item, on the item's page."""

from __future__ import annotations

from typing import Any

from django import template
from django.db.models import QuerySet
from django.http import HttpRequest

from factcheck.web.permissions import person
from reviews.domain.states import REVIEWERS
from reviews.models import QueueItem, TriageChange
from reviews.models.dismissal import WHY_CHOICES
from reviews.selectors.queue_choices import triage_choices
from reviews.web.change_texts import change_text
from reviews.web.triage_form import TriageForm

register = template.Library()


@register.inclusion_tag("reviews/workspace_triage.html", takes_context=True)
def triage_panel(context: dict[str, Any], item: QueueItem) -> dict[str, Any]:
    """Show whom the item is assigned to, its tags and its sleep, and the form to change them."""
    request: HttpRequest = context["request"]
    actor = person(request)
    may_triage = item.closed_at is None and bool(REVIEWERS & actor.roles)
    form = TriageForm(actor, triage_choices(actor), with_moves=False) if may_triage else None
    has_tags = context["space"].attached.tags
    tags = [each.tag for each in item.item_tags.select_related("tag")] if has_tags else []
    return {"request": request, "item": item, "tags": tags, "triage": form}


@register.simple_tag
def triage_changes(item: QueueItem) -> QuerySet[TriageChange]:
    """Return what triage did to the item, oldest first."""
    return item.changes.select_related("by").order_by("id")


@register.simple_tag
def dismissal_reasons() -> list[tuple[str, Any]]:
    """Return the kinds of reason a claim can be dismissed for, with their labels."""
    return WHY_CHOICES


@register.filter
def told(change: TriageChange) -> str:
    """Return what a change did, in words."""
    return change_text(change)
