"""The filters of search in words: the choices, and a chip for each that is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.language_names import language_name
from factcheck.web.paging import query_without
from reviews.domain.states import State
from reviews.models import SearchKind, VerdictStatus
from reviews.models.queue import STATE_LABELS
from reviews.selectors.search_wish import STATES

# Of how many, beside a number.
KIND_LABELS = {
    SearchKind.CLAIM: gettext_lazy("Claims"),
    SearchKind.VERDICT: gettext_lazy("Verdicts"),
    SearchKind.ARTICLE: gettext_lazy("Articles"),
    SearchKind.EARLIER_CHECK: gettext_lazy("Earlier fact-checks"),
}
STATUS_LABELS = {
    **{state: STATE_LABELS[State(state)] for state in STATES},
    VerdictStatus.DRAFT.value: gettext_lazy("draft of a verdict"),
}
CHIPS = {
    "language": gettext_lazy("Language: %(value)s"),
    "source": gettext_lazy("Outlet: %(value)s"),
    "from": gettext_lazy("From %(value)s"),
    "to": gettext_lazy("Until %(value)s"),
    "status": gettext_lazy("Status: %(value)s"),
    "speaker": gettext_lazy("Speaker: %(value)s"),
    "least": gettext_lazy("Amount at least %(value)s"),
    "most": gettext_lazy("Amount at most %(value)s"),
    "unit": gettext_lazy("Unit: %(value)s"),
}
# Where one is in the list; the rest of the query says what is asked for.
PLACE = ("cursor", "tries")
LONGEST = 40  # characters of a chip


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, and the query string without it."""

    label: str
    remove_label: str
    without: str


def chips_of(query: QueryDict, *, sources: Mapping[int, str]) -> list[Chip]:
    """Return a chip for each filter of the query that is set."""
    return [
        _chip(query, name, str(label), sources)
        for name, label in CHIPS.items()
        if (query.get(name) or "").strip()
    ]


def filters_in(query: QueryDict, *without: str) -> str:
    """Return the query string but for the place in the list, `without`, and what is empty."""
    return query_without(query, *PLACE, *without)


def _chip(query: QueryDict, name: str, label: str, sources: Mapping[int, str]) -> Chip:
    said = (query.get(name) or "").strip()
    value = {
        "language": lambda: language_name(said),
        "source": lambda: sources.get(int(said), said) if said.isdecimal() else said,
        "status": lambda: str(STATUS_LABELS.get(said, said)),
    }.get(name, lambda: said)()
    text = label % {"value": value[:LONGEST]}
    return Chip(
        text, _("Remove the filter: %(filter)s") % {"filter": text}, filters_in(query, name)
    )
