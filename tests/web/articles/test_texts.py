"""Signals and figures in words."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from claims.chat import reasons
from claims.extraction.score import WORDING
from claims.extraction.signals import SIGNALS
from claims.extraction.types import Quantity, Span
from claims.language_names import language_name
from claims.models.values import quantity_rows
from claims.web.figure_texts import figure_text
from claims.web.signal_texts import SIGNAL_TEXTS, signal_text


def row(
    value: float | None,
    unit: str = "USD",
    comparator: Any = "=",
    low: float | None = None,
    high: float | None = None,
) -> dict[str, Any]:
    [stored] = quantity_rows([Quantity(Span(0, 1), value, unit, comparator, low, high)])
    return stored


def test_every_signal_has_a_text_and_every_text_a_signal() -> None:
    chat = {f"{reasons.SIGNAL}_{reason}" for reason in (*reasons.FOR, *reasons.AGAINST)}
    assert set(SIGNAL_TEXTS) == {signal.id for signal in SIGNALS} | {WORDING} | chat


def test_a_signal_of_an_older_engine_is_shown_by_its_id() -> None:
    assert signal_text("retired_signal") == "retired_signal"


def test_a_wording_that_speaks_against_says_so() -> None:
    assert signal_text(WORDING, 0.4) == "reads like what people choose to check"
    assert signal_text(WORDING, -0.4) == "reads unlike what people choose to check"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        (row(5_500_000, comparator="~"), "about US$5.5 million"),
        (row(6_000_000, comparator="<"), "less than US$6 million"),
        (row(2_000, comparator=">="), "at least US$2,000"),
        (row(78.4, "%"), "78.4%"),
        (row(12_000, "orang"), "12,000 orang"),
        (row(3_200_000_000_000, "IDR"), "Rp3.2 trillion"),
        (row(40, "CHF"), "40 CHF"),
        (row(None, low=1e8, high=1e9), "US$100 million to US$1 billion"),
        (row(-2.5, "%"), "-2.5%"),
    ],
)
def test_a_figure_reads_as_a_person_writes_it(stored: dict[str, Any], shown: str) -> None:
    assert figure_text(stored) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("id", "US$5,5 juta"),
        ("zh-hans", "US$550万"),
        ("zh-hant", "US$550萬"),
    ],
)
def test_a_figure_counts_as_the_language_of_the_page_does(language: str, shown: str) -> None:
    with translation.override(language):
        assert figure_text(row(5_500_000)) == shown


@given(
    st.floats(min_value=-1e14, max_value=1e14, allow_nan=False),
    st.sampled_from(["USD", "%", "orang", "家公司", ""]),
    st.sampled_from(["en", "id", "zh-hans", "zh-hant"]),
)
def test_no_figure_breaks_the_page(value: float, unit: str, language: str) -> None:
    with translation.override(language):
        shown = figure_text(row(value, unit))
    assert any(sign.isdigit() for sign in shown)
    assert "e+" not in shown


def test_a_language_is_named_and_an_unknown_one_keeps_its_tag() -> None:
    assert language_name("zh-Hant") == "Traditional Chinese"
    assert language_name("en-AU") == "Australian English"
    assert language_name("qaa") == "qaa"
    assert language_name("und") == "unknown"
