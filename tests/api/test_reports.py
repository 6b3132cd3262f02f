"""Reports over the API, when their file cannot be sent."""

from __future__ import annotations

from rest_framework.test import APIClient

from factcheck import flow
from factcheck.accounts.models import User
from reviews.models import Report

REPORTS = "/api/v1/reports"
WISH = {"format": "csv", "spec": {"published_from": "2026-01-01", "published_to": "2026-01-31"}}


def test_a_report_without_a_file_answers_409_and_says_why(
    as_editor: APIClient, editor: User
) -> None:
    report = as_editor.post(REPORTS, WISH).data
    address = f"{REPORTS}/{report['id']}/download"
    waiting = as_editor.get(address)
    assert (waiting.status_code, waiting.data["code"]) == (409, "wrong_state")
    flow.build_report(report["id"])
    Report.objects.filter(pk=report["id"]).update(file="reports/gone.csv")
    gone = as_editor.get(address)
    assert (gone.status_code, gone.data["code"]) == (409, "file_gone")
