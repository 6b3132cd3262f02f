"""The text of a mail as it was sent; what is attached is named and not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice

from claims.sources.document import Document
from claims.sources.encodings import declared, decode_anyhow, known
from claims.sources.hard_wraps import unwrapped
from claims.sources.markup_text import markup_text

MOST_PARTS = 300
PLAIN, PAGE = "text/plain", "text/html"
_FLOWED = re.compile(r"(?m)^(?!-- $)(.*) \n(?!>)")


def read_eml(data: bytes) -> Document:
    """Return the text of a mail: its page if it has one, which breaks no lines, else its text.

    Subject, sender and date become title, author and day.
    """
    # The older policy: the newer one fails at headers that no standard allows, and spam has.
    message = BytesParser(policy=compat32).parsebytes(data)
    bodies: dict[str, list[str]] = {PLAIN: [], PAGE: []}
    left_out = []
    for part in islice(_parts(message), MOST_PARTS):
        name = _name(part)
        kind = part.get_content_type()
        if name is None and kind in bodies:
            bodies[kind].append(_body(part))
        else:
            left_out.append(name or kind)
    plain = "\n\n".join(bodies[PLAIN])
    page = max(bodies[PAGE], key=len, default="")
    sender, address = parseaddr(_header(message, "from"))
    return Document(
        text=plain.strip() or markup_text(page),
        html=page,
        title=_header(message, "subject"),
        author=sender or address,
        published=_day(message),
        left_out=tuple(left_out),
    )


def _parts(part: Message) -> Iterator[Message]:
    """Yield the parts in order; a mail within the mail is one part, whatever it holds."""
    if part.get_content_maintype() != "multipart":
        yield part
        return
    payload = part.get_payload()
    for each in payload if isinstance(payload, list) else ():
        if isinstance(each, Message):
            yield from _parts(each)


def _name(part: Message) -> str | None:
    """Return the name of an attachment, None for a part that is to be read."""
    name = part.get_filename()
    is_attached = part.get_content_disposition() == "attachment"
    return (name or part.get_content_type()) if is_attached or name else None


def _body(part: Message) -> str:
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    is_page = part.get_content_type() == PAGE
    encoding = known(str(part.get_param("charset") or "")) or (declared(data) if is_page else "")
    text = decode_anyhow(data, prefer=encoding).replace("\r\n", "\n")
    if is_page:
        return text
    if str(part.get_param("format") or "").lower() == "flowed":
        return _FLOWED.sub(r"\1 ", text)
    return unwrapped(text)


def _header(message: Message, name: str) -> str:
    """Return a header as people read it. Bytes that should have been encoded are read as text."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    try:
        pieces = decode_header(raw)
    except (ValueError, LookupError):
        pieces = [(raw, None)]
    texts = (
        decode_anyhow(
            piece if isinstance(piece, bytes) else piece.encode("utf-8", "surrogateescape"),
            prefer=charset or "",
        )
        for piece, charset in pieces
    )
    return " ".join("".join(texts).split())


def _day(message: Message) -> str:
    try:
        return parsedate_to_datetime(_header(message, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
