"""When two ClaimReviews are one. What is shown and linked stays as it was written."""

from __future__ import annotations

import datetime
import hashlib
import re
from urllib.parse import urlsplit, urlunsplit

from claims.extraction.plain import fold
from claims.sources.page_addresses import address_key

# How sites mark the light version of a page: /amp/story, /story/amp, /story.amp.html, amp.site.
AMP_HOST = re.compile(r"^amp[.-](?=[^.]+\.)")
AMP_PATH = re.compile(r"(?<=/)amp/|/amp(?=/*$)|[.-]amp(?=(\.html?)?/*$)", re.IGNORECASE)
AMP_QUERY = re.compile(r"amp(=(1|true)?)?|outputtype=amp", re.IGNORECASE)


def page_key(url: str) -> str:
    """Return what the addresses of one page have in common, its AMP version's too: 64 digits."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # half an IPv6 address
        return address_key(url)
    query = "&".join(each for each in parts.query.split("&") if not AMP_QUERY.fullmatch(each))
    host, path = AMP_HOST.sub("", parts.netloc.removeprefix("www.")), AMP_PATH.sub("", parts.path)
    return address_key(urlunsplit((parts.scheme, host, path, query, parts.fragment)))


# Feeds change them: one has “Fire the Fool”, the next 'Fire the Fool', the third ""Fire the Fool"".
QUOTATION_MARKS = re.compile("[\"'`´“”„‟‘’‚‛«»‹›「」『』〝〞]")


def claim_key(claim: str) -> str:
    """Return what wordings have in common that differ in script, case, width, blanks or quotes."""
    return _digest(_letters(claim))


def review_key(publisher: str, claim: str, day: datetime.date | None) -> str:
    """Return what one review in the feeds of two has in common; "" when its day is not known.

    Feeds give the same review under addresses of their own.
    """
    if day is None or not publisher.strip():
        return ""
    return _digest("\n".join((_letters(publisher), _letters(claim), day.isoformat())))


def _letters(text: str) -> str:
    """Return `text` folded, without quotation marks and the stop behind it."""
    return QUOTATION_MARKS.sub("", fold(text)).strip(" .。")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
