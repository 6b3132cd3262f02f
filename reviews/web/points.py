"""Why an item has its points: a sentence per factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reviews.models import QueueItem
from reviews.web.wordings import FACTORS, reach_text

SENTENCES = {
    "conflict": gettext_lazy("Figures differ between articles."),
    "checked_before": gettext_lazy("Another desk has checked it: half the work is done."),
    "checked_here": gettext_lazy("This desk has checked another version of it."),
    "by_hand": gettext_lazy("A reviewer marked it as one to check."),
}


def points_told(item: QueueItem) -> list[tuple[str, int, str]]:
    """Return the points of an item: name of the factor, points, why in a sentence."""
    points = sorted(item.priority_points.items(), key=lambda each: -abs(each[1]))
    return [
        (
            str(FACTORS.get(name, name)),
            given,
            points_text(name, item.priority_because.get(name, {})),
        )
        for name, given in points
    ]


def points_text(factor: str, because: dict[str, Any]) -> str:
    """Return in a sentence why a factor gives its points; `because` is what was stored with them.

    Points from before that was stored are told by the name of their factor.
    """
    if because and factor in TOLD:
        return TOLD[factor](because)
    return str(SENTENCES.get(factor) or FACTORS.get(factor) or factor)


def _score(because: dict[str, Any]) -> str:
    score = number_format(because["score"], 2)
    return _("The machine scores it %(score)s for check-worthiness.") % {"score": score}


def _reach(because: dict[str, Any]) -> str:
    return _("%(reach)s carry it.") % {"reach": reach_text(because)}


def _age(because: dict[str, Any]) -> str:
    days = because["days"]
    text = ngettext("It has waited for %(days)d day.", "It has waited for %(days)d days.", days)
    return text % {"days": days}


def _rules(because: dict[str, Any]) -> str:
    told = (f"{rule['reason']} ({rule['points']:+d})" for rule in because["rules"])
    return _("Rules of the desk: %(rules)s") % {"rules": "; ".join(told)}


def _boost(because: dict[str, Any]) -> str:
    return _("Given by hand: %(note)s") % {"note": because["note"]}


TOLD: dict[str, Callable[[dict[str, Any]], str]] = {
    "check_worthiness": _score,
    "reach": _reach,
    "age": _age,
    "rules": _rules,
    "boost": _boost,
}
