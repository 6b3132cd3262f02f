"""The content of a verdict as a reader would see it now, and its hash."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from claims.models import Evidence
from claims.selectors.copies import LARGE
from reviews.domain.content import EvidenceContent, VerdictContent, content_hash
from reviews.models import Verdict, VerdictStatus
from reviews.selectors.one_reading import read_once
from reviews.selectors.replies import verdict_replies


def verdict_evidence(verdict: Verdict) -> list[EvidenceContent]:
    """Return the evidence on the verdict's claim that was not removed, oldest first."""
    return [_content(row) for row in standing_evidence(verdict.claim_id)]


def frozen_evidence(verdict: Verdict) -> list[EvidenceContent]:
    """Return the evidence as it was frozen with a published verdict, without its copies."""
    names = [field.name for field in fields(EvidenceContent)]
    return [EvidenceContent(**{name: row[name] for name in names}) for row in verdict.evidence]


@read_once
def standing_evidence(claim_id: int) -> list[Evidence]:
    """Return the evidence on a claim that was not removed, oldest first, each with its copy."""
    rows = Evidence.objects.filter(claim=claim_id, removed_at__isnull=True)
    return list(rows.select_related("copy").defer(*LARGE).order_by("id"))


def _content(row: Evidence) -> EvidenceContent:
    return EvidenceContent(
        url=row.url,
        title=row.title,
        publisher=row.publisher,
        quote=row.quote,
        note=row.note,
        stance=row.stance,
        kind=row.kind,
    )


def verdict_content(verdict: Verdict) -> VerdictContent:
    """Return everything a sign-off on `verdict` covers."""
    claim = verdict.claim
    return VerdictContent(
        claim=claim.text,
        clarified=claim.clarified,
        speaker=claim.speaker,
        rating=f"{verdict.rating.scale_id}/{verdict.rating.slug}",
        summary=verdict.summary,
        explanation=verdict.explanation,
        true_as_of=verdict.true_as_of.isoformat(),
        correction_note=verdict.correction_note,
        correction_kind=verdict.correction_kind,
        no_evidence_reason=verdict.no_evidence_reason,
        evidence=verdict_evidence(verdict),
        replies=verdict_replies(verdict),
    )


def wording_of(verdict: Verdict) -> str:
    """Return the clearer wording of the claim, "" for none: as published, or live for a draft."""
    is_draft = verdict.status == VerdictStatus.DRAFT
    return verdict.claim.clarified if is_draft else verdict.clarified


def verdict_hash(verdict: Verdict) -> str:
    """Return the SHA-256 of the content there is now."""
    return content_hash(verdict_content(verdict))


def evidence_rows(verdict: Verdict) -> list[dict[str, Any]]:
    """Return the evidence as JSON rows, to be frozen with the published verdict.

    With each goes which copy of its page it rests on, "" if there is none: the hash of the content
    does not cover that.
    """
    return [
        asdict(_content(row))
        | {
            "copy_sha256": row.copy.sha256 if row.copy else "",
            "fetched_at": row.fetched_at.isoformat() if row.fetched_at else "",
        }
        for row in standing_evidence(verdict.claim_id)
    ]


def reply_rows(verdict: Verdict) -> list[dict[str, Any]]:
    """Return who was asked and what they said as JSON rows, to be frozen as the evidence is."""
    return [asdict(content) for content in verdict_replies(verdict)]
