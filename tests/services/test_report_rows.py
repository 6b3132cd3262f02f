"""The rows of a report: which verdicts, what is in the cells, in which order, as of when."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import Article, ArticleSketch, Claim, Source
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from reviews.domain.report_spec import ReportSpec
from reviews.exports.columns import COLUMNS, columns_of
from reviews.exports.csv_file import neutral
from reviews.models import ItemTag, Rating, Scale, Tag, Verdict, VerdictStatus
from reviews.selectors import report_rows as selector
from reviews.selectors.report_rows import (
    ReportRows,
    report_count,
    report_verdicts,
)
from reviews.services.corrections import verdict_retract
from tests.factories import make_appearance, make_article, make_item, make_source, make_version
from tests.walks import published_verdict

NOON = datetime.datetime(2026, 3, 9, 12, 0, 0, 700_000, tzinfo=datetime.UTC)
ONE_DAY = datetime.timedelta(days=1)
DIFFERING = [
    ("id", "Rini", "false"),
    ("en", "", "true"),
    ("zh-Hant", "王委員", "false"),
    ("id", "", "unproven"),
]
Desk = list[Verdict]


@pytest.fixture
def desk(fact_checker: User, editor: User) -> Desk:
    """Four published verdicts, a day apart, that differ in all that can be chosen."""
    made = []
    for number, (language, speaker, rating) in enumerate(DIFFERING):
        verdict = published_verdict(fact_checker, editor)
        Claim.objects.filter(pk=verdict.claim_id).update(language=language, speaker=speaker)
        Verdict.objects.filter(pk=verdict.pk).update(
            published_at=NOON + number * ONE_DAY, rating=Rating.objects.get(slug=rating)
        )
        made.append(verdict)
    for verdict, outlet in [
        (made[0], "Suara Teluk"),
        (made[0], "Port Post"),
        (made[2], "Port Post"),
    ]:
        make_appearance(verdict.claim, article=make_article(outlet=outlet))
    tag = Tag.objects.create(name="harbours", added_by=editor)
    ItemTag.objects.create(item=made[3].item, tag=tag)
    return made


def claims(spec: ReportSpec, **options: Any) -> list[Any]:
    options = {"as_of": NOON + 30 * ONE_DAY} | options
    spec = ReportSpec.from_json(spec.to_json() | {"columns": ["claim_id"]})
    return [row[0] for row in ReportRows(spec, **options)]


def test_a_page_that_has_the_claim_in_several_versions_is_listed_once(desk: Desk) -> None:
    claim = desk[1].claim
    first = make_article("The mill ground 88 thousand tons of rice.", outlet="Mill Post")
    second = make_version(first, "The mill ground 88 thousand tons of rice in April.")
    silent = make_version(second, "The mill ground rice in April, its owner said.")
    for article in (first, second):
        make_appearance(claim, article=article)
    make_appearance(desk[2].claim, article=first, end=10)
    make_appearance(desk[2].claim, article=silent, end=10)
    ArticleSketch.objects.create(article=silent, original=first, size=0, minima=b"", bands=[])
    spec = ReportSpec(columns=("claim_id", "outlets", "articles", "texts"))
    found = {row[0]: row[1:] for row in ReportRows(spec, as_of=NOON + 30 * ONE_DAY)}
    assert found[claim.pk] == (("Mill Post",), (second.url,), 1)
    # Of another claim the version between says nothing: it was made in both.
    assert found[desk[2].claim_id][0] == ("Port Post", "Mill Post", "Mill Post")
    assert found[desk[2].claim_id][2] == 2  # the last is a copy of the one before it


def test_an_outlet_that_is_not_known_has_a_sign_no_spreadsheet_reads_as_a_formula(
    desk: Desk,
) -> None:
    pasted = make_article("The mill ground 88 thousand tons of rice.")
    Article.objects.filter(pk=pasted.pk).update(source=None, url="")
    make_appearance(desk[1].claim, article=pasted)
    spec = ReportSpec(columns=("claim_id", "outlets", "articles"))
    found = {row[0]: row[1:] for row in ReportRows(spec, as_of=NOON + 30 * ONE_DAY)}
    assert found[desk[1].claim_id] == (("–",), ("–",))
    assert neutral("–") == "–"


def test_each_filter_leaves_what_it_names(desk: Desk, fact_checker: User, editor: User) -> None:
    outlet = Source.objects.get(name="Port Post").pk
    day = NOON.date()
    for spec, expected in [
        (ReportSpec(), [0, 1, 2, 3]),
        (ReportSpec(published_from=day + ONE_DAY, published_to=day + 2 * ONE_DAY), [1, 2]),
        (ReportSpec(published_to=day), [0]),
        (ReportSpec(published_from=day + ONE_DAY, time_zone="Pacific/Kiritimati"), [0, 1, 2, 3]),
        (ReportSpec(ratings=("false",)), [0, 2]),
        (ReportSpec(languages=("id", "en")), [0, 1, 3]),
        (ReportSpec(speakers=("王委員",)), [2]),
        (ReportSpec(outlets=(outlet,)), [0, 2]),
        (ReportSpec(outlets=(make_source().pk,)), []),
        (ReportSpec(topics=("harbours",)), [3]),
        (ReportSpec(reviewers=(fact_checker.pk,)), [0, 1, 2, 3]),
        (ReportSpec(reviewers=(editor.pk,)), []),
        (ReportSpec(ratings=("false",), languages=("id",)), [0]),
        (ReportSpec(statuses=("superseded", "retracted")), []),
    ]:
        wanted = [desk[number].claim_id for number in expected]
        assert claims(spec) == wanted, spec
        assert report_count(spec, as_of=NOON + 30 * ONE_DAY) == len(expected)
        found = report_verdicts(spec, as_of=NOON + 30 * ONE_DAY)
        assert [verdict.claim_id for verdict in found] == wanted


def test_the_cells_are_what_the_verdict_s_page_shows(desk: Desk) -> None:
    rows = list(ReportRows(ReportSpec(), as_of=NOON + 30 * ONE_DAY))
    for row, verdict in zip(rows, report_verdicts(ReportSpec()), strict=True):
        cells = dict(zip((column.name for column in COLUMNS), row, strict=True))
        articles = sorted(verdict.claim.appearances.all(), key=lambda each: each.article_id)
        assert verdict.published_at is not None
        assert verdict.approver is not None
        assert cells == {
            "claim_id": verdict.claim_id,
            "version": 1,
            "status": "published",
            "published_at": verdict.published_at.replace(microsecond=0),
            "true_as_of": verdict.true_as_of,
            "rating": verdict.rating.label_in("en"),
            "rating_number": verdict.rating.number,
            "claim": verdict.claim.text,
            "claim_language": verdict.claim.language,
            "speaker": verdict.claim.speaker,
            "summary": verdict.summary,
            "explanation": verdict.explanation,
            "outlets": tuple(each.article.source.name for each in articles if each.article.source),
            "articles": tuple(each.article.url for each in articles),
            "texts": len({each.article_id for each in articles}),
            "evidence": tuple(each["url"] for each in verdict.evidence),
            "topics": tuple(each.tag.name for each in verdict.item.item_tags.all()),
            "author": verdict.author.shown_name,
            "approver": verdict.approver.shown_name,
            "correction_note": "",
            "retraction_note": "",
            "content_sha256": verdict.content_hash,
            "url": f"{settings.SITE_URL}{reverse('verdict-detail', args=[verdict.claim_id])}",
        }


def test_a_time_is_the_same_moment_wherever_the_report_is_asked_for(desk: Desk) -> None:
    spec = ReportSpec(columns=("published_at",))
    here = list(ReportRows(spec))
    with timezone.override("Asia/Jakarta"):
        assert list(ReportRows(spec)) == here


def test_labels_are_in_the_language_asked_for(desk: Desk) -> None:
    label = Rating.objects.get(slug="false").labels["zh-hant"]
    spec = ReportSpec(columns=("rating",), ratings=("false",))
    assert list(ReportRows(spec, language="zh-Hant")) == [(label,), (label,)]


def test_rows_are_those_of_a_moment(desk: Desk, editor: User) -> None:
    moment = timezone.now()
    verdict_retract(verdict=desk[0], actor=editor, note="The table was misread.")
    later = Verdict.objects.get(pk=desk[1].pk)
    Verdict.objects.filter(pk=later.pk).update(status=VerdictStatus.SUPERSEDED)
    later.pk, later.version, later.item = None, 2, make_item(later.claim)
    later.published_at = timezone.now()
    later.save()
    columns = ReportSpec(
        columns=("status", "retraction_note"), statuses=("published", "superseded", "retracted")
    )
    assert list(ReportRows(columns, as_of=moment)) == [("published", "")] * 4
    assert list(ReportRows(columns)) == [
        ("retracted", "The table was misread."),
        ("superseded", ""),
        ("published", ""),
        ("published", ""),
        ("published", ""),
    ]
    before = report_verdicts(columns, as_of=moment)
    assert {verdict.status for verdict in before} == {"published"}


def test_the_rows_behind_a_verdict_are_the_rest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selector, "FIRST_ROWS", 1)
    monkeypatch.setattr(selector, "ROWS_AT_ONCE", 2)
    for group_by in ("", "language"):
        spec = ReportSpec(group_by=group_by)
        everything = claims(spec)
        by_id = {verdict.pk: verdict.claim_id for verdict in desk}
        by_claim = {verdict.claim_id: verdict.pk for verdict in desk}
        for number, claim in enumerate(everything, start=1):
            assert claims(spec, after=by_claim[claim]) == everything[number:]
        rows = ReportRows(spec, as_of=NOON + 30 * ONE_DAY).with_ids()
        assert [by_id[pk] for pk, _row in rows] == everything


def test_a_preview_reads_no_more_ids_than_rows(desk: Desk) -> None:
    spec = ReportSpec(group_by="language", columns=("claim_id",))
    with CaptureQueriesContext(connection) as asked:
        rows = ReportRows(spec, as_of=NOON + 30 * ONE_DAY).first(2)
    assert rows == [(claim,) for claim in claims(spec)[:2]]
    assert "LIMIT 2" in asked[0]["sql"]


def test_rows_are_grouped_by_what_was_asked(desk: Desk) -> None:
    for group_by, expected in [
        ("rating", [3, 0, 2, 1]),
        ("language", [1, 0, 3, 2]),
        ("status", [0, 1, 2, 3]),
        ("month", [0, 1, 2, 3]),
        ("speaker", [1, 3, 0, 2]),
        ("outlet", [2, 0, 1, 3]),
    ]:
        wanted = [desk[number].claim_id for number in expected]
        assert claims(ReportSpec(group_by=group_by)) == wanted, group_by


def test_a_column_nobody_knows_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        columns_of(ReportSpec(columns=("claim", "weather")))
    assert refusal.value.field == "columns"


def test_more_rows_take_no_more_queries(desk: Desk) -> None:
    with CaptureQueriesContext(
        connection,
    ) as one:
        list(ReportRows(ReportSpec(published_to=NOON.date())))
    with CaptureQueriesContext(connection) as four:
        list(ReportRows(ReportSpec()))
    assert len(four) == len(one)


def test_a_rating_of_an_older_scale_keeps_its_label(desk: Desk) -> None:
    scale = Scale.objects.create(version=99, worst=1, best=3)
    own = Rating.objects.create(
        scale=scale,
        slug="own",
        number=1,
        colour="#000000",
        labels={"en": "Own"},
        definitions={"en": "Ours alone."},
    )
    Verdict.objects.filter(pk=desk[0].pk).update(rating=own)
    spec = ReportSpec(columns=("rating", "rating_number"), ratings=("own",))
    assert list(ReportRows(spec, language="id")) == [("Own", 1)]
