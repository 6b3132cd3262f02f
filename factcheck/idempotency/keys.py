"""What a sender calls a request, and what the request carries."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from factcheck.errors import InvalidInput
from factcheck.idempotency.answers import HEADER
from factcheck.idempotency.models import MAX_ROUTE

# A string of RFC 8941, as draft-ietf-httpapi-idempotency-key-header has it; the quotes may be
# left out, as most clients do.
KEY = re.compile(
    r'"(?P<quoted>[\x20-\x21\x23-\x5b\x5d-\x7e]{1,255})"|(?P<bare>[\x21\x23-\x7e]{1,255})'
)


def header_key(value: str | None) -> str | None:
    """Return the key in the header, None without one. Raises InvalidInput for what is no key."""
    if value is None:
        return None
    found = KEY.fullmatch(value.strip())
    if found is None:
        message = _("Send 1 to 255 visible ASCII characters, such as a UUID.")
        raise InvalidInput(HEADER, message, code="no_key")
    return found["quoted"] or found["bare"]


def route_of(method: str, path: str) -> str:
    """Return the method and path as they are kept: the whole, or its SHA-256 where it is long.

    Zeros before an id make an address of any length, and each leads to the same row.
    """
    route = f"{method} {path}"
    return route if len(route) <= MAX_ROUTE else f"{method} {bytes_digest(route.encode())}"


def bytes_digest(body: bytes) -> str:
    """Return the SHA-256 (64 hex digits) of a body that has one form only."""
    return hashlib.sha256(body).hexdigest()


def fields_digest(
    fields: MultiValueDict[str, str],
    files: MultiValueDict[str, UploadedFile[Any]],
    *,
    without: Collection[str] = (),
) -> str:
    """Return the SHA-256 of the fields and files of a form.

    Not of its bytes: a client that sends a form again draws another boundary.
    """
    texts = [[name, fields.getlist(name)] for name in sorted(fields) if name not in without]
    uploads = [
        [name, [[file.name, _file_digest(file)] for file in files.getlist(name)]]
        for name in sorted(files)
    ]
    return bytes_digest(json.dumps([texts, uploads]).encode())


def _file_digest(file: UploadedFile[Any]) -> str:
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
