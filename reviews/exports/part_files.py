"""The file of a report while it is written: a part that is whole in the end, or goes.

It lies beside the finished files, so that it becomes one of them by being renamed: whoever looks
sees the whole file or none. Each worker writes a part of its own, so that one which was taken for
dead and wakes up again cannot write into that of its successor.
"""

from __future__ import annotations

import hashlib
import os
from functools import partial
from pathlib import Path
from typing import IO
from uuid import UUID

from django.core.files.storage import default_storage

FOLDER = "reports"
BLOCK = 1 << 20


def part_open(report_id: int, token: UUID, *, former: str, length: int) -> tuple[IO[bytes], int]:
    """Open a new part and put the first `length` bytes of the `former` one into it.

    Returns it with how many bytes it holds: none if the former part is gone or is shorter, as it
    can be after a power cut.
    """
    path = _path(part_name(report_id, token))
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("w+b")
    old = _path(former) if former else None
    if old is None or not old.exists() or old.stat().st_size < length:
        return file, 0
    with old.open("rb") as start:
        _copy(start, file, length)
    return file, length


def part_name(report_id: int, token: UUID) -> str:
    """Return the name of a worker's part in the storage."""
    return f"{FOLDER}/{report_id}-{token.hex}.part"


def part_keep(file: IO[bytes]) -> int:
    """Have what is written so far on the disk; return how many bytes that is."""
    file.flush()
    os.fsync(file.fileno())
    return file.tell()


def part_digest(file: IO[bytes]) -> str:
    """Return the SHA-256 of the whole part, as hexadecimal digits."""
    file.seek(0)
    digest = hashlib.sha256()
    for block in iter(partial(file.read, BLOCK), b""):
        digest.update(block)
    return digest.hexdigest()


def part_finish(part: str, name: str) -> None:
    """Make the part the file `name` of the storage, in one step."""
    target = _path(name)
    _path(part).replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def part_delete(part: str) -> None:
    """Delete one part, if it is there."""
    _path(part).unlink(missing_ok=True)


def parts_delete(report_id: int, *, keep: str = "") -> None:
    """Delete what any worker wrote of a report, but for the file it has in the end."""
    for path in _path(FOLDER).glob(f"{report_id}-*"):
        if path.name != keep.rpartition("/")[2]:
            path.unlink(missing_ok=True)


def parts_by_report() -> dict[int, list[str]]:
    """Return the names of the parts there are, by the ids of their reports."""
    parts: dict[int, list[str]] = {}
    for path in _path(FOLDER).glob("*-*.part"):
        parts.setdefault(int(path.name.partition("-")[0]), []).append(f"{FOLDER}/{path.name}")
    return parts


def _path(name: str) -> Path:
    return Path(default_storage.path(name))


def _copy(start: IO[bytes], file: IO[bytes], length: int) -> None:
    left = length
    while left and (block := start.read(min(BLOCK, left))):
        file.write(block)
        left -= len(block)
