"""The forms of sources and their feeds."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from claims.models import Source
from claims.services.feeds import MAX_REASON
from claims.services.sources import MAX_NAME, MAX_SITE, SourceFields
from claims.sources.opml import MAX_OPML_BYTES
from claims.sources.page_addresses import MAX_ADDRESS


class SourceForm(forms.Form):
    """What is known of an outlet. The service says what each field may hold."""

    name = forms.CharField(
        label=_("Name"), max_length=MAX_NAME, help_text=_("As the outlet names itself.")
    )
    site = forms.CharField(
        label=_("Site"),
        max_length=MAX_SITE,
        required=False,
        widget=forms.URLInput(),
        help_text=_("Articles fetched from this site are taken for this source's."),
    )
    country = forms.CharField(
        label=_("Country"), max_length=2, required=False, help_text=_("Two letters, such as ID.")
    )
    language = forms.CharField(
        label=_("Language"),
        max_length=12,
        required=False,
        help_text=_("A language tag, such as id or zh-Hant."),
    )
    based_on = forms.IntegerField(
        widget=forms.HiddenInput(), required=False, min_value=0, max_value=2**31 - 1
    )

    @classmethod
    def of(cls, source: Source) -> SourceForm:
        """Return the form as it is filled in for a source."""
        names = ("name", "site", "country", "language")
        initial = {name: getattr(source, name) for name in names}
        return cls(initial=initial | {"based_on": source.version})

    def fields_typed(self) -> SourceFields:
        """Return what was typed."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "based_on"}
        return SourceFields(**typed)


class FeedForm(forms.Form):
    """Where a source names its new pages."""

    url = forms.CharField(
        label=_("Address of the feed, or of a page that names it"),
        max_length=MAX_ADDRESS,
        widget=forms.URLInput(),
        help_text=_("RSS, Atom, JSON Feed or a sitemap; the start page of a site often names one."),
    )


class PauseForm(forms.Form):
    """Why a feed is not polled for now."""

    reason = forms.CharField(
        label=_("Why is it paused?"), max_length=MAX_REASON, widget=forms.Textarea({"rows": 2})
    )


class FeedListForm(forms.Form):
    """A list of feeds from a feed reader."""

    file = forms.FileField(
        label=_("OPML file"),
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ".opml,.xml"}),
        help_text=_("Feed readers export one, up to 1 MB. Feeds that are here already stay."),
    )

    def opml(self) -> bytes:
        """Return the bytes; one over the limit is enough to be refused as too large."""
        content: bytes = self.cleaned_data["file"].read(MAX_OPML_BYTES + 1)
        return content
