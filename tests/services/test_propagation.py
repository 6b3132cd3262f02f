"""Who got a version that does not stand any more."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.domain.report_spec import ReportSpec
from reviews.models import DeliveryStatus, Report, Verdict, WebhookDelivery
from reviews.selectors import propagation as propagation_module
from reviews.selectors.propagation import propagation_of
from reviews.services.corrections import verdict_retract
from reviews.services.exports import export_note
from reviews.services.report_building import report_begin, report_build
from reviews.services.report_wishes import ReportWish
from reviews.services.reports import report_note_download, report_request
from reviews.services.webhooks import webhook_add
from tests.walks import published_verdict
from tests.web.public.test_verdict_pages import corrected

ALL = ("verdict.published", "verdict.corrected", "verdict.retracted")


@pytest.fixture(autouse=True)
def local_receivers(settings: Any) -> None:
    """Let webhooks be added that nobody sends to here."""
    settings.WEBHOOK_ALLOW_HOSTS = ["127.0.0.1"]


def built_report(editor: User, format: str = "csv", **filters: Any) -> Report:
    spec = ReportSpec.from_json({"time_zone": "UTC", **filters})
    report = report_request(actor=editor, wish=ReportWish(spec=spec, format=format))
    token = report_begin(report_id=report.pk)
    assert token is not None
    return report_build(report_id=report.pk, token=token)


def delivered() -> None:
    """Say of every delivery that it has arrived."""
    WebhookDelivery.objects.filter(delivered_at=None).update(
        status=DeliveryStatus.DELIVERED, due_at=None, delivered_at=timezone.now()
    )


def test_a_verdict_that_stands_alone_is_outdated_nowhere(fact_checker: User, editor: User) -> None:
    assert propagation_of(published_verdict(fact_checker, editor)) is None


def test_a_correction_names_the_webhooks_and_reports_that_have_the_old_version(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    for number in (1, 2):
        webhook_add(actor=editor, url=f"http://127.0.0.1/{number}", events=ALL)
    built_report(editor)  # before it was published
    first = published_verdict(fact_checker, editor)
    delivered()
    holding = [built_report(editor, each) for each in ("csv", "jsonld")]
    built_report(editor, ratings=["true"])  # which the verdict is not
    report_note_download(report=holding[0], actor=editor)
    second = corrected(first, second_checker, editor, "The table was revised.")
    built_report(editor)  # holds version 1 as superseded, and says so
    told = WebhookDelivery.objects.filter(delivered_at=None).earliest("id")
    WebhookDelivery.objects.filter(pk=told.pk).update(
        status=DeliveryStatus.DELIVERED, due_at=None, delivered_at=timezone.now()
    )
    found = propagation_of(second)
    assert found is not None
    assert found.versions == (1,)
    known = {receipt.url for receipt in found.webhooks if receipt.told_at}
    assert len(found.webhooks) == 2
    assert known == {told.endpoint.url}
    assert [receipt.report.pk for receipt in found.reports] == [each.pk for each in holding[::-1]]
    assert [len(receipt.downloads) for receipt in found.reports] == [0, 1]
    assert found.reports[1].downloads[0].name == editor.shown_name
    assert found.is_whole


def test_a_retraction_names_who_has_what_was_retracted(
    fact_checker: User, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    webhook_add(actor=editor, url="http://127.0.0.1/1", events=ALL)
    verdict = published_verdict(fact_checker, editor)
    delivered()
    reports = [built_report(editor) for _ in range(3)]
    verdict_retract(verdict=verdict, actor=editor, note="Wrong table.")
    gone = Verdict.objects.get(pk=verdict.pk)
    found = propagation_of(gone)
    assert found is not None
    assert [receipt.told_at for receipt in found.webhooks] == [None]
    assert len(found.reports) == 3
    delivered()
    monkeypatch.setattr(propagation_module, "LOOKED_AT", 2)
    later = propagation_of(gone)
    assert later is not None
    assert later.webhooks[0].told_at is not None
    assert ([each.report for each in later.reports], later.is_whole) == (reports[:0:-1], False)


def exported(editor: User, **filters: Any) -> None:
    """Note an export of this moment."""
    spec = ReportSpec.from_json({"time_zone": "UTC", **filters})
    export_note(actor=editor, spec=spec, format="csv", as_of=timezone.now())


def test_exports_over_the_api_are_named_that_held_the_version(
    fact_checker: User, editor: User, administrator: User
) -> None:
    exported(editor)  # before it was published
    verdict = published_verdict(fact_checker, editor)
    day = timezone.now().date().isoformat()
    exported(administrator, published_from=day, published_to=day)
    exported(editor, ratings=["true"])  # which the verdict is not
    exported(editor, published_to="2020-01-01")
    verdict_retract(verdict=verdict, actor=editor, note="Wrong table.")
    exported(editor)  # says that it was retracted
    found = propagation_of(Verdict.objects.get(pk=verdict.pk))
    assert found is not None
    assert [each.name for each in found.exports] == [administrator.shown_name]
    assert (found.exports[0].version, found.exports[0].format) == (1, "csv")


def test_more_reports_and_exports_ask_the_database_no_more_often(
    fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    verdict_retract(verdict=verdict, actor=editor, note="Wrong table.")
    asked = []
    for number in range(2):
        for tags in (["a"], ["b"], ["a", "b"]):
            exported(editor, topics=[*tags, str(number)])
        built_report(editor, speakers=[str(number)])
        Verdict.objects.update(retracted_at=timezone.now())  # it stood until now
        gone = Verdict.objects.get(pk=verdict.pk)
        with CaptureQueriesContext(connection) as queries:
            propagation_of(gone)
        asked.append(len(queries))
    assert asked[0] == asked[1] < 8
