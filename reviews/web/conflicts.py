"""A stale write as a person sees it: field by field, what was typed and what is stored."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from claims.evidence.passages import Change, passage_diff
from claims.models import Evidence
from factcheck.errors import Difference, Stale
from reviews.domain.reply import Outcome
from reviews.models import Rating
from reviews.models.reply import OUTCOME_LABELS
from reviews.models.review import Confidence


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field. `runs` lead from what is stored to what was typed; `value` is the stored one as
    JSON, for the script that takes it over into the control `name`.
    """

    name: str
    label: str
    runs: tuple[Change, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Clash:
    """All fields of a stale write. `version` is what to base the next save on."""

    version: int | str
    conflicts: tuple[Conflict, ...]
    saved_by: str
    saved_at: datetime.datetime | None


def clash_of(error: Stale, form: forms.Form, *, version: str) -> Clash:
    """Return the clash of what `form` brought; `version` names the counter among what is stored."""
    return Clash(
        version=error.current[version],
        conflicts=tuple(_conflict(each, form) for each in error.differences),
        saved_by=error.saved_by,
        saved_at=error.saved_at,
    )


def _conflict(difference: Difference, form: forms.Form) -> Conflict:
    shown = SHOWN.get(difference.field, str)
    return Conflict(
        name=form.add_prefix(difference.field),
        label=str(form.fields[difference.field].label),
        runs=tuple(passage_diff(shown(difference.stored), shown(difference.typed))),
        value=json.dumps(difference.stored),
    )


def _rating(slug: Any) -> str:
    newest = Rating.objects.filter(slug=slug).order_by("-scale__version").first()
    return newest.label if newest else _("none")


def _evidence(ids: Any) -> str:
    return "\n".join(str(row) for row in Evidence.objects.filter(pk__in=ids).order_by("id"))


def _confidence(level: Any) -> str:
    return str(Confidence(level).label)


def _outcome(outcome: Any) -> str:
    return str(OUTCOME_LABELS[Outcome(outcome)])


SHOWN: dict[str, Callable[[Any], str]] = {
    "rating": _rating,
    "confidence": _confidence,
    "evidence": _evidence,
    "outcome": _outcome,
}
