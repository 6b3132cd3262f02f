"""Whole lists of feeds, as feed readers export them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db import transaction

from claims.models import Source
from claims.services.feeds import feed_add
from claims.services.keepers import check_keeper
from claims.services.sources import MAX_NAME, MAX_SITE, SourceFields, source_add
from claims.sources.opml import Outline, outlines_of
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class ImportedFeed:
    """What became of one row of a list. `refusal` says why it was not added, "" if it was."""

    url: str
    name: str
    refusal: str = ""


def feeds_import(*, data: bytes, actor: User) -> list[ImportedFeed]:
    """Add the feeds of an OPML file, each to the source of its name, which is made if need be.

    A row that cannot be taken refuses no other. Raises NotAllowed, and InvalidInput (field "file")
    when the whole file cannot be read.
    """
    check_keeper(actor)
    return [_imported(each, actor) for each in outlines_of(data)]


def _imported(outline: Outline, actor: User) -> ImportedFeed:
    name = (outline.name or urlsplit(outline.url).hostname or "")[:MAX_NAME]
    try:
        with transaction.atomic():  # a source without its feed would be left behind
            feed_add(source=_source(name, outline, actor), actor=actor, url=outline.url)
    except InvalidInput as error:
        return ImportedFeed(outline.url, name, error.message)
    return ImportedFeed(outline.url, name)


def _source(name: str, outline: Outline, actor: User) -> Source:
    name = " ".join(name.split())
    site = outline.site if len(outline.site) <= MAX_SITE else ""
    known = Source.objects.filter(name=name).first()
    return known or source_add(actor=actor, fields=SourceFields(name, site))
