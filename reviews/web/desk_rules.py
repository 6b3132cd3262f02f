"""The page of tags and of the desk's own rules for priority: everybody reads, editors set."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from factcheck.errors import DeskError
from factcheck.web.permissions import desk, person
from reviews.domain.boosts import MOST_POINTS
from reviews.domain.states import EDITORS
from reviews.models import BoostRule, Tag, TagColour
from reviews.models.boost import TRAIT_LABELS
from reviews.services.boosts import boost_add, boost_end
from reviews.services.tags import tag_add, tag_retire


@desk()
@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """Show the tags in use and the rules in force."""
    context = {
        "tags": Tag.objects.filter(retired_at__isnull=True),
        "colours": TagColour.choices,
        "rules": BoostRule.objects.filter(ended_at__isnull=True).select_related("added_by"),
        "traits": TRAIT_LABELS.items(),
        "most_points": MOST_POINTS,
        "may_set": bool(EDITORS & person(request).roles),
    }
    return render(request, "reviews/desk_rules.html", context)


@desk()
@require_POST
def add_tag(request: HttpRequest) -> HttpResponse:
    """Add a word to the vocabulary."""
    name, colour = request.POST.get("name", ""), request.POST.get("colour", "")
    return _act(request, lambda: tag_add(actor=person(request), name=name, colour=colour))


@desk()
@require_POST
def retire_tag(request: HttpRequest, tag_id: int) -> HttpResponse:
    """Offer a tag no more."""
    tag = get_object_or_404(Tag, pk=tag_id)
    return _act(request, lambda: tag_retire(tag=tag, actor=person(request)))


@desk()
@require_POST
def add_rule(request: HttpRequest) -> HttpResponse:
    """Set a rule; it is applied to what is in the queue within a few sweeps."""
    said = {name: request.POST.get(name, "") for name in ("trait", "value", "reason")}
    points = _number(request.POST.get("points", ""))
    return _act(request, lambda: boost_add(actor=person(request), points=points, **said))


@desk()
@require_POST
def end_rule(request: HttpRequest, rule_id: int) -> HttpResponse:
    """End a rule."""
    rule = get_object_or_404(BoostRule, pk=rule_id)
    return _act(request, lambda: boost_end(rule=rule, actor=person(request)))


def _act(request: HttpRequest, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except DeskError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("Saved."))
    return redirect("desk-rules")


def _number(said: str) -> int:
    """Return the number, or 0, which no rule may give, for what is none."""
    digits = said.removeprefix("-")
    return int(said) if digits.isascii() and digits.isdecimal() and len(digits) < 5 else 0
