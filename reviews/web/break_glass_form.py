"""What an administrator confirms before a move is forced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from reviews.domain.states import FORCED, Event
from reviews.services.moves import MAX_NOTE

DOES = {
    Event.FORCE_RELEASE: _("Take the claim from whoever holds it. Their draft is kept."),
    Event.FORCE_FORWARD: _("Send it on to sign-off without waiting for whoever is missing."),
    Event.FORCE_PUBLISH: _("Publish the verdict as it stands; you sign it off yourself."),
}


class BreakGlassForm(forms.Form):
    """One of the moves that can be forced now, and why."""

    note = forms.CharField(
        label=_("Reason"),
        help_text=_("Everybody at the desk reads it, and it stays in the audit log."),
        max_length=MAX_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen_hash = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    confirmed = forms.BooleanField(label=_("Nobody whose job this is can do it in time."))

    def __init__(self, events: Iterable[Event], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        choices = [(event.value, DOES[event]) for event in events if event in FORCED]
        self.fields["move"] = forms.ChoiceField(
            label=_("What to force"), choices=choices, widget=forms.RadioSelect
        )
        self.order_fields(["move"])
        if len(choices) == 1:
            self.initial["move"] = choices[0][0]
