"""Published verdicts as rows and as ClaimReview, with everything a reader needs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

from django.utils import timezone

from claims.models import Claim
from factcheck.accounts.models import User
from reviews.domain.report_spec import ReportSpec
from reviews.exports.claim_review import claim_review, write_jsonld
from reviews.exports.columns import COLUMNS
from reviews.exports.csv_file import write_csv
from reviews.exports.table import Table
from reviews.models import QueueItem, Verdict
from reviews.selectors.report_rows import ReportRows
from reviews.services.corrections import verdict_retract
from reviews.services.verdicts import verdict_publish
from tests.factories import make_appearance, make_article, make_evidence, make_item
from tests.walks import REVIEW, declined_reply, published_verdict, review, sign_off

EVERYTHING = ReportSpec()
HOSTILE = '=cmd|"/c calc"!A1, "quoted"\r\n第二行 🧾'


def table(spec: ReportSpec = EVERYTHING) -> Table:
    return Table("", COLUMNS, ReportRows(spec), spec, timezone.now())


def as_rows() -> list[dict[str, str]]:
    file = io.BytesIO()
    write_csv(table(), file)
    text = file.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def as_reviews(spec: ReportSpec = EVERYTHING) -> list[dict[str, Any]]:
    file = io.BytesIO()
    assert write_jsonld(table(spec), file) == file.getvalue().count(b"ClaimReview")
    return list(json.loads(file.getvalue())["dataFeedElement"])


def item_with_appearance(checker: User) -> QueueItem:
    item = make_item()
    Claim.objects.filter(pk=item.claim_id).update(language="id", speaker="Rini Astuti")
    declined_reply(item, checker, "Rini Astuti")
    article = make_article("Dermaga baru menelan $31 juta, kata Rini Astuti.", outlet="Suara Teluk")
    make_appearance(item.claim, article=article)
    return QueueItem.objects.get(pk=item.pk)


def test_a_row_names_claim_rating_outlets_people_and_evidence(
    fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor, item_with_appearance(fact_checker))
    (row,) = as_rows()
    assert row["claim"] == verdict.claim.text
    assert (row["rating"], row["rating_number"]) == ("Mostly false", "2")
    assert (row["outlets"], row["speaker"], row["claim_language"]) == (
        "Suara Teluk", "Rini Astuti", "id",
    )  # fmt: skip
    assert (row["author"], row["approver"]) == ("checker", "editor")
    assert row["evidence"] == verdict.evidence[0]["url"]


def test_text_that_looks_like_a_formula_or_a_row_stays_one_cell(
    fact_checker: User, editor: User
) -> None:
    item = make_item()
    make_evidence(item.claim, fact_checker)
    review(item, fact_checker, replace(REVIEW, rationale=HOSTILE))
    verdict_publish(verdict=sign_off(Verdict.objects.get(), editor), actor=editor)
    (row,) = as_rows()
    assert row["explanation"] == f"'{HOSTILE}"


def test_a_claim_review_has_what_readers_of_schema_org_ask_for(
    fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor, item_with_appearance(fact_checker))
    (found,) = as_reviews()
    assert found["claimReviewed"] == verdict.claim.text
    assert found["itemReviewed"]["author"]["name"] == "Rini Astuti"
    assert found["itemReviewed"]["inLanguage"] == "id"
    assert found["itemReviewed"]["firstAppearance"]["url"].startswith("https://gazette.example/")
    assert found["reviewRating"]["ratingValue"] == 2
    assert (found["reviewRating"]["worstRating"], found["reviewRating"]["bestRating"]) == (1, 5)
    assert found["citation"][0]["publisher"]["name"] == "Bureau of Statistics"
    assert str(verdict.claim_id) in found["url"]


def test_a_rating_beside_the_scale_has_a_name_and_no_number(
    fact_checker: User, editor: User
) -> None:
    item = make_item()
    make_evidence(item.claim, fact_checker)
    review(item, fact_checker, replace(REVIEW, rating="unproven"))
    verdict_publish(verdict=sign_off(Verdict.objects.get(), editor), actor=editor)
    (found,) = as_reviews()
    assert found["reviewRating"]["alternateName"] == "Unproven"
    assert "ratingValue" not in found["reviewRating"]


def test_the_published_evidence_is_shown_although_it_was_removed_later(
    fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    verdict.claim.evidence.update(removed_at=verdict.published_at, removed_by=editor)
    assert len(claim_review(Verdict.objects.get(pk=verdict.pk))["citation"]) == 1


def test_a_feed_of_what_was_retracted_is_empty(fact_checker: User, editor: User) -> None:
    valid, wrong = published_verdict(fact_checker, editor), published_verdict(fact_checker, editor)
    verdict_retract(verdict=wrong, actor=editor, note="Wrong table.")
    both = ReportSpec(statuses=("retracted", "published"))
    assert [each["claimReviewed"] for each in as_reviews(both)] == [valid.claim.text]
    assert as_reviews(ReportSpec(statuses=("retracted",))) == []
