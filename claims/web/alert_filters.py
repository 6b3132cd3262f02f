"""The filters above the list of alerts, and the form that settles one."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models import AlertKind
from claims.selectors.alerts import AlertSearch
from claims.services.alerts import MAX_NOTE


class AlertFilterForm(forms.Form):
    """A filter that holds what it may not is left open."""

    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("open")), ("settled", _("settled"))], required=False
    )
    kind = forms.ChoiceField(
        label=_("What happened"), choices=[("", _("anything")), *AlertKind.choices], required=False
    )
    before = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    def search(self) -> AlertSearch:
        """Return what was asked for."""
        self.is_valid()
        return AlertSearch(
            is_settled=self.cleaned_data.get("state") == "settled",
            kind=self.cleaned_data.get("kind", ""),
            before=self.cleaned_data.get("before"),
        )


class SettleForm(forms.Form):
    """What was done about an alert."""

    note = forms.CharField(
        label=_("What was done about it"),
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
