"""What a page says, piece by piece, and in which language it says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import lxml.html

SILENT = {"script", "style", "code", "pre", "kbd", "samp", "svg"}
SPOKEN = ("aria-label", "aria-description", "title", "alt", "placeholder")
FOR_SCRIPTS = "data-"


def said_by(page: bytes) -> Iterator[str]:
    """Yield each text and each spoken attribute that is in the language of the page itself."""
    root = lxml.html.fromstring(page.decode())
    yield from _said(root, root.get("lang", ""))


def _said(element: Any, language: str) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    if element.get("lang", language) != language or element.get("translate") == "no":
        return
    for name, value in element.attrib.items():
        if name in SPOKEN or (name.startswith(FOR_SCRIPTS) and " " in value):
            yield value
    if element.tag == "input" and element.get("type") in {"submit", "button"}:
        yield element.get("value", "")
    if element.tag != "textarea":
        yield element.text or ""
    for child in element:
        yield from _said(child, language)
        yield child.tail or ""
