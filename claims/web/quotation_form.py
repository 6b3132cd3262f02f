"""The form by which a person chooses what evidence quotes from the copy of its page."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models import Evidence
from claims.services.evidence import LIMITS
from factcheck.accounts.models import User
from factcheck.errors import DeskError
from reviews.services.evidence_quotes import check_may_quote


class QuotationForm(forms.Form):
    """Words of the copy, and what was quoted when the page was loaded."""

    based_on = forms.CharField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        label=_("Quotation"),
        help_text=_("Select it in the text below, or type it as it stands there."),
        max_length=LIMITS["quote"],
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


def quotation_form(evidence: Evidence) -> QuotationForm:
    """Return the form with what is quoted now."""
    return QuotationForm(initial={"based_on": evidence.quote, "words": evidence.quote})


def why_not_quoted(evidence: Evidence, reader: User) -> str:
    """Return why `reader` may not choose the quotation, "" for whoever may."""
    try:
        check_may_quote(evidence=evidence, actor=reader)
    except DeskError as error:
        return error.message
    return ""
