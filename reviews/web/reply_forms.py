"""What is typed about asking somebody for comment. Times are in the person's own zone."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from factcheck.centuries import within_centuries
from reviews.domain.reply import Outcome
from reviews.models import Channel, ReplyRequest, ReplyWaiver
from reviews.models.reply import OUTCOME_LABELS
from reviews.services.replies import MAX_NAME, MAX_TEXT, Contact


def _time(label: Any, help_text: Any = "") -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(
        label=label, help_text=help_text, required=False, widget=widget,
        validators=[within_centuries],
    )  # fmt: skip


class ContactForm(forms.Form):
    """One time somebody is tried."""

    channel = forms.ChoiceField(label=_("How"), choices=Channel.choices)
    address = forms.CharField(
        label=_("Address or number"),
        help_text=_("Stays in the desk; it is never published."),
        required=False,
        max_length=300,
    )
    at = _time(_("When"), _("Left empty: now."))
    note = forms.CharField(label=_("Note"), required=False, max_length=MAX_TEXT)

    def contact(self) -> Contact:
        """Return what was typed; the form has to be valid."""
        data = self.cleaned_data
        return Contact(data["channel"], data["address"], data["note"], data["at"])


class AskForm(ContactForm):
    """Whom the desk asked, and what."""

    name = forms.CharField(label=_("Who is asked"), max_length=MAX_NAME)
    role = forms.CharField(label=_("Role"), required=False, max_length=MAX_NAME)
    question = forms.CharField(
        label=_("What was asked"), max_length=MAX_TEXT, widget=forms.Textarea(attrs={"rows": 3})
    )
    deadline = _time(_("Answer wanted by"), _("Left empty: the time the desk usually gives."))
    field_order = ["name", "role", "question", "channel", "address", "at", "deadline", "note"]

    def asked(self) -> dict[str, Any]:
        """Return what the service asks for; the form has to be valid."""
        data = self.cleaned_data
        names = ("name", "role", "question", "deadline")
        return {"contact": self.contact(), **{name: data[name] for name in names}}


class OutcomeForm(forms.Form):
    """What came of it, with the version of the request it was based on."""

    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    # Sent by the button that saves over what somebody else noted: the version compared.
    overwrite = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=[(outcome.value, label) for outcome, label in OUTCOME_LABELS.items()],
    )
    answer = forms.CharField(
        label=_("Answer"),
        help_text=_("Word for word, in its own language. Readers see it."),
        required=False,
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    answered_at = _time(_("Answered"), _("Left empty: now."))

    def noted(self) -> dict[str, Any]:
        """Return what the service asks for; the form has to be valid."""
        data = self.cleaned_data
        return {
            "outcome": data["outcome"],
            "answer": data["answer"],
            "answered_at": data["answered_at"] if data["outcome"] == Outcome.ANSWERED else None,
            "based_on": data["overwrite"] or data["based_on"],
        }


class WaiverForm(forms.Form):
    """An editor's reason for not waiting, and the one it was based on."""

    based_on = forms.CharField(required=False, widget=forms.HiddenInput)
    # Sent by the button that saves over what somebody else wrote: the reason compared.
    overwrite = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why the desk does not wait for a reply"),
        help_text=_("Readers see it."),
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def given(self) -> dict[str, str]:
        """Return what the service asks for; the form has to be valid."""
        base = "overwrite" if "overwrite" in self.data else "based_on"
        return {"reason": self.cleaned_data["reason"], "based_on": self.cleaned_data[base]}


def waiver_form(waiver: ReplyWaiver | None) -> WaiverForm:
    """Return the form, filled with the reason that stands."""
    reason = waiver.reason if waiver else ""
    return WaiverForm(initial={"based_on": reason, "reason": reason}, auto_id="waive-%s")


def outcome_form(request: ReplyRequest) -> OutcomeForm:
    """Return the form of what came of `request`, filled with what is stored."""
    at: datetime.datetime | None = request.answered_at
    initial = {
        "based_on": request.version,
        "outcome": request.outcome,
        "answer": request.answer,
        "answered_at": at,
    }
    return OutcomeForm(initial=initial, auto_id=f"outcome-{request.pk}-%s")
