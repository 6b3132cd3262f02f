"""The forms by which articles come in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from claims.services.articles import ArticleMetadata
from claims.sources.kinds import SUFFIXES
from claims.sources.page_addresses import MAX_ADDRESS
from factcheck.centuries import within_centuries

LANGUAGES = [
    ("", _("find out")),
    ("id", _("Indonesian")),
    ("ms", _("Malay")),
    ("en", _("English")),
    ("zh-Hans", _("Simplified Chinese")),
    ("zh-Hant", _("Traditional Chinese")),
]


class ArticleForm(forms.Form):
    """A text and what is known of it."""

    title = forms.CharField(label=_("Title"), max_length=500, required=False)
    outlet = forms.CharField(
        label=_("Outlet"),
        max_length=200,
        required=False,
        help_text=_("Who published it, as it names itself."),
    )
    url = forms.URLField(label=_("Address"), max_length=2000, required=False, assume_scheme="https")
    author = forms.CharField(label=_("Author"), max_length=300, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)
    published_at = forms.DateTimeField(
        label=_("Published"),
        validators=[within_centuries],
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("In your time zone. “Yesterday” in the text is counted from here."),
    )
    text = forms.CharField(
        label=_("Text"),
        strip=False,
        max_length=settings.ARTICLE_MAX_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("As it stands on the page; adverts and menus in between do no harm."),
    )

    def metadata(self) -> ArticleMetadata:
        """Return what was typed besides the text."""
        known = {name: value for name, value in self.cleaned_data.items() if name != "text"}
        return ArticleMetadata(**known)


class SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.Field):
    """One or several files. Each is judged by itself later: one bad file refuses no other."""

    widget = SeveralFilesInput

    def clean(self, value: Any) -> list[UploadedFile[bytes]]:
        """Return the files; raise ValidationError when there are none."""
        return [super(SeveralFilesField, self).clean(each) for each in value or [None]]


class SeveralFilesForm(forms.Form):
    """Files to take in."""

    upload = SeveralFilesField(
        label=_("Files"),
        widget=SeveralFilesInput(attrs={"accept": ",".join(SUFFIXES)}),
        help_text=format_lazy(
            _("Text, HTML, PDF, Word, EPUB or e-mail (.eml), up to {limit} MB each."),
            limit=settings.ARTICLE_MAX_BYTES // 2**20,
        ),
    )


class PageForm(forms.Form):
    """A page to fetch."""

    url = forms.CharField(
        label=_("Address of the page"),
        max_length=MAX_ADDRESS,
        widget=forms.URLInput(),
        help_text=_("It is fetched as a reader sees it who has not signed in."),
    )
