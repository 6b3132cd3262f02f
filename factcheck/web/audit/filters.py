"""The filters above the audit log."""

from __future__ import annotations

import datetime

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factcheck.accounts.models import User
from factcheck.audit.export import Target
from factcheck.audit.log import MACHINE
from factcheck.audit.reading import AuditSearch, known_actions, known_kinds

DAY = datetime.timedelta(days=1)
MOST_TARGETS = 20
CODES = forms.Select(attrs={"translate": "no"})
DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _actors() -> list[tuple[str, str]]:
    people = User.objects.order_by("username")
    names = [(str(person.pk), person.shown_name) for person in people]
    return [("", _("anybody")), (MACHINE, _("the machine")), *names]


def _actions() -> list[tuple[str, str]]:
    return [("", _("any")), *((name, name) for name in known_actions())]


def _kinds() -> list[tuple[str, str]]:
    return [("", _("any")), *((name, name) for name in known_kinds())]


class AuditFilterForm(forms.Form):
    """A filter that holds what it may not is left open."""

    actor = forms.ChoiceField(label=gettext_lazy("Who"), choices=_actors, required=False)
    action = forms.ChoiceField(
        label=gettext_lazy("Did what"), choices=_actions, required=False, widget=CODES
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("To what"), choices=_kinds, required=False, widget=CODES
    )
    since = forms.DateField(label=gettext_lazy("From"), required=False, widget=DATE)
    until = forms.DateField(label=gettext_lazy("Until"), required=False, widget=DATE)
    before = forms.IntegerField(
        required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput
    )

    def search(self, targets: tuple[Target, ...]) -> AuditSearch:
        """Return what was asked for; days are those of the reader's time zone."""
        self.is_valid()
        asked = self.cleaned_data
        actor, until = asked.get("actor", ""), asked.get("until")
        return AuditSearch(
            actor=int(actor) if actor.isdecimal() else None,
            is_machine=actor == MACHINE,
            action=asked.get("action", ""),
            kind=asked.get("kind", ""),
            targets=targets,
            since=_start_of(asked.get("since")),
            until=_start_of(until + DAY if until and until < datetime.date.max else None),
            before=asked.get("before"),
        )


def targets_of(query: QueryDict) -> tuple[Target, ...]:
    """Return the things the address asks about; names of nothing are left out."""
    targets = []
    for name in query.getlist("target")[:MOST_TARGETS]:
        try:
            targets.append(Target.named(name))
        except ValueError:
            continue
    return tuple(targets)


def _start_of(day: datetime.date | None) -> datetime.datetime | None:
    if day is None:
        return None
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))
