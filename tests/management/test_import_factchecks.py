"""`manage.py import_factchecks`: ClaimReviews of other desks, all or none."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.models import EarlierCheck
from factcheck.audit.models import AuditEvent

pytestmark = pytest.mark.django_db
REVIEW: dict[str, Any] = {
    "@type": "ClaimReview",
    "url": "https://lantern.example/checks/quay",
    "claimReviewed": "The new quay cost $55 million.",
    "author": {"@type": "Organization", "name": "Lantern Desk"},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
    "datePublished": "2026-02-03",
    "inLanguage": "en",
}


def run(path: Path, feed: object) -> str:
    path.write_text(json.dumps(feed), encoding="utf-8")
    out = io.StringIO()
    call_command("import_factchecks", path, stdout=out)
    return out.getvalue()


def data_feed(*elements: object) -> dict[str, object]:
    return {"@type": "DataFeed", "dataFeedElement": elements}


@pytest.mark.parametrize(
    "feed",
    [
        REVIEW,
        [REVIEW],
        data_feed(REVIEW),
        data_feed({"@type": "DataFeedItem", "item": REVIEW}),
        data_feed({"@type": "DataFeedItem", "dateCreated": "2026-02-03", "item": [REVIEW]}),
        data_feed({"@type": "DataFeedItem", "dateDeleted": "2026-02-04", "url": "x"}, REVIEW),
    ],
)
def test_it_reads_a_review_a_list_and_a_feed(tmp_path: Path, feed: object) -> None:
    assert run(tmp_path / "feed.json", feed) == "1 imported, 0 known already.\n"
    check = EarlierCheck.objects.get()
    assert (check.publisher, check.rating) == ("Lantern Desk", "False")
    assert check.claim_review == REVIEW
    assert AuditEvent.objects.get().action == "earlier_checks.import"


def test_a_second_time_it_knows_them(tmp_path: Path) -> None:
    run(tmp_path / "feed.json", REVIEW)
    assert run(tmp_path / "feed.json", REVIEW) == "0 imported, 1 known already.\n"
    assert AuditEvent.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"url": ""}, "url"),
        ({"claimReviewed": None}, "claimReviewed"),
        ({"author": "Lantern Desk"}, "author.name"),
        ({"reviewRating": {"ratingValue": 1}}, "reviewRating.alternateName"),
        ({"datePublished": "last week"}, "datePublished"),
    ],
)
def test_one_review_that_cannot_be_read_stops_all(
    tmp_path: Path, changes: dict[str, Any], named: str
) -> None:
    with pytest.raises(CommandError, match="Row 2") as refusal:
        run(tmp_path / "feed.json", [REVIEW, REVIEW | changes])
    assert named in str(refusal.value)
    assert not EarlierCheck.objects.exists()


def test_a_file_that_is_no_feed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no ClaimReview"):
        run(tmp_path / "feed.json", "just a string")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    with pytest.raises(CommandError, match="no JSON"):
        call_command("import_factchecks", tmp_path / "broken.json")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_factchecks", tmp_path / "missing.json")
