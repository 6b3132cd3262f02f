"""The hashes that tie each audit event to the one before it.

In two steps, so that an extract can prove that nothing was left out of it unsaid: of an event that
is left out it carries the digest, and the chain of hashes runs on.
"""

from __future__ import annotations

import hashlib
import json
import math
from typing import Any

# From here on `repr` of a float has an exponent, and jsonb gives back the integer written out.
WRITTEN_OUT = 1e16


def content_digest(fields: dict[str, Any]) -> str:
    """Return the SHA-256 (64 hex digits) of the canonical JSON of `fields`.

    Canonical: UTF-8, keys sorted, no white space, so that anyone can recompute it from the row.
    """
    canonical = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def linked(digest: str, previous_hash: str) -> str:
    """Return the SHA-256 (64 hex digits) of `previous_hash` ("" for the first) and `digest`."""
    return hashlib.sha256((previous_hash + digest).encode()).hexdigest()


def event_hash(fields: dict[str, Any], previous_hash: str) -> str:
    """Return the hash of an event with these fields that follows `previous_hash`."""
    return linked(content_digest(fields), previous_hash)


def storable(value: Any) -> Any:
    """Return JSON `value` as jsonb will give it back: the hash has to fit what is stored.

    jsonb keeps numbers as decimals: 1e22 comes back as an integer of 23 digits, -0.0 as 0.0.
    Raises ValueError for a float that is no number; jsonb has none.
    """
    if isinstance(value, dict):
        return {str(key): storable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [storable(each) for each in value]
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"JSON has no {value}")
        return int(value) if abs(value) >= WRITTEN_OUT else value + 0.0  # -0.0 + 0.0 is 0.0
    return value
