"""An editor's clearer wording as it is typed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models import Claim
from reviews.services.clarifying import MAX_WORDING


class ClarifyForm(forms.Form):
    """The wording, and the one it was based on."""

    # Not to clash with the other forms of the same page.
    prefix = "clarify"
    based_on = forms.CharField(required=False, widget=forms.HiddenInput)
    # Sent by the button that saves over what somebody else wrote: the wording compared.
    overwrite = forms.CharField(required=False)
    clarified = forms.CharField(
        label=_("Clearer wording"),
        help_text=_("Readers see it beside the claim, which stays as it was made."),
        required=False,
        max_length=MAX_WORDING,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def base(self) -> str:
        """Return the wording that what was typed may replace."""
        was_compared = self.add_prefix("overwrite") in self.data
        return str(self.cleaned_data["overwrite" if was_compared else "based_on"])


def clarify_form(claim: Claim) -> ClarifyForm:
    """Return the form filled with what is stored."""
    return ClarifyForm(initial={"based_on": claim.clarified, "clarified": claim.clarified})
