"""The page on which a person says which claim something is of: choose, compare, give a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.models import Appearance, Claim
from claims.selectors.decisions import claims_version
from factcheck.errors import DeskError
from reviews.models import QueueItem
from reviews.selectors.placing_choice import MOST_SHOWN, choices, chosen
from reviews.services.kinship import ASPECTS
from reviews.web.row_ids import row_id
from reviews.web.wordings import ASPECTS as ASPECT_NAMES

MOST_OTHERS = 200  # appearances to choose from


@dataclass(frozen=True, slots=True)
class Act:
    """What the page is for, in words."""

    name: str
    title: str | Promise
    about: str | Promise
    button: str | Promise
    has_target: bool = True


MERGE = Act(
    "merge",
    _("Merge this claim into another"),
    _(
        "For two claims that say the same thing. This claim leaves the queue; where it was made,"
        " its evidence and its discussion are found with the other one. It can be undone."
    ),
    _("Merge them"),
)
MOVE = Act(
    "move",
    _("Move to another claim"),
    _(
        "This appearance says what the other claim says. What repeats it in its article goes"
        " along. It can be undone."
    ),
    _("Move it"),
)
SPLIT = Act(
    "split",
    _("Make a claim of its own"),
    _(
        "This appearance says something else than the claim. The new claim is in its words and"
        " waits in the queue. It can be undone."
    ),
    _("Make it a claim"),
    has_target=False,
)
DIFFERS = Act(
    "differs",
    _("Put into one family"),
    _(
        "Both claims answer the same question differently. They stay two claims, shown side by"
        " side. It can be undone."
    ),
    _("Put them into one family"),
)
APART = Act(
    "apart",
    _("Take it out of the family"),
    _("The other claim answers another question. They are only related. It can be undone."),
    _("Take it out"),
)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person sent: the ids as far as they can be ones, and why."""

    target: Claim | None
    note: str
    based_on: int
    aspects: Sequence[str]
    appearances: frozenset[int]


def sent_of(request: HttpRequest) -> Sent:
    """Return what the form brought."""
    post = request.POST
    return Sent(
        target=Claim.objects.defer("vector").filter(pk=row_id(post.get("into", "")) or 0).first(),
        note=post.get("note", ""),
        based_on=row_id(post.get("based_on", "")) or 0,
        aspects=post.getlist("aspects"),
        appearances=frozenset(filter(None, map(row_id, post.getlist("appearances")))),
    )


def placing_page(
    request: HttpRequest,
    act: Act,
    item: QueueItem,
    *,
    made: Appearance | None = None,
    problem: DeskError | None = None,
) -> HttpResponse:
    """Show the page of `act`; after a refusal with what was typed, and why it was refused."""
    asked = request.GET.get("q", "")
    target = None
    if act.has_target:
        wanted = request.POST.get("into") or request.GET.get("into", "")
        target = chosen(row_id(wanted))
    near = choices(item.claim, asked) if act.has_target and target is None else []
    others = _others(item.claim, made) if act is SPLIT else Appearance.objects.none()
    both = [item.claim_id, *([target.pk] if target else [])]
    context: Mapping[str, Any] = {
        "act": act,
        "item": item,
        "claim": made.claim if made and made.claim else item.claim,
        "made": made,
        "subject": made or item.claim,
        "subject_language": made.article.language if made else item.claim.language,
        "target": target,
        "choices": near[:MOST_SHOWN] if asked else near,
        "most_shown": MOST_SHOWN if asked and len(near) > MOST_SHOWN else 0,
        "asked": asked,
        "others": others[:MOST_OTHERS],
        "number_of_others": others.count(),
        "aspects": [(name, ASPECT_NAMES[name]) for name in ASPECTS] if act is DIFFERS else [],
        "version": claims_version(both),
        "note": request.POST.get("note", ""),
        "typed_aspects": request.POST.getlist("aspects"),
        "typed_appearances": set(map(row_id, request.POST.getlist("appearances"))),
        "problem": problem,
    }
    status = problem.status if problem else 200
    return render(request, "reviews/placing.html", context, status=status)


def _others(claim: Claim, made: Appearance | None) -> QuerySet[Appearance]:
    """Return other appearances of the claim that may be made one with this."""
    rows = Appearance.objects.filter(claim=claim, repeats__isnull=True)
    others = rows.exclude(pk=made.pk if made else 0).exclude(text=claim.text)
    return others.select_related("article__source").order_by("pk")
