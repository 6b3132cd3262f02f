"""Sketches: of equal texts equal, whatever the order they are compared in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.evidence.near_duplicates import (
    BANDS,
    Sketch,
    is_near_duplicate,
    likeness,
    sketch,
    unpacked,
)

WORDS = st.sampled_from(
    ["pelabuhan", "kapal", "harbour", "containers", "港口", "处理", "集装箱", "2.4", "%", "ท่าเรือ"]
)
TEXTS = st.lists(WORDS, min_size=30, max_size=120).map(" ".join).filter(sketch)
REPORT = " ".join(
    f"Kapal ke-{number} membawa {number * 37 % 101} peti kemas." for number in range(40)
)


def sketched(text: str) -> Sketch:
    found = sketch(text)
    assert found is not None
    return found


@given(TEXTS, TEXTS)
def test_likeness_is_the_same_both_ways_and_a_share(left: str, right: str) -> None:
    ours, theirs = sketched(left), sketched(right)
    assert likeness(ours, theirs) == likeness(theirs, ours)
    assert 0 <= likeness(ours, theirs) <= 1


@given(TEXTS)
def test_a_text_is_wholly_like_itself_in_other_writing_and_after_storing(text: str) -> None:
    ours = sketched(text)
    other = sketched(text.upper().replace(" ", "\u3000 "))
    stored = unpacked(ours.size, ours.packed)
    assert likeness(ours, other) == 1
    assert stored == ours
    assert stored.bands == ours.bands
    assert len(set(ours.bands)) == BANDS


def test_what_is_stored_today_is_found_tomorrow() -> None:
    assert sketched(REPORT).bands[:3] == [-2106116635, -1466158474, 1330501427]


def test_a_short_text_says_nothing() -> None:
    assert sketch("Ferries sank.") is None
    assert sketch("") is None


def test_a_report_within_a_much_longer_text_is_not_judged() -> None:
    digest = REPORT + " ".join(f"Berita lain nomor {number} hari ini." for number in range(600))
    assert not is_near_duplicate(sketched(REPORT), sketched(digest))
