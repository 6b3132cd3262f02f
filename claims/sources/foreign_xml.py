"""XML from strangers: its characters whatever it claims, and no entity it declares."""

from __future__ import annotations

import codecs
import re
import zlib

import charset_normalizer
from django.utils.translation import gettext as _
from lxml import etree

from factcheck.errors import InvalidInput

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,500}?\?>")
DECLARED = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)
# Its characters are those of the larger one; pages that name the small one use them all.
LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252"}
NOT_OF_TEXTS = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "utf-7"})
GZIP = b"\x1f\x8b"
ENOUGH_TO_TELL = 64 * 1024
NO_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def unzipped(data: bytes, *, max_bytes: int) -> bytes:
    """Return what a file that is gzip by itself holds. Raises InvalidInput over `max_bytes`."""
    if not data.startswith(GZIP):
        return data
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        whole = unpacking.decompress(data, max_bytes + 1)
    except zlib.error as error:
        raise InvalidInput("file", _("This gzip file is broken.")) from error
    if len(whole) > max_bytes:
        raise InvalidInput("file", _("This file is too large when it is unpacked."))
    return whole


def xml_text(data: bytes, *, charset: str = "") -> str:
    """Return the characters of an XML file, without its declaration.

    By byte order mark, declaration, `charset` of the transport, UTF-8 or a guess: the first that
    reads all of it. Raises InvalidInput if it declares entities, by which a small file becomes
    gigabytes or reads files of ours: no feed, sitemap or OPML needs them.
    """
    text = NO_CHARACTERS.sub("", DECLARATION.sub("", _decoded(data, charset), count=1))
    if ENTITIES.search(text):
        message = _("This file declares XML entities. It is not read: they can hide an attack.")
        raise InvalidInput("file", message, code="entities")
    return text


def xml_tree(text: str) -> etree._Element:
    """Return the root of the XML `text`, for which nothing outside of it is loaded.

    Raises InvalidInput naming the line of a mistake.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        message = _("This is no XML: line %(line)d cannot be read.") % {"line": line}
        raise InvalidInput("file", message, code="xml") from error


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace, which feeds get wrong; lower case.

    "" for what stands between elements without being one: an entity that was not resolved.
    """
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _decoded(data: bytes, charset: str) -> str:
    declared = DECLARED.match(data[:300])
    named = [encoding for bom, encoding in BOMS if data.startswith(bom)]
    named += [declared[1].decode("ascii")] if declared else []
    for name in (*named, charset, "utf-8", _guess(data)):
        try:
            encoding = codecs.lookup(name).name
            if encoding not in NOT_OF_TEXTS:
                return data.decode(LARGER.get(encoding, encoding))
        except (LookupError, UnicodeError):
            continue
    return data.decode("utf-8", "replace")


def _guess(data: bytes) -> str:
    found = charset_normalizer.from_bytes(data[:ENOUGH_TO_TELL]).best()
    return found.encoding if found else ""
