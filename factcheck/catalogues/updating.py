"""A catalogue brought up to the source: what is new waits for a translation, what is gone goes."""

from __future__ import annotations

from babel import Locale
from babel.messages.catalog import Catalog
from babel.plural import to_gettext

from factcheck.catalogues import places
from factcheck.catalogues.places import catalogue_files, read, write


def update_all(source: Catalog) -> None:
    """Write each catalogue anew with the strings of `source`, translations kept."""
    for language, path in catalogue_files().items():
        catalogue = read(path, language)
        # What merely resembles a string that is gone is not offered as its translation.
        catalogue.update(source, no_fuzzy_matching=True)
        write(path, catalogue, language)


def begin(language: str) -> None:
    """Start an empty catalogue for a language, by its folder's name (zh_Hans), if it has none."""
    path = places.LOCALE / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue = Catalog(locale=language)
        # Of its own list of plurals, Babel has none for Indonesian; of Unicode's it has all.
        catalogue.mime_headers = [("Plural-Forms", to_gettext(Locale.parse(language).plural_form))]
        write(path, catalogue, language)
