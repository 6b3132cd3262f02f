"""What a bundle says of itself: what it is, and the digest of each file in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from django.conf import settings

from reviews.exports.bundle.archive import Packed
from reviews.exports.bundle.audit_extract import AuditExtract
from reviews.exports.table import Table

FORMAT = "factcheck-bundle-1"


def manifest(table: Table, verdicts: int, audit: AuditExtract, packed: Sequence[Packed]) -> bytes:
    """Return manifest.json: JSON with sorted keys, files by name."""
    head = audit.last
    said = {
        "format": FORMAT,
        "desk": settings.SITE_NAME,
        "site": settings.SITE_URL,
        "title": table.title,
        "made_at": table.made_at.isoformat(),
        "language": table.language,
        "filters": table.spec.to_json(),
        "verdicts": verdicts,
        "audit_head": {"id": head.pk if head else None, "hash": head.hash if head else ""},
        "files": [asdict(each) for each in _by_name(packed)],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def sums(packed: Sequence[Packed]) -> bytes:
    """Return SHA256SUMS: what `sha256sum --check` reads, manifest.json included."""
    return "".join(f"{each.sha256}  {each.name}\n" for each in _by_name(packed)).encode()


def _by_name(packed: Sequence[Packed]) -> list[Packed]:
    return sorted(packed, key=lambda each: each.name)
