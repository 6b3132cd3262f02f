"""The hash that ties each audit event to the one before it."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def event_hash(fields: dict[str, Any], previous_hash: str) -> str:
    """Return the SHA-256 (64 hex digits) of the canonical JSON of `fields` after `previous_hash`.

    Canonical: UTF-8, keys sorted, no white space, so that anyone can recompute it from the row.
    """
    canonical = json.dumps(
        [previous_hash, fields], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()
