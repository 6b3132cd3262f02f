"""Two statements beside each other: what differs is marked, what only looks different is not."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.evidence.side_by_side import Run, side_by_side

TEXT = st.text(st.sampled_from("ab 1.,𠮷猫狗不發发😀ā-\n"), max_size=40)


def marked(runs: Iterable[Run]) -> list[tuple[str, str]]:
    return [(run.kind, run.text) for run in runs if run.kind != "same"]


@pytest.mark.parametrize(
    ("left", "right", "on_the_left", "on_the_right"),
    [
        pytest.param(
            "喜欢猫不喜欢狗", "喜欢狗不喜欢猫",
            [("moved", "猫"), ("moved", "狗")], [("moved", "狗"), ("moved", "猫")],
            id="who is swapped, by characters",
        ),
        pytest.param(
            "The dam holds 5.2 million litres.", "The dam holds 5.7 million litres.",
            [("other", "5.2")], [("other", "5.7")],
            id="a figure is one word",
        ),
        pytest.param(
            "The dam holds.", "The dam does not hold.", [("other", "holds")],
            [("other", "does not hold")], id="a denial, with the blanks within it",
        ),
        pytest.param("縣府發布了報告", "县府发布了报告。", [], [], id="script and full stop"),
        pytest.param("Ｔｈｅ  DAM", "the dam", [], [], id="width, case and blanks"),
        pytest.param(
            "大坝在3月决堤", "大坝在5月没有决堤",
            [("other", "3")], [("other", "5"), ("other", "没有")], id="a month and a denial",
        ),
        pytest.param(
            "Seawater rose by 40 cm.", "Penjualan beras turun 12 persen",
            [("figure", "40")], [("figure", "12")], id="other words: their figures only",
        ),
    ],
)  # fmt: skip
def test_what_differs_is_marked_on_both_sides(
    left: str, right: str, on_the_left: object, on_the_right: object
) -> None:
    sides = side_by_side(left, right)
    assert marked(sides.left) == on_the_left
    assert marked(sides.right) == on_the_right


def test_what_stands_for_what_can_be_read_without_the_marks() -> None:
    sides = side_by_side("Rina paid 5 million to Budi.", "Budi paid 7 million to Rina.")
    assert sides.pairs == (("Rina", "Budi"), ("5", "7"), ("Budi", "Rina"))


@given(TEXT, TEXT)
def test_no_character_is_lost_and_both_ways_mark_alike(left: str, right: str) -> None:
    sides = side_by_side(left, right)
    assert "".join(run.text for run in sides.left) == left
    assert "".join(run.text for run in sides.right) == right
    assert marked(side_by_side(left, left).left) == []
