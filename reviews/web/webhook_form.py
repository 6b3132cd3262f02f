"""A webhook as it is typed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from reviews.models import WebhookEvent
from reviews.services.webhooks import MAX_REASON, MAX_URL


class WebhookForm(forms.Form):
    """Which address is told of what. The service says which addresses may be told."""

    url = forms.CharField(
        label=_("Address"),
        max_length=MAX_URL,
        help_text=_("Where the receiver listens, such as https://example.org/factcheck."),
        widget=forms.URLInput(),
    )
    events = forms.MultipleChoiceField(
        label=_("Tell it when"),
        choices=WebhookEvent.choices,
        initial=WebhookEvent.values,
        widget=forms.CheckboxSelectMultiple(),
    )


class SwitchOffForm(forms.Form):
    """Why a webhook is told nothing more."""

    reason = forms.CharField(
        label=_("Why is it switched off?"),
        max_length=MAX_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
