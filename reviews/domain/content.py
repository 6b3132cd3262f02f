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
class ReplyContent:
    """What the reader learns of one who was asked for comment, or of why nobody was.

    `state` is an outcome, or "waived": then `text` is the desk's reason, else it is the answer.
    Days are ISO 8601, "" when waived.
    """

    name: str
    role: str
    state: str
    asked_on: str
    due_on: str
    text: str


@dataclass(frozen=True, slots=True)
class VerdictContent:
    """A verdict as the reader sees it; dates are ISO 8601.

    `claim` is verbatim, `clarified` the clearer wording beside it. Where the claim was made is left
    out: that list goes on growing while a verdict stands. So is what the approver adds with the
    sign-off, and whose names stand under it.
    """

    claim: str
    rating: str
    summary: str
    explanation: str
    true_as_of: str
    correction_note: str
    no_evidence_reason: str
    evidence: Sequence[EvidenceContent]
    replies: Sequence[ReplyContent] = ()
    correction_kind: str = ""
    clarified: str = ""
    speaker: str = ""


def content_hash(content: VerdictContent) -> str:
    """Return the SHA-256 (64 hex digits) of the canonical JSON of `content`."""
    canonical = json.dumps(
        asdict(content), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()
