"""A ZIP and the digest of each file in it: the same content gives the same bytes."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from functools import partial
from typing import IO

# The earliest time a ZIP can hold: when a file was packed says nothing about its content.
EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX, READABLE = 3, 0o100644 << 16
_BLOCK = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of the archive: its name there, its size in bytes, its SHA-256 (64 hex digits)."""

    name: str
    size: int
    sha256: str


class Archive:
    """A ZIP that is being written to `file`; `packed` are the files in it so far."""

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w")
        self.packed: list[Packed] = []

    def add(self, name: str, content: IO[bytes]) -> Packed:
        """Put what `content` holds, from its start, into the archive as `name`."""
        info = zipfile.ZipInfo(name, EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.create_system, info.external_attr = UNIX, READABLE
        digest, size = hashlib.sha256(), 0
        content.seek(0)
        with self._zip.open(info, "w", force_zip64=True) as member:
            for block in iter(partial(content.read, _BLOCK), b""):
                member.write(block)
                digest.update(block)
                size += len(block)
        self.packed.append(Packed(name, size, digest.hexdigest()))
        return self.packed[-1]

    def close(self) -> None:
        """Write the directory of the archive: without it, it is no ZIP."""
        self._zip.close()
