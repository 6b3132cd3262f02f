"""One ClaimReview of another desk, read into the columns of an earlier fact-check."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from claims.extraction.pipeline import figures_of
from claims.models.values import quantity_rows
from claims.services.articles import LANGUAGE_TAG
from claims.sources.check_keys import claim_key, page_key, review_key
from factcheck.errors import InvalidInput
from factcheck.texts import check_text

MAX_URL = 2000
MAX_CLAIM = 5000
MAX_NAME = 200
# NUL as JSON writes it, which PostgreSQL keeps in no column; not an escaped backslash before "u".
NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def earlier_check_columns(number: int, review: Any) -> dict[str, Any]:
    """Return the columns of row `number`. Raises InvalidInput that names the row and the field."""
    if not isinstance(review, dict):
        raise _unusable(number, "claimReviewed")
    _check_storable(number, review)
    url, claim = _url(number, review), _text(number, review, "claimReviewed")
    _check_text(number, "claimReviewed", claim)
    language, figures = figures_of(claim, language=_language(review.get("inLanguage")))
    publisher = (_publisher(review) or urlsplit(url).hostname or "")[:MAX_NAME]
    day = _day(review.get("datePublished"))
    return {
        "url": url,
        "page_key": page_key(url),
        "claim_key": claim_key(claim),
        "review_key": review_key(publisher, claim, day),
        "publisher": publisher,
        "claim_reviewed": claim,
        "rating": _rating(number, review)[:MAX_NAME],
        "language": language,
        "published_on": day,
        "claim_review": review,
        "quantities": quantity_rows(figures),
    }


def _check_storable(number: int, review: dict[str, Any]) -> None:
    """Raise InvalidInput for what JSON parsers let through and PostgreSQL cannot keep.

    NaN, NUL and halves of surrogate pairs: one such row ended the import of all others.
    """
    try:
        text = json.dumps(review, allow_nan=False, ensure_ascii=False)
        text.encode()
    except (ValueError, RecursionError):
        text = None
    if text is None or NUL.search(text):
        message = _("Row %(number)d holds characters or numbers that cannot be stored.")
        raise InvalidInput("claimReviewed", message % {"number": number}, code="no_text")


def _check_text(number: int, field: str, value: str) -> None:
    """Check a claim as any text is checked, and name the row: of a file nobody sees the field."""
    try:
        check_text(field, value, limit=MAX_CLAIM)
    except InvalidInput as refusal:
        told = {"number": number, "message": refusal.message}
        message = _("Row %(number)d: %(message)s") % told
        raise InvalidInput(field, message, code=refusal.code) from refusal


def _text(number: int, review: dict[str, Any], name: str) -> str:
    if not (text := _words(review.get(name))):
        raise _unusable(number, name)
    return text


def _publisher(review: dict[str, Any]) -> str:
    """Return who checked. Desks name an author, a publisher, several, or only a name."""
    for name in ("author", "publisher"):
        told = review.get(name)
        first = told[0] if isinstance(told, list) and told else told
        if words := _words(first.get("name") if isinstance(first, dict) else first):
            return words
    return ""


def _rating(number: int, review: dict[str, Any]) -> str:
    """Return the rating in words, or as "2 / 5" where there is nothing but a number."""
    rating = review.get("reviewRating")
    if not isinstance(rating, dict):
        raise _unusable(number, "reviewRating.alternateName")
    if words := _words(rating.get("alternateName")) or _words(rating.get("name")):
        return words
    value, best = rating.get("ratingValue"), rating.get("bestRating")
    if value is None or best is None:
        raise _unusable(number, "reviewRating.alternateName")
    return f"{value} / {best}"


def _words(value: Any) -> str:
    """Return a text, also one in JSON-LD's long form, with its spaces made single; else ""."""
    text = value.get("@value") if isinstance(value, dict) else value
    return " ".join(text.split()) if isinstance(text, str) else ""


def _unusable(number: int, field: str) -> InvalidInput:
    message = _("Row %(number)d has no %(field)s.") % {"number": number, "field": field}
    return InvalidInput(field, message)


def _url(number: int, review: dict[str, Any]) -> str:
    url = _text(number, review, "url")
    if len(url) > MAX_URL or not _is_http(url):
        message = _(
            "Row %(number)d: url has to be an http address of at most %(limit)d characters."
        )
        raise InvalidInput("url", message % {"number": number, "limit": MAX_URL})
    return url


def _is_http(url: str) -> bool:
    try:
        return urlsplit(url).scheme in {"http", "https"}
    except ValueError:  # "http://["
        return False


def _language(value: Any) -> str | None:
    """Return the language tag, or None to find it out: schema.org also allows a Language object."""
    name = value.get("alternateName") if isinstance(value, dict) else value
    return name if isinstance(name, str) and LANGUAGE_TAG.fullmatch(name) else None


def _day(value: Any) -> datetime.date | None:
    """Return the day, or None for what is none: "2024-01" is no reason to lose a fact-check."""
    try:
        return datetime.date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None
