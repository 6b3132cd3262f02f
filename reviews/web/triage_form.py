"""The form for what is done to many rows: the act, and the fields it needs."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from factcheck.accounts.models import User
from reviews.domain.boosts import MOST_POINTS
from reviews.domain.dismissals import Why
from reviews.domain.states import EDITORS
from reviews.domain.triage import Act
from reviews.models.dismissal import WHY_CHOICES
from reviews.selectors.queue_choices import TriageChoices
from reviews.services.bulk import Order

# In the order they are offered. Each with the fields shown for it.
ACTS = {
    Act.DISMISS: _("Dismiss"),
    Act.ASSIGN: _("Assign"),
    Act.TAG: _("Add tag"),
    Act.UNTAG: _("Remove tag"),
    Act.SNOOZE: _("Snooze"),
    Act.WAKE: _("Wake"),
    Act.BOOST: _("Give points"),
}


class TriageForm(forms.Form):
    """An order for the rows that are chosen. Only the fields of its act are read."""

    act = forms.ChoiceField(
        label=_("Do"), choices=[(act.value, label) for act, label in ACTS.items()]
    )
    why = forms.ChoiceField(label=_("Why"), choices=WHY_CHOICES, required=False)
    assignee = forms.ChoiceField(label=_("To"), required=False)
    tag = forms.ChoiceField(label=_("Tag"), required=False)
    until = forms.DateField(
        label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    points = forms.IntegerField(
        label=_("Points"), required=False, min_value=-MOST_POINTS, max_value=MOST_POINTS
    )
    note = forms.CharField(label=_("Reason or note"), max_length=5000, required=False)

    def __init__(
        self,
        actor: User,
        choices: TriageChoices,
        data: Mapping[str, Any] | None = None,
        *,
        with_moves: bool = True,
    ) -> None:
        """Offer what `actor` may choose; without moves when dismissing has a form of its own."""
        super().__init__(data, auto_id="triage-%s", label_suffix="")
        if not with_moves:
            acts = [(act.value, label) for act, label in ACTS.items() if act != Act.DISMISS]
            widget = forms.Select(attrs={"data-key": "a"})
            self.fields["act"] = forms.ChoiceField(
                label=self.fields["act"].label, choices=acts, widget=widget
            )
            del self.fields["why"]
        is_editor = bool(EDITORS & actor.roles)
        people = [each for each in choices.people if is_editor or each == actor]
        self._people = {str(each.pk): each for each in people}
        self._tags = {str(each.pk): each for each in choices.tags}
        self._offer("assignee", _("nobody"), [(pk, p.shown_name) for pk, p in self._people.items()])
        self._offer("tag", _("choose"), [(pk, tag.name) for pk, tag in self._tags.items()])
        self.fields["until"].initial = timezone.localdate() + datetime.timedelta(days=7)

    def _offer(self, name: str, none: Promise, offered: list[tuple[str, str]]) -> None:
        self.fields[name] = forms.ChoiceField(
            label=self.fields[name].label, required=False, choices=[("", none), *offered]
        )

    def order(self) -> Order:
        """Return the order of a valid form. A day begins at midnight of whoever asks."""
        said = self.cleaned_data
        until = said["until"] and datetime.datetime.combine(
            said["until"], datetime.time(), tzinfo=timezone.get_current_timezone()
        )
        return Order(
            act=Act(said["act"]),
            note=said["note"],
            why=Why(said["why"] or Why.OTHER),
            assignee=self._people.get(said["assignee"]),
            tag=self._tags.get(said["tag"]),
            until=until or None,
            points=said["points"] or 0,
        )
