"""OPML 2.0: lists of feeds as feed readers exchange them (http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from lxml import etree

from claims.sources.foreign_xml import local_name, xml_text, xml_tree
from claims.sources.page_addresses import absolute
from factcheck.errors import InvalidInput

MAX_OPML_BYTES = 1024 * 1024
MOST_OUTLINES = 2_000


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed in a list: who publishes it, where its site is, where the feed is."""

    name: str
    site: str
    url: str


def outlines_of(data: bytes) -> list[Outline]:
    """Return the feeds of an OPML file at any depth; rows that are no feeds are passed over.

    Raises InvalidInput (field "file") if it is too large, hostile, no OPML, or has no feeds.
    """
    if len(data) > MAX_OPML_BYTES:
        raise InvalidInput("file", _("This file is larger than 1 MB."), code="file_too_large")
    root = xml_tree(xml_text(data))
    if local_name(root) != "opml":
        raise InvalidInput("file", _("This is no OPML file."), code="no_opml")
    outlines = [_outline(each) for each in root.iter() if local_name(each) == "outline"]
    found = [each for each in outlines if each.url]
    if not found:
        raise InvalidInput("file", _("There are no feeds in this file."), code="empty")
    if len(found) > MOST_OUTLINES:
        message = _("There are more than %(most)d feeds in this file.") % {"most": MOST_OUTLINES}
        raise InvalidInput("file", message, code="too_many")
    return found


def opml_of(title: str, outlines: Iterable[Outline]) -> bytes:
    """Return an OPML file of `outlines`."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = title
    body = etree.SubElement(root, "body")
    for each in outlines:
        fields = {"text": each.name, "title": each.name, "type": "rss", "xmlUrl": each.url}
        fields |= {"htmlUrl": each.site} if each.site else {}
        etree.SubElement(body, "outline", fields)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _outline(element: etree._Element) -> Outline:
    fields = {str(name).lower(): str(value).strip() for name, value in element.attrib.items()}
    name = " ".join((fields.get("title") or fields.get("text") or "").split())
    address = fields.get("xmlurl", "")
    site = fields.get("htmlurl", "")
    return Outline(name, absolute(site, site), absolute(address, address) if address else "")
