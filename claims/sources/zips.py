"""Archives that strangers packed: looked over before anything in them is unpacked."""

from __future__ import annotations

import lzma
import stat
import zipfile
import zlib
from io import BytesIO

from claims.sources.unreadable import Unreadable

MOST_ENTRIES = 2_000
# Of all entries together, by what the archive claims; no entry gives more than it claims.
MOST_UNPACKED = 96 * 2**20
# Deflate reaches a thousandfold only on what repeats itself; XML of documents stays under 30.
MOST_RATIO = 200
SMALL = 2**20  # an entry this small is no bomb, whatever its ratio
ENCRYPTED = 0x1
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Return the archive in `data`, with nothing in it that a document has no use for.

    Raises Unreadable: broken, encrypted, too many or too large entries, names that lead elsewhere,
    links, the same name twice.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise Unreadable("file_broken") from error
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Unreadable("file_bomb")
    if len({entry.filename for entry in entries}) < len(entries):
        raise Unreadable("file_tricks")
    for entry in entries:
        _check(entry)
    return archive


def _check(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & ENCRYPTED:
        raise Unreadable("file_locked")
    parts = entry.orig_filename.replace("\\", "/").split("/")
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    if is_link or ".." in parts or parts[0] == "" or ":" in parts[0] or "\x00" in parts[-1]:
        raise Unreadable("file_tricks")
    if entry.file_size > max(SMALL, MOST_RATIO * entry.compress_size):
        raise Unreadable("file_bomb")


def unpacked(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return an entry. Raises Unreadable when there is none, or it is not what it claims."""
    try:
        return archive.read(name)
    except (KeyError, EOFError, OSError, NotImplementedError, *BROKEN) as error:
        raise Unreadable("file_broken") from error
