"""Bytes into text."""

from __future__ import annotations

import codecs

from claims.sources.unreadable import Unreadable

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters no text has; a file with one of the first is an image, an archive, a program.
BINARY = frozenset(range(9)) | frozenset(range(14, 27)) | {28, 29, 30, 31}
ENOUGH_TO_TELL = 64 * 1024
# Encodings of Python that rewrite what is written instead of reading it.
NOT_OF_PAGES = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "utf-7"})


def decode(data: bytes, *, prefer: str = "") -> tuple[str, str]:
    """Return the text of `data` and its encoding; tries BOM, `prefer`, UTF-8, then a guess.

    Raises Unreadable: empty, binary, or in no encoding that reads.
    """
    if not data.strip():
        raise Unreadable("file_empty")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding), encoding
    if any(byte in BINARY for byte in data[:ENOUGH_TO_TELL]):
        raise Unreadable("file_binary")
    for encoding in filter(None, (prefer, "utf-8")):
        try:
            return data.decode(encoding), encoding
        except (UnicodeError, LookupError):
            # Wrong, or "hex", "rot13": Python knows codecs that do not make text of bytes.
            continue
    # With the first bytes that do not say: a worker that reads none does without its tables.
    import charset_normalizer

    guess = charset_normalizer.from_bytes(data[:ENOUGH_TO_TELL]).best()
    if guess is None:
        raise Unreadable("file_encoding_unknown")
    return _strictly(data, guess.encoding), guess.encoding


def decode_anyhow(data: bytes, *, prefer: str = "") -> str:
    """Return the text of a part of a file; what reads in no encoding becomes U+FFFD."""
    try:
        return decode(data, prefer=known(prefer))[0]
    except Unreadable:
        return data.decode("utf-8", "replace")


def known(name: str) -> str:
    """Return an encoding by the name a page or mail gives it, "" if Python does not know it."""
    try:
        encoding = codecs.lookup(name.strip()).name if name.strip() else ""
    except (LookupError, UnicodeError, ValueError):
        return ""
    return "" if encoding in NOT_OF_PAGES else encoding


def declared(data: bytes) -> str:
    """Return the encoding an HTML page declares in its head, if Python knows it."""
    head = data[:2048].decode("ascii", "ignore").lower()
    _before, found, after = head.partition("charset=")
    name = after.lstrip("\"' ").split('"')[0].split("'")[0].split(">")[0].split(";")[0]
    return known(name) if found else ""


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("file_encoding", at=str(error.start), encoding=encoding) from error
