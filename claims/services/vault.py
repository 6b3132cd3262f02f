"""The vault: pages as they were, kept by the digest of their bytes."""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from claims.evidence.near_duplicates import Sketch, sketch
from claims.models import CopyFetch, StoredCopy
from claims.services.copy_texts import copy_text, media_type_of
from claims.sources.fetching import FetchedPage
from claims.sources.vault_files import (
    FOLDER,
    file_delete,
    file_exists,
    file_name,
    file_write,
    files_by_folder,
    is_file_before,
)
from factcheck.accounts.models import User
from factcheck.audit.log import record

# Any number will do so long as no other lock is taken with it.
VAULT_LOCK = 0x7661756C
ORPHAN_AFTER = datetime.timedelta(days=1)


def copy_keep(*, page: FetchedPage, actor: User | None = None) -> StoredCopy:
    """Keep the bytes of `page`; return the copy there is, of this fetch or of an earlier one.

    What the server said with them is kept once for each address they came from.

    The file first, then its row: a worker that dies in between leaves a file without a row, which
    `vault_sweep` deletes. Nobody sees a row without its file.
    """
    sha256 = hashlib.sha256(page.body).hexdigest()
    known = StoredCopy.objects.filter(sha256=sha256).first()
    if known is not None and file_exists(known.stored_as):
        with transaction.atomic():
            _fetch_note(known, page, actor)
        return known
    described = _described(page)
    with transaction.atomic():
        _lock(sha256)
        name = file_name(sha256)
        copy, is_new = StoredCopy.objects.get_or_create(
            sha256=sha256, defaults={"stored_as": name, "size": len(page.body), **described}
        )
        if is_new or not file_exists(name):  # lost since: here are its bytes again
            file_write(name, page.body)
        if is_new:
            after = {"sha256": sha256, "size": copy.size, "url": copy.final_url}
            record(actor=actor, action="copy.keep", target=copy, after=after)
        _fetch_note(copy, page, actor, is_told=is_new)
    return copy


def _fetch_note(
    copy: StoredCopy, page: FetchedPage, actor: User | None, *, is_told: bool = False
) -> None:
    """Write down the first fetch of a copy from an address; `is_told` if the log has it already."""
    told = _fetched(page)
    # Of two workers with one new address, the second finds the row of the first.
    fetch, is_new = CopyFetch.objects.get_or_create(copy=copy, url=told.pop("url"), defaults=told)
    if is_new and not is_told:
        after = {"sha256": copy.sha256, "url": fetch.final_url}
        record(actor=actor, action="copy.fetch", target=copy, after=after)


def copies_sketch() -> int:
    """Make the sketches of copies from before there were any; return how many were made."""
    made = []
    for copy in StoredCopy.objects.filter(sketch_size=0).exclude(text="").only("text").iterator(50):
        found = sketch(copy.text)
        if found is not None:
            made += _sketched(copy, found)
    return len(made)


def _sketched(copy: StoredCopy, found: Sketch) -> list[int]:
    with transaction.atomic():
        bare = StoredCopy.objects.filter(pk=copy.pk, sketch_size=0)
        if not bare.update(sketch_size=found.size, sketch_minima=found.packed):
            return []
        record(actor=None, action="copy.sketch", target=copy, after={"size": found.size})
    return [copy.pk]


def file_drop(*, sha256: str) -> None:
    """Delete the file of these bytes unless a copy has it."""
    with transaction.atomic():
        _lock(sha256)
        if not StoredCopy.objects.filter(sha256=sha256).exists():
            file_delete(file_name(sha256))


def vault_sweep() -> int:
    """Delete files a day old that no copy has: of workers that died; return how many."""
    moment, dropped = timezone.now() - ORPHAN_AFTER, 0
    for names in files_by_folder():
        copies = StoredCopy.objects.filter(stored_as__in=names)
        for name in set(names).difference(copies.values_list("stored_as", flat=True)):
            if is_file_before(name, moment):
                _drop(name)
                dropped += 1
    return dropped


def _drop(name: str) -> None:
    sha256 = name.rpartition("/")[2]
    if name == file_name(sha256):
        file_drop(sha256=sha256)
    elif name.startswith(f"{FOLDER}/"):
        file_delete(name)  # a part: its name is in no row


def _lock(sha256: str) -> None:
    """Let nobody else write or delete these bytes until the transaction ends."""
    with connection.cursor() as cursor:
        key = int(sha256[:8], 16) - (1 << 31)
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [VAULT_LOCK, key])


def _described(page: FetchedPage) -> dict[str, Any]:
    media_type = media_type_of(page.headers.get("content-type", ""))
    read = copy_text(page.body, media_type)
    found = sketch(read.text)
    return _fetched(page) | {
        "media_type": media_type,
        "title": read.title,
        "publisher": read.publisher,
        "text": read.text,
        "sketch_size": found.size if found else 0,
        "sketch_minima": found.packed if found else b"",
    }


def _fetched(page: FetchedPage) -> dict[str, Any]:
    return {
        "url": page.asked_url[:2000],
        "final_url": page.url[:2000],
        "status": page.status,
        "headers": dict(page.headers),
        "fetched_at": page.fetched_at,
    }
