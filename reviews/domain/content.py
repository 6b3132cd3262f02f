"""What a sign-off is bound to: the hash of everything a reader of the verdict would see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class EvidenceContent:
    """One piece of evidence as the reader sees it."""

    url: str
    title: str
    publisher: str
    quote: str
    note: str
    stance: str
    kind: str


@dataclass(frozen=True, slots=True)
class VerdictContent:
    """A verdict as the reader sees it; dates are ISO 8601."""

    claim: str
    rating: str
    summary: str
    explanation: str
    true_as_of: str
    correction_note: str
    no_evidence_reason: str
    evidence: Sequence[EvidenceContent]


def content_hash(content: VerdictContent) -> str:
    """Return the SHA-256 (64 hex digits) of the canonical JSON of `content`."""
    canonical = json.dumps(
        asdict(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()
