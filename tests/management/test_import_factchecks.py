"""`manage.py import_factchecks`: ClaimReviews of other desks, from files and pages."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.matching.embeddings import embed_statements
from claims.models import EarlierCheck
from claims.sources.claim_reviews import page_claim_reviews
from factcheck.audit.models import AuditEvent
from tests.factories import make_claim
from tests.web_server import PageServer

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
SEARCHED = {
    "claims": [
        {
            "text": "The new quay cost $55 million.",
            "claimant": "A councillor",
            "claimReview": [
                {
                    "publisher": {"name": "Lantern Desk", "site": "lantern.example"},
                    "url": "https://lantern.example/checks/quay",
                    "reviewDate": "2026-02-03T00:00:00Z",
                    "textualRating": "False",
                    "languageCode": "en",
                }
            ],
        }
    ],
    "nextPageToken": "CAo",
}
ONE_NEW = "1 imported, 0 brought up to date, 0 known already.\n"


def run(path: Path, document: object) -> tuple[str, str]:
    text = document if isinstance(document, str) else json.dumps(document)
    path.write_text(text, encoding="utf-8")
    out, errors = io.StringIO(), io.StringIO()
    call_command("import_factchecks", path, stdout=out, stderr=errors)
    return out.getvalue(), errors.getvalue()


def data_feed(*elements: object) -> dict[str, object]:
    return {"@type": "DataFeed", "dataFeedElement": elements}


def page(*blocks: str) -> str:
    scripts = "".join(f'<script type="Application/LD+JSON">{each}</script>' for each in blocks)
    return f"<!doctype html><html><head><title>Quay</title>{scripts}</head><body>…</body></html>"


@pytest.mark.parametrize(
    "document",
    [
        REVIEW,
        [REVIEW],
        [[REVIEW], REVIEW],
        {"@context": "https://schema.org", "@graph": [REVIEW]},
        data_feed(REVIEW),
        data_feed({"@type": "DataFeedItem", "item": REVIEW}),
        data_feed({"@type": "DataFeedItem", "dateCreated": "2026-02-03", "item": [REVIEW]}),
        data_feed({"@type": "DataFeedItem", "dateDeleted": "2026-02-04", "url": "x"}, REVIEW),
        SEARCHED,
        page(json.dumps(REVIEW)),
        page('{"@type": "WebPage"}', "{ broken", json.dumps({"@graph": [{"@id": "x"}, REVIEW]})),
        page(json.dumps(REVIEW | {"@type": ["Review", "ClaimReview"]}).replace("False", "Fal\tse")),
    ],
)
def test_it_reads_all_that_desks_and_search_engines_give(tmp_path: Path, document: object) -> None:
    assert run(tmp_path / "given", document) == (ONE_NEW, "")
    check = EarlierCheck.objects.get()
    assert (check.publisher, check.rating.replace(" ", "")) == ("Lantern Desk", "False")
    assert str(check.published_on) == "2026-02-03"
    assert AuditEvent.objects.get().action == "earlier_checks.import"


@pytest.mark.parametrize(
    ("changes", "publisher", "rating"),
    [
        ({"author": "Lantern Desk"}, "Lantern Desk", "False"),
        ({"author": [{"name": "Ida Bo"}, {"name": "Second"}]}, "Ida Bo", "False"),
        ({"author": None, "publisher": {"name": "Lantern"}}, "Lantern", "False"),
        ({"author": {"@id": "#us"}}, "lantern.example", "False"),
        ({"reviewRating": {"ratingValue": 2, "bestRating": 5}}, "Lantern Desk", "2 / 5"),
        ({"reviewRating": {"name": {"@value": "Salah"}}}, "Lantern Desk", "Salah"),
        ({"datePublished": "2026-02"}, "Lantern Desk", "False"),
        ({"datePublished": "last week"}, "Lantern Desk", "False"),
        ({"reviewBody": "a backslash: \\u0000"}, "Lantern Desk", "False"),
    ],
)
def test_who_checked_and_how_is_found_where_desks_put_it(
    tmp_path: Path, changes: dict[str, Any], publisher: str, rating: str
) -> None:
    run(tmp_path / "feed.json", REVIEW | changes)
    check = EarlierCheck.objects.get()
    assert (check.publisher, check.rating) == (publisher, rating)


def test_a_second_time_it_knows_them(tmp_path: Path) -> None:
    run(tmp_path / "feed.json", [REVIEW, REVIEW])
    said, _ = run(tmp_path / "feed.json", REVIEW)
    assert said == "0 imported, 0 brought up to date, 1 known already.\n"
    assert AuditEvent.objects.count() == 1


def test_a_rating_that_was_corrected_is_brought_up_to_date(tmp_path: Path) -> None:
    run(tmp_path / "feed.json", REVIEW)
    corrected = REVIEW | {"reviewRating": {"alternateName": "Half true"}}
    said, _ = run(tmp_path / "feed.json", corrected)
    assert said == "0 imported, 1 brought up to date, 0 known already.\n"
    check = EarlierCheck.objects.get()
    assert (check.rating, check.claim_review) == ("Half true", corrected)
    change = AuditEvent.objects.get(action="earlier_check.change")
    assert (change.before["rating"], change.after["rating"]) == ("False", "Half true")


@pytest.mark.parametrize(
    ("deleted", "left"),
    [
        ({"url": REVIEW["url"]}, []),
        ({"item": REVIEW}, []),
        ({"item": [REVIEW | {"claimReviewed": "Another claim."}]}, [REVIEW["claimReviewed"]]),
        ({"url": "\0\ud800"}, [REVIEW["claimReviewed"]]),
    ],
)
def test_what_its_desk_took_back_is_deleted_with_its_matches(
    tmp_path: Path, deleted: dict[str, Any], left: list[str]
) -> None:
    claim = make_claim(REVIEW["claimReviewed"])
    claim.vector = embed_statements([claim.text], ["en"])[0]
    claim.save()
    run(tmp_path / "feed.json", REVIEW)
    item = {"@type": "DataFeedItem", "dateDeleted": "2026-03-01"} | deleted
    said, _ = run(tmp_path / "feed.json", data_feed(item))
    assert list(EarlierCheck.objects.values_list("claim_reviewed", flat=True)) == left
    assert claim.earlier_checks.count() == len(left)
    assert ("1 was taken back" in said) == (not left)
    told = AuditEvent.objects.filter(action="earlier_check.withdraw")
    assert [event.before["matched"] for event in told] == ([] if left else [[claim.pk]])
    run(tmp_path / "feed.json", data_feed(item, REVIEW))
    assert EarlierCheck.objects.count() == 1


def test_rows_are_counted_as_the_file_has_them_also_behind_what_was_taken_back(
    tmp_path: Path,
) -> None:
    gone = {"@type": "DataFeedItem", "dateDeleted": "2026-03-01", "item": REVIEW}
    _, refused = run(tmp_path / "feed.json", data_feed(gone, REVIEW | {"url": ""}, REVIEW))
    assert refused.startswith("Row 2")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"url": ""}, "url"),
        ({"url": "ftp://lantern.example/quay"}, "url"),
        ({"claimReviewed": None}, "claimReviewed"),
        ({"reviewRating": {"ratingValue": 1}}, "reviewRating.alternateName"),
        ({"reviewRating": "False"}, "reviewRating.alternateName"),
        ({"claimReviewed": "long " * 1001}, "5000"),
        ({"url": "http://[", "author": None}, "url"),
        ({"url": "https://lantern.example/\ud800"}, "cannot be stored"),
        ({"author": {"name": "Lantern \udfff"}}, "cannot be stored"),
        ({"reviewBody": "half a \ud800"}, "cannot be stored"),
        ({"reviewBody": "a\0b"}, "cannot be stored"),
        ({"\0": "reviewBody"}, "cannot be stored"),
        ({"reviewRating": {"ratingValue": "2\0", "bestRating": 5}}, "cannot be stored"),
        ({"reviewRating": {"ratingValue": float("nan"), "bestRating": 5}}, "cannot be stored"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_left_out(
    tmp_path: Path, changes: dict[str, Any], named: str
) -> None:
    said, refused = run(tmp_path / "feed.json", [REVIEW, REVIEW | changes, "no object"])
    assert said == ONE_NEW
    assert refused.splitlines()[0].startswith("Row 2")
    assert named in refused.splitlines()[0]
    assert refused.splitlines()[1].startswith("Row 3")


def test_a_file_of_which_nothing_can_be_read_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="could be read"):
        run(tmp_path / "feed.json", [REVIEW | {"url": ""}])
    with pytest.raises(CommandError, match="no ClaimReview"):
        run(tmp_path / "feed.json", '"just a string"')
    with pytest.raises(CommandError, match="no JSON"):
        run(tmp_path / "feed.json", "{")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_factchecks", tmp_path / "missing.json")
    with pytest.raises(CommandError, match="not on the public internet"):
        call_command("import_factchecks", "http://127.0.0.1/checks")


def test_a_claim_that_is_there_already_meets_what_is_imported(tmp_path: Path) -> None:
    claim = make_claim("The harbour of Lantern City was closed by the council.")
    claim.vector = embed_statements([claim.text], ["en"])[0]
    claim.save()
    run(tmp_path / "feed.json", REVIEW | {"claimReviewed": claim.text})
    assert [match.outcome for match in claim.earlier_checks.all()] == ["same"]


def test_an_encoding_that_only_the_server_names_is_read(web_server: PageServer) -> None:
    claim = "新码头耗资五千五百万元。"
    block = page(json.dumps(REVIEW | {"claimReviewed": claim}, ensure_ascii=False))
    kind = "application/ld+json; charset=utf-8"
    for number, encoding in enumerate(("utf-8", "gb18030")):
        body = block.replace("Application/LD+JSON", kind).replace("quay", f"{number}")
        body = body.replace("Lantern Desk", f"Desk {number}")
        url = web_server.place(
            f"/{number}", body.encode(encoding), content_type=f"text/html; charset={encoding}"
        )
        call_command("import_factchecks", url, stdout=io.StringIO())
    assert list(EarlierCheck.objects.values_list("claim_reviewed", flat=True)) == [claim] * 2


@pytest.mark.parametrize("data", [b"", b"<", b"<!--", b"\xff\xfe<html>", b"<script>"])
def test_a_page_without_a_review_has_none(data: bytes) -> None:
    assert list(page_claim_reviews(data)) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"url": "http://www.lantern.example/checks/quay/"},
        {"url": "https://lantern.example/checks/quay?utm_source=feed&fbclid=7"},
        {"url": "https://lantern.example/checks/quay/amp"},
        {"url": "https://lantern.example/amp/checks/quay?amp=1", "datePublished": "2026-02-09"},
        {"claimReviewed": "“The NEW quay cost $55 million”"},
        {"claimReviewed": 'The ‘new’ quay cost "$55 million".'},
        {"url": "https://all-checks.example/4711"},
        {"url": "https://all-checks.example/4711", "author": "LANTERN desk"},
    ],
)
def test_one_review_under_several_addresses_and_in_two_feeds_is_one(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    run(tmp_path / "feed.json", REVIEW)
    said, _ = run(tmp_path / "other.json", [REVIEW | changes])
    assert said.startswith("0 imported")
    assert EarlierCheck.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"url": "https://lantern.example/checks/lamp"} | {"datePublished": "2026-02-04"},
        {"url": "https://other.example/1", "author": "Another Desk"},
        {"url": "https://other.example/1", "datePublished": None},
        {"claimReviewed": "The new quay cost $56 million."},
    ],
)
def test_another_review_is_another(tmp_path: Path, changes: dict[str, Any]) -> None:
    said, _ = run(tmp_path / "feed.json", [REVIEW, REVIEW | changes])
    assert said == "2 imported, 0 brought up to date, 0 known already.\n"
