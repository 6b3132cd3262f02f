"""An article that a program hands in: its checked fields, sent on its way."""

from __future__ import annotations

import codecs
from typing import Any

from claims.models import Article
from claims.services.articles import ArticleMetadata
from factcheck import flow
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput

CONTENTS = {"text", "html", "file"}


def hand_in(fields: dict[str, Any], actor: User) -> tuple[Article, bool]:
    """Submit the article in `fields`, those of the serializers; return it and whether it is new.

    Raises InvalidInput naming the field as the caller knows it.
    """
    data, filename, field = content_of(fields)
    try:
        return flow.submit(
            data=data, filename=filename, metadata=ArticleMetadata(**fields), actor=actor
        )
    except InvalidInput as error:
        if error.field == "file":
            error.field = field
        raise


def is_page(sent: Any) -> bool:
    """Say whether only the address of an article was sent: the page there is to be fetched."""
    return isinstance(sent, dict) and bool(sent.get("url")) and not CONTENTS & sent.keys()


def content_of(fields: dict[str, Any]) -> tuple[bytes, str, str]:
    """Take the text out of `fields`: its bytes, a file name that tells its kind, its field."""
    if "file" in fields:
        file = fields.pop("file")
        return file.read(), file.name, "file"
    if "text" in fields:
        return fields.pop("text").encode(), "article.txt", "text"
    # JSON is UTF-8 whatever the page's own <meta charset> says; the mark makes readers believe it.
    return codecs.BOM_UTF8 + fields.pop("html").encode(), "article.html", "html"
