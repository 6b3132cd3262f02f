"""The form by which a person hands in what a page says now."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PASTED = "pasted.txt"


class VersionForm(forms.Form):
    """The text of a page as it is now: pasted, or as a file."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("Left empty, it is as it was."),
    )
    text = forms.CharField(
        label=gettext_lazy("Text"),
        strip=False,
        required=False,
        max_length=settings.ARTICLE_MAX_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    upload = forms.FileField(label=gettext_lazy("Or a file"), required=False, allow_empty_file=True)

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        fields = super().clean() or {}
        if bool(fields.get("text", "").strip()) == bool(fields.get("upload")):
            raise ValidationError(_("Paste the text, or choose a file."))
        return fields

    def content(self) -> tuple[bytes, str]:
        """Return the bytes and the name of a file."""
        upload = self.cleaned_data.get("upload")
        if upload is None:
            return self.cleaned_data["text"].encode(), PASTED
        # One byte over the limit is enough to be refused as too large.
        return upload.read(settings.ARTICLE_MAX_BYTES + 1), upload.name
