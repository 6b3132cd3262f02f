"""An explanation in words: its outcome, its reasons, and what would have to be otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.matching.explaining import Condition, Explanation
from reviews.web.wordings import MATCH_SIGNALS

OUTCOMES = {
    "same": gettext_lazy("The same claim"),
    "differs": gettext_lazy("The same question, answered differently"),
    "related": gettext_lazy("On the same topic"),
    "unrelated": gettext_lazy("Two unrelated statements"),
}
KINDS = {
    "figure": gettext_lazy("figure"),
    "date": gettext_lazy("date"),
    "numeral": gettext_lazy("number"),
    "contrast": gettext_lazy("contrasting words"),
    "opposed": gettext_lazy("affirmed on one side, denied on the other"),
    "negation": gettext_lazy("negation"),
    "version": gettext_lazy("model or version"),
    "place": gettext_lazy("place"),
    "name": gettext_lazy("name"),
    "concept": gettext_lazy("topic"),
}
STANCES = {
    "same": gettext_lazy("the same"),
    "fits": gettext_lazy("fits: rounded, or in another currency"),
    "bounds": gettext_lazy("one only sets a bound for the other"),
    "differs": gettext_lazy("differs"),
    "only": gettext_lazy("only on this side"),
}
NEEDS = {
    "score": gettext_lazy("The score would have to be at least %(needs)s; it is %(has)s."),
    "similarity": gettext_lazy(
        "The similarity in meaning would have to be at least %(needs)s; it is %(has)s."
    ),
}
OTHERWISE = {
    "number": gettext_lazy("The figures would have to agree."),
    "date": gettext_lazy("The dates would have to meet."),
    "subject": gettext_lazy("Both would have to speak of the same subject."),
    "polarity": gettext_lazy("Neither might deny what the other affirms."),
    "strength": gettext_lazy("Both would have to be said equally strongly."),
}


@dataclass(frozen=True, slots=True)
class ShownReason:
    """A reason of the matcher; `badges` are those of the marked pairs it weighed."""

    text: str
    weight: str
    left: str
    right: str
    badges: tuple[int, ...]


def shown_reasons(explanation: Explanation) -> list[ShownReason]:
    """Return the reasons with their weights, in the order in which people read them."""
    weighed: dict[str, list[int]] = {}
    for badge, pair in enumerate(explanation.pairs, start=1):
        weighed.setdefault(pair.signal, []).append(badge)
    return [
        ShownReason(
            text=str(MATCH_SIGNALS.get(each.signal, each.signal)),
            weight=_signed(each.weight),
            left=each.left,
            right=each.right,
            badges=tuple(weighed.get(each.signal, ())),
        )
        for each in explanation.comparison.reasons
    ]


def otherwise(explanation: Explanation) -> list[str]:
    """Return what would have to be otherwise for another outcome, in sentences."""
    comparison = explanation.comparison
    if comparison.outcome == "same":
        return list(_if_same(explanation))
    unmet = [_need(each) for each in explanation.conditions if not each.is_met]
    return [*unmet, *(str(OTHERWISE.get(each, each)) for each in comparison.aspects)]


def _if_same(explanation: Explanation) -> Iterator[str]:
    needs = {each.name: _rounded(each.needs, 2) for each in explanation.conditions}
    if all(each.is_met for each in explanation.conditions):
        yield (
            _(
                "They would stay two claims if the score were under %(score)s, the similarity in "
                "meaning under %(similarity)s, or if they differed in a figure, a date, the "
                "subject, in strength or by a denial."
            )
            % needs
        )


def _need(condition: Condition) -> str:
    numbers = {
        "needs": _rounded(condition.needs, 2),
        "has": _rounded(condition.has, 2),
    }
    return str(NEEDS[condition.name]) % numbers


def _signed(weight: float) -> str:
    sign = "+" if weight > 0 else "−" if weight < 0 else ""
    return f"{sign}{_rounded(abs(weight), 1)}"


def _rounded(number: float, decimals: int) -> str:
    # Django cuts digits off: 3.38 with one decimal would be 3.3.
    return number_format(round(number, decimals), decimals)
