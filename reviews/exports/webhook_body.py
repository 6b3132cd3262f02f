"""What a webhook sends, as bytes that stay the same from try to try."""

from __future__ import annotations

import json
import uuid
from typing import Any

from django.conf import settings
from django.utils import timezone

from reviews.exports.claim_review import claim_review
from reviews.exports.columns import verdict_url
from reviews.exports.data_feed import tombstone
from reviews.models import Verdict, VerdictStatus
from reviews.models.webhook import TEST_EVENT


def event_body(*, key: uuid.UUID, event: str, verdict: Verdict | None) -> str:
    """Return the JSON of an event. `verdict` comes with its context; None only for a test.

    What was retracted is sent as a tombstone and not as the ClaimReview it was: a receiver that
    looks for nothing but a ClaimReview would publish it anew.
    """
    body: dict[str, Any] = {
        "id": str(key),
        "event": event,
        "created_at": timezone.now().isoformat(timespec="seconds"),
        "sender": {"name": settings.SITE_NAME, "url": f"{settings.SITE_URL}/"},
        "verdict": _named(verdict) if verdict else None,
        "claim_review": None,
        "tombstone": None,
    }
    if verdict and verdict.status == VerdictStatus.RETRACTED:
        body["tombstone"] = {"@context": "https://schema.org", **tombstone(verdict)}
    elif verdict:
        body["claim_review"] = claim_review(verdict)
    return json.dumps(body, ensure_ascii=False)


def trial_body(*, key: uuid.UUID) -> str:
    """Return the JSON that only tries whether an address can be reached."""
    return event_body(key=key, event=TEST_EVENT, verdict=None)


def _named(verdict: Verdict) -> dict[str, object]:
    return {
        "claim": verdict.claim_id,
        "version": verdict.version,
        "status": verdict.status,
        "url": verdict_url(verdict),
        "correction_note": verdict.correction_note,
        "retraction_note": verdict.retraction_note,
    }
