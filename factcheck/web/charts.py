"""Lines and bars as geometry for SVG that the server draws, light and dark, without a script.

Ours: pygal wants its script or colours of its own, leather sets sizes and colours in the picture,
svgwrite only writes tags; none draws for a phone and a desk at once. Pure: across, all is in
percent of whatever width there is, down in pixels, so that words keep their size at any width.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

PLOT_TOP, PLOT_HEIGHT, BELOW = 18, 170, 26  # pixels
ROW_HEIGHT, BAR_TOP, BAR_HEIGHT = 44, 20, 14
MOST_TICKS = 4
MOST_LABELS = 6
MOST_MARKERS = 40  # more would be a blur
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across at a value; `y` in pixels."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Place:
    """A label under the chart; `x` in percent, `anchor` as SVG has it."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """One series: runs of points ("0,12 250,40", across to 1000) and its markers in percent, px.

    `style` numbers what it is drawn with (colour, dashes, marker), from 1.
    """

    label: str
    style: int
    runs: Sequence[str]
    markers: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class LineChart:
    """Series over the same steps."""

    height: int
    plot_top: int
    plot_height: int
    ticks: Sequence[Tick]
    places: Sequence[Place]
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar, in percent across; `style` as of a line."""

    x: float
    width: float
    style: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label above; pixels down."""

    label: str
    value: str
    label_y: int
    y: int
    parts: Sequence[Part]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars of one scale, one under the other; `legend` names the parts of each."""

    height: int
    bar_height: int
    bars: Sequence[Bar]
    legend: Sequence[tuple[int, str]]


def nice_step(most: float) -> float:
    """Return a round step of at most MOST_TICKS from 0 to `most`: 1, 2, 2.5 or 5 times 10 ** n."""
    rough = most / MOST_TICKS
    if not rough > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in STEPS if step * power >= rough * (1 - 1e-9))


def scale(most: float, *, whole: bool = True) -> list[float]:
    """Return the values of the ticks, from 0 to at least `most`; `whole` for what is counted."""
    step = nice_step(most)
    if whole:
        step = max(1.0, math.ceil(step))
    count = max(1, math.ceil(most / step - 1e-9))
    return [number * step for number in range(count + 1)]


def line_chart(
    labels: Sequence[str],
    series: Sequence[tuple[str, Sequence[float | None]]],
    *,
    shown: Callable[[float], str],
    whole: bool = True,
) -> LineChart:
    """Return a line per series of as many values as there are labels; a gap where it is None."""
    most = max((value for _label, values in series for value in values if value), default=0)
    ticks = scale(most, whole=whole)
    top = ticks[-1]
    return LineChart(
        height=PLOT_TOP + PLOT_HEIGHT + BELOW,
        plot_top=PLOT_TOP,
        plot_height=PLOT_HEIGHT,
        ticks=[Tick(round(PLOT_TOP + _down(value, top), 1), shown(value)) for value in ticks],
        places=list(_places(labels)),
        lines=[
            _line(label, style, values, top)
            for style, (label, values) in enumerate(series, start=1)
        ],
    )


def bar_chart(
    rows: Sequence[tuple[str, str, Sequence[float]]],
    legend: Sequence[str] = (),
    *,
    most: float | None = None,
) -> BarChart:
    """Return a bar of stacked parts for each (label, value in words, values); `most` fills it."""
    longest = most or max((sum(values) for _label, _text, values in rows), default=0) or 1.0
    return BarChart(
        height=ROW_HEIGHT * len(rows),
        bar_height=BAR_HEIGHT,
        bars=[
            Bar(
                label=label,
                value=text,
                label_y=number * ROW_HEIGHT + BAR_TOP - 6,
                y=number * ROW_HEIGHT + BAR_TOP,
                parts=list(_parts(values, longest)),
            )
            for number, (label, text, values) in enumerate(rows)
        ],
        legend=list(enumerate(legend, start=1)),
    )


def _parts(values: Sequence[float], longest: float) -> Iterator[Part]:
    x = 0.0
    for style, value in enumerate(values, start=1):
        width = 100 * value / longest
        if value:
            yield Part(round(x, 3), round(width, 3), style)
        x += width


def _line(label: str, style: int, values: Sequence[float | None], top: float) -> Line:
    points = [
        None if value is None else (_across(number, len(values)), _down(value, top))
        for number, value in enumerate(values)
    ]
    markers = [(round(x, 2), round(y + PLOT_TOP, 1)) for x, y in filter(None, points)]
    return Line(label, style, list(_runs(points)), markers if len(markers) <= MOST_MARKERS else [])


def _runs(points: Sequence[tuple[float, float] | None]) -> Iterator[str]:
    run: list[str] = []
    for point in [*points, None]:
        if point is not None:
            run.append(f"{point[0] * 10:.1f},{point[1]:.1f}")
        elif run:
            yield " ".join(run)
            run = []


def _across(number: int, count: int) -> float:
    """Return percent from the left, beside the ticks; a single step stands in the middle."""
    return 50.0 if count == 1 else 8 + 90.5 * number / (count - 1)


def _down(value: float, top: float) -> float:
    return PLOT_HEIGHT * (1 - value / top)


def _places(labels: Sequence[str]) -> Iterator[Place]:
    every = max(1, math.ceil((len(labels) - 1) / (MOST_LABELS - 1)))
    for number in range(0, len(labels), every):
        x = _across(number, len(labels))
        anchor = "start" if x < 10 else "end" if x > 95 else "middle"
        yield Place(round(x, 2), labels[number], anchor)
