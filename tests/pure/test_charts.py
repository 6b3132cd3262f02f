"""Charts are drawn to scale, and say nothing that is not in the numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.web.charts import MOST_TICKS, PLOT_HEIGHT, bar_chart, line_chart, nice_step, scale

AMOUNTS = st.floats(min_value=0, max_value=1e9, allow_subnormal=False).filter(
    lambda value: value == 0 or value > 1e-6
)


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (7, [0, 2, 4, 6, 8]),
        (10, [0, 3, 6, 9, 12]),
        (180, [0, 50, 100, 150, 200]),
        (1001, [0, 500, 1000, 1500]),
    ],
)
def test_ticks_of_counts_are_round_and_whole(most: float, ticks: list[float]) -> None:
    assert scale(most) == ticks


@given(AMOUNTS)
def test_the_scale_reaches_the_highest_value_in_few_steps(most: float) -> None:
    ticks = scale(most, whole=False)
    assert ticks[0] == 0
    assert ticks[-1] >= most * (1 - 1e-6)
    assert 2 <= len(ticks) <= MOST_TICKS + 1
    assert nice_step(most) > 0


@given(st.lists(st.none() | AMOUNTS, min_size=1, max_size=60))
def test_every_value_is_drawn_once_inside_the_plot(values: list[float | None]) -> None:
    labels = [str(number) for number in range(len(values))]
    chart = line_chart(labels, [("claims", values)], shown=str, whole=False)
    points = [
        tuple(map(float, point.split(","))) for run in chart.lines[0].runs for point in run.split()
    ]
    assert len(points) == sum(value is not None for value in values)
    assert all(0 <= x <= 1000 and -0.1 <= y <= PLOT_HEIGHT for x, y in points)
    assert [x for x, _y in points] == sorted(x for x, _y in points)


def test_a_gap_parts_a_line_and_a_zero_does_not() -> None:
    chart = line_chart(list("abcd"), [("claims", [1, None, 0, 2])], shown=str)
    assert [len(run.split()) for run in chart.lines[0].runs] == [1, 2]


@given(st.lists(st.lists(AMOUNTS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_parts_of_a_bar_follow_on_each_other_and_none_is_longer_than_the_chart(
    rows: list[list[float]],
) -> None:
    chart = bar_chart([("queued", "12", values) for values in rows])
    for bar, values in zip(chart.bars, rows, strict=True):
        at = 0.0
        assert len(bar.parts) == sum(value > 0 for value in values)
        for part in bar.parts:
            assert part.x == pytest.approx(at, abs=0.01)
            at = part.x + part.width
        assert at <= 100.01
