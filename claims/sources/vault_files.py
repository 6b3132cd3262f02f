"""The files of the vault, each named after its bytes: "vault/ab/abcdef…".

A file is whole or not there: on disk it is written under another name and renamed, and an
S3-compatible store takes an object whole or not at all.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import uuid
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, Any

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, storages

FOLDER = "vault"
BLOCK = 1 << 20  # bytes


def vault() -> Storage:
    """Return the storage that settings chose for copies."""
    return storages["vault"]


def file_name(sha256: str) -> str:
    """Return the name of the file of these bytes; a folder holds a 256th of them."""
    return f"{FOLDER}/{sha256[:2]}/{sha256}"


def file_write(name: str, data: bytes) -> None:
    """Have `data` in the vault as `name`, on the disk when this returns."""
    storage = vault()
    if isinstance(storage, FileSystemStorage):
        _write_on_disk(Path(storage.path(name)), data)
    elif not storage.exists(name):
        storage.save(name, ContentFile(data))


def file_open(name: str) -> IO[Any]:
    """Open a file for reading bytes. Raises FileNotFoundError."""
    return vault().open(name)


def file_digest(name: str) -> str | None:
    """Return the SHA-256 of the bytes that are there now; None when there is no such file."""
    digest = hashlib.sha256()
    try:
        with file_open(name) as file:
            for block in iter(partial(file.read, BLOCK), b""):
                digest.update(block)
    except FileNotFoundError:
        return None
    return digest.hexdigest()


def file_delete(name: str) -> None:
    """Delete a file, if it is there."""
    vault().delete(name)


def file_exists(name: str) -> bool:
    """Return whether there is such a file, whole or not."""
    return vault().exists(name)


def files_by_folder() -> Iterator[list[str]]:
    """Yield the names of the files, those cut midway too, a folder at a time."""
    storage = vault()
    for folder in _folders(storage):
        _none, files = storage.listdir(folder)
        yield [f"{folder}/{file}" for file in files]


def is_file_before(name: str, moment: datetime.datetime) -> bool:
    """Return whether a file was last written before `moment`; one that is gone by now was not."""
    try:
        return vault().get_modified_time(name) < moment
    except FileNotFoundError:
        return False


def _folders(storage: Storage) -> list[str]:
    try:
        folders, _none = storage.listdir(FOLDER)
    except FileNotFoundError:
        return []
    return [f"{FOLDER}/{folder}" for folder in sorted(folders)]


def _write_on_disk(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{uuid.uuid4().hex}.part")
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
