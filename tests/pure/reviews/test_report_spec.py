"""What a report is made of is kept as JSON, and refused by the name of the field."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.report_spec import GROUPS, STATUSES, ReportSpec, SpecRefused

LETTERS = st.characters(codec="utf-8", exclude_characters="\x00")
TEXTS = st.lists(st.text(LETTERS, max_size=20)).map(tuple)
IDS = st.lists(st.integers(1, 2**63 - 1)).map(tuple)
DAY = datetime.date(2026, 3, 9)
SPECS = st.builds(
    ReportSpec,
    published_from=st.none() | st.dates(datetime.date(1600, 1, 1), DAY),
    published_to=st.none() | st.dates(DAY, datetime.date(2200, 12, 31)),
    time_zone=st.sampled_from(["UTC", "Asia/Jakarta", "Asia/Shanghai"]),
    ratings=TEXTS,
    languages=TEXTS,
    outlets=IDS,
    topics=TEXTS,
    speakers=TEXTS,
    reviewers=IDS,
    statuses=st.lists(st.sampled_from(STATUSES), min_size=1, unique=True).map(tuple),
    columns=TEXTS,
    group_by=st.sampled_from(["", *GROUPS]),
    byte_order_mark=st.booleans(),
)


@given(SPECS)
def test_a_specification_comes_back_from_its_json(spec: ReportSpec) -> None:
    assert ReportSpec.from_json(json.loads(json.dumps(spec.to_json()))) == spec


def test_what_is_left_out_is_left_open() -> None:
    assert ReportSpec.from_json({}) == ReportSpec()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("colour", "red"),
        ("published_from", "9 March"),
        ("published_to", 20260309),
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "../../etc/passwd"),
        ("ratings", "false"),
        ("ratings", [1]),
        ("speakers", ["a\x00b"]),
        ("topics", ["half \ud83c"]),
        ("columns", ["\udfff"]),
        ("\ud800", 1),
        ("speakers", ["a" * 201]),
        ("outlets", ["1"]),
        ("outlets", [True]),
        ("reviewers", [0]),
        ("topics", ["x"] * 501),
        ("statuses", []),
        ("statuses", ["draft"]),
        ("group_by", "weather"),
        ("byte_order_mark", "yes"),
    ],
)
def test_what_cannot_be_is_refused_by_the_name_of_its_field(field: str, value: Any) -> None:
    with pytest.raises(SpecRefused) as refusal:
        ReportSpec.from_json({field: value})
    assert refusal.value.field == field


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(SpecRefused) as refusal:
        ReportSpec(published_from=DAY, published_to=DAY - datetime.timedelta(days=1))
    assert refusal.value.field == "published_to"
