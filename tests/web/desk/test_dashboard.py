"""The page of the dashboard, and its tables as CSV."""

from __future__ import annotations

import csv
import datetime
import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.web.dashboard_tables import TABLES
from tests.factories import make_item
from tests.walks import published_verdict

DASHBOARD = reverse("dashboard")


@pytest.fixture
def page(client: Client, fact_checker: User, editor: User) -> Client:
    """A client of the fact-checker, at a desk with one claim that waits and one verdict."""
    published_verdict(fact_checker, editor)
    make_item()
    client.force_login(fact_checker)
    return client


def lines_of(client: Client, name: str, query: str = "") -> list[dict[str, str]]:
    answer = client.get(reverse("dashboard-table", args=[name]) + query)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def test_every_chart_has_a_name_a_sentence_and_its_table(page: Client) -> None:
    html = page.get(DASHBOARD).content.decode()
    charts = re.findall(r'<svg class="chart" role="img" aria-labelledby="(\S+) (\S+)"', html)
    assert len(charts) == 5
    for title, seen in charts:
        assert re.search(rf'<title id="{title}">[^<]+</title><desc id="{seen}">[^<]+</desc>', html)
    for name in TABLES:
        assert reverse("dashboard-table", args=[name]) in html
    assert "<script>" not in html
    assert " style=" not in html


def test_an_empty_desk_is_told_what_will_be_here(client: Client, fact_checker: User) -> None:
    client.force_login(fact_checker)
    html = client.get(DASHBOARD).content.decode()
    assert "There is nothing to count yet" in html
    assert 'class="chart"' not in html


@pytest.mark.parametrize("name", TABLES)
def test_each_table_is_a_file_of_numbers(page: Client, name: str) -> None:
    rows = lines_of(page, name)
    assert rows
    assert all(re.fullmatch(r"-?[\d.]*", value) for row in rows for value in [*row.values()][1:])


def test_the_rows_of_a_file_are_named_by_codes_in_every_language(page: Client) -> None:
    for accept in ("en", "id"):
        page.defaults["HTTP_ACCEPT_LANGUAGE"] = accept
        states = [row["state"] for row in lines_of(page, "depth-states")]
        assert {"queued", "all"} <= set(states)
        assert [row["language"] for row in lines_of(page, "languages")] == ["en"]
        assert [row["from"] for row in lines_of(page, "flow")][-2:] == ["all", "before"]


def test_the_days_are_those_of_the_address(page: Client) -> None:
    rows = lines_of(page, "flow", "?since=2026-02-03&until=2026-02-05")
    assert [row["from"] for row in rows[:3]] == ["2026-02-03", "2026-02-04", "2026-02-05"]
    assert len(lines_of(page, "flow", "?period=7")) == 7 + 2
    assert len(lines_of(page, "flow", "?period=nonsense")) == 30 + 2


@pytest.mark.parametrize("odd", ["since=9999-12-31", "since=0001-01-01", "until=x", "period=-1"])
def test_days_that_make_no_sense_are_left_open(page: Client, odd: str) -> None:
    assert page.get(f"{DASHBOARD}?{odd}").status_code == 200


def test_a_long_period_is_drawn_by_week(page: Client) -> None:
    html = page.get(f"{DASHBOARD}?period=90").content.decode()
    assert "Inflow and outflow by week" in html
    assert 13 <= len(lines_of(page, "flow", "?period=90")) - 2 <= 14


def test_days_are_cut_in_the_zone_of_the_person(page: Client, fact_checker: User) -> None:
    fact_checker.time_zone = "Pacific/Kiritimati"  # 14 hours ahead of UTC
    fact_checker.save()
    today = timezone.now().astimezone(datetime.timezone(datetime.timedelta(hours=14))).date()
    assert lines_of(page, "flow", "?period=7")[6]["from"] == today.isoformat()
    assert "Pacific/Kiritimati" in page.get(DASHBOARD).content.decode()


def test_a_fact_checker_reads_of_nobody_else(page: Client, editor: User) -> None:
    editor.first_name, editor.last_name = "Kirana", "Wibowo"
    editor.save()
    assert "Kirana" not in page.get(DASHBOARD).content.decode()
    assert [row["person"] for row in lines_of(page, "people")] == ["checker", "median"]
    page.force_login(editor)
    assert [row["person"] for row in lines_of(page, "people")] == [
        "checker", "Kirana Wibowo", "median",
    ]  # fmt: skip


def test_a_name_that_a_spreadsheet_would_run_is_only_text(page: Client, editor: User) -> None:
    editor.first_name = "=1+1"
    editor.save()
    page.force_login(editor)
    assert "'=1+1" in {row["person"] for row in lines_of(page, "people")}
