"""What people and sites send of earlier fact-checks: JSON, or a page that carries it."""

from __future__ import annotations

import json
from typing import Any

from claims.sources.claim_reviews import page_claim_reviews

BLANKS = b"\xef\xbb\xbf \t\r\n"


class NoDocument(ValueError):
    """Bytes that are neither a page nor JSON; says what is wrong with the JSON."""


def check_document(data: bytes, *, charset: str = "") -> Any:
    """Return what a file or a page holds, as JSON has it. Raises NoDocument.

    `charset` is that of the transport, "" if it named none; JSON names its own.
    """
    if data.lstrip(BLANKS).startswith(b"<"):
        return list(page_claim_reviews(data, charset=charset))
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NoDocument(str(error)) from error
