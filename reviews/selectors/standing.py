"""The time for which a version of a verdict stood, and which specifications covered it then."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import IntegerField, Q, Value

from reviews.domain.report_spec import ReportSpec
from reviews.models import Verdict
from reviews.selectors.report_filter import ONE_DAY, Reading, verdicts_covered

SPECS_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Standing:
    """A version that was replaced or retracted, with from when to when it stood."""

    verdict: Verdict
    published_at: datetime.datetime
    ended_at: datetime.datetime

    def held(self, moment: datetime.datetime) -> bool:
        """Say whether it stood at `moment`."""
        return self.published_at <= moment < self.ended_at

    def period_may_hold(self, path: str) -> Q:
        """Return the condition that the period of a stored specification does not rule it out.

        `path` leads to the specification. Days are those of its own zone: a day more on each side.
        """
        first = (self.published_at - ONE_DAY).date().isoformat()
        last = (self.published_at + ONE_DAY).date().isoformat()
        return _is_open(f"{path}__published_from", lte=last) & _is_open(
            f"{path}__published_to", gte=first
        )

    def covered_by(self, specs: Iterable[ReportSpec]) -> set[ReportSpec]:
        """Return those of `specs`, as `filters_of` gives them, that held it, many in one query.

        Every moment at which it stood reads the same, so the first is as good as any.
        """
        wanted, found = list(dict.fromkeys(specs)), set[ReportSpec]()
        for start in range(0, len(wanted), SPECS_AT_ONCE):
            found |= self._covered(wanted[start : start + SPECS_AT_ONCE])
        return found

    def _covered(self, specs: list[ReportSpec]) -> set[ReportSpec]:
        reading = Reading("en", self.published_at)
        version = Verdict.objects.filter(pk=self.verdict.pk)
        first, *others = (
            verdicts_covered(spec, reading, version)
            .order_by()
            .annotate(number=Value(number, IntegerField()))
            .values_list("number", flat=True)
            for number, spec in enumerate(specs)
        )
        return {specs[number] for number in first.union(*others, all=True)}


def filters_of(stored: dict[str, object]) -> ReportSpec:
    """Return a stored specification without what only says how its verdicts are shown."""
    spec = ReportSpec.from_json(stored)
    return replace(spec, columns=(), group_by="", byte_order_mark=True)


def _is_open(path: str, **bound: str) -> Q:
    """Return the condition that a day is left out, is null, or keeps to the bound."""
    [(comparison, day)] = bound.items()
    kept = Q(**{f"{path}__{comparison}": day})
    return Q(**{f"{path}__isnull": True}) | Q(**{path: None}) | kept
