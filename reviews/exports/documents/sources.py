"""What an entry shows of the evidence, the replies, and the places where the claim was made."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.extraction.languages import language_of
from claims.models import Article
from claims.models.evidence import EvidenceKind, Stance
from claims.selectors.claims import newest_versions
from reviews.exports.documents.entry import Piece, Place, Reply, Words
from reviews.models import Verdict


def outlets_of(verdict: Verdict) -> tuple[Words, ...]:
    """Return the names of the outlets that carried the claim, each once, by article."""
    names: dict[str, Words] = {}
    for place in sorted(verdict.claim.appearances.all(), key=lambda each: each.article_id):
        name = _outlet(place.article)
        names.setdefault(name.text, name)
    names.pop("", None)
    return tuple(names.values())


def pieces_of(verdict: Verdict) -> Iterator[Piece]:
    """Yield the evidence as it was frozen with the verdict."""
    for row in verdict.evidence:
        quoted = language_of(" ".join((row["title"], row["quote"])))
        yield Piece(
            stance=str(Stance(row["stance"]).label),
            kind=str(EvidenceKind(row["kind"]).label),
            title=Words(row["title"] or row["url"], quoted),
            url=followable(row["url"]),
            publisher=Words(row["publisher"], quoted),
            quote=Words(row["quote"], quoted),
            note=Words(row["note"], language_of(row["note"])),
        )


def places_of(verdict: Verdict) -> Iterator[Place]:
    """Yield where the claim was made, by article."""
    made = newest_versions(verdict.claim.appearances.all())
    for place in sorted(made, key=lambda each: (each.article_id, each.start)):
        article = place.article
        yield Place(
            outlet=_outlet(article),
            day=date_format(timezone.localtime(article.published_at))
            if article.published_at
            else "",
            title=Words(article.title or article.url, article.language),
            url=followable(article.url),
            wording=Words(place.text, article.language),
        )


def replies_of(verdict: Verdict) -> Iterator[Reply]:
    """Yield who was asked for comment and what came of it, as frozen with the verdict."""
    for row in verdict.replies:
        is_said = row["state"] in {"answered", "waived"}
        answer = Words(row["text"], language_of(row["text"])) if is_said else Words("", "")
        yield Reply(_sentence(row), answer)


def followable(url: str) -> str:
    """Return `url` if it leads to a page; "" for anything else, which a reader must not follow."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


def _outlet(article: Article) -> Words:
    """Return the name of the outlet, in the language of what it wrote; "" when nobody knows it."""
    return Words(article.source.name if article.source else "", article.language)


def _sentence(row: dict[str, Any]) -> str:
    who = f"{row['name']}, {row['role']}" if row["role"] else row["name"]
    if row["state"] == "waived":
        if not row["name"]:
            return _("We publish without a comment by those concerned:")
        return _("We publish without a comment by %(name)s:") % {"name": row["name"]}
    days = {"day": _day(row["asked_on"]), "due": _day(row["due_on"])}
    return f"{who} {_what_came(row['state']) % days}"


def _what_came(state: str) -> str:
    if state == "answered":
        return _("was asked on %(day)s and said:")
    if state == "declined":
        return _("was asked on %(day)s and declined to comment.")
    if state == "undeliverable":
        return _("could not be reached (tried on %(day)s).")
    return _("was asked on %(day)s and did not answer by %(due)s.")


def _day(day: str) -> str:
    return date_format(datetime.date.fromisoformat(day))
