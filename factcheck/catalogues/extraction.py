"""All that the source says to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir

from factcheck.catalogues.places import ROOT
from factcheck.catalogues.templates import extract_django

FOLDERS = ("claims", "factcheck", "reviews")
METHODS: list[tuple[str, Any]] = [
    ("**/migrations/**", "ignore"),
    ("**/jinja2/**", "jinja2"),
    ("**.py", "python"),
    ("**/templates/**.html", extract_django),
    ("**/templates/**.txt", extract_django),
]
KEYWORDS: Mapping[str, Any] = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def extracted() -> Catalog:
    """Return the strings of the source, each with the files it is in and its comments."""
    catalogue = Catalog()
    for folder in FOLDERS:
        for name, _line, message, comments, context in extract_from_dir(
            ROOT / folder, METHODS, keywords=KEYWORDS, comment_tags=("Translators:",),
            strip_comment_tags=False,
        ):  # fmt: skip
            catalogue.add(
                message, None, [(f"{folder}/{name}", 0)], auto_comments=comments, context=context
            )
    return catalogue
