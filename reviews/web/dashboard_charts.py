"""The charts of the dashboard, each with what one would see in it, said in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.language_names import language_name
from factcheck.web.charts import BarChart, LineChart, bar_chart, line_chart
from reviews.domain.happenings import Happening, Passing
from reviews.domain.states import State
from reviews.domain.waiting import Waiting
from reviews.models.queue import STATE_LABELS
from reviews.selectors.dashboard import Dashboard
from reviews.selectors.dashboard_flow import inflow, outflow
from reviews.selectors.dashboard_times import Took
from reviews.web.dashboard_tables import TABLES, Table
from reviews.web.dashboard_words import (
    AGES,
    HOUR,
    PASSINGS,
    duration,
    middle,
    number,
    share,
    step_label,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, its sentence and the table behind it; `lines` or `bars`, or neither."""

    title: str
    seen: str
    table: Table
    lines: LineChart | None = None
    bars: BarChart | None = None


def depth_figures(found: Dashboard) -> list[Figure]:
    """Return what waits, by state and by language, split by age."""
    states = [(str(STATE_LABELS[State(name)]), part) for name, part in found.depth.states]
    languages = [(language_name(tag), part) for tag, part in found.depth.languages]
    return [
        Figure(
            _("What waits now, by state"),
            _waits(found.depth.all),
            TABLES["depth-states"](found),
            bars=_aged(states),
        ),
        Figure(
            _("What waits now, by language"),
            _most(languages),
            TABLES["depth-languages"](found),
            bars=_aged(languages),
        ),
    ]


def flow_figure(found: Dashboard) -> Figure:
    """Return what came into the queue and what left it, step by step."""
    steps = found.flow.steps
    totals, before = found.flow.totals, found.flow.before
    seen = ngettext(
        "Came into the queue: %(came)s; left it: %(left)s; in the %(days)s day before: "
        "%(came_before)s and %(left_before)s.",
        "Came into the queue: %(came)s; left it: %(left)s; in the %(days)s days before: "
        "%(came_before)s and %(left_before)s.",
        found.window.days,
    ) % {
        "came": number(inflow(totals)),
        "left": number(outflow(totals)),
        "days": number(found.window.days),
        "came_before": number(inflow(before)),
        "left_before": number(outflow(before)),
    }
    title = (
        _("Inflow and outflow by week")
        if found.window.is_by_week
        else _("Inflow and outflow by day")
    )
    series = [
        (_("came into the queue"), [inflow(counts) for _step, counts in steps]),
        (_("left the queue"), [outflow(counts) for _step, counts in steps]),
        (_("published"), [counts[Happening.PUBLISHED] for _step, counts in steps]),
    ]
    labels = [step_label(step) for step, _counts in steps]
    return Figure(
        title, seen, TABLES["flow"](found), lines=line_chart(labels, series, shown=number)
    )


def times_figures(found: Dashboard) -> list[Figure]:
    """Return the times to a verdict by week, and by stage."""
    times = found.times
    labels = [step_label(step) for step, _took in times.weeks]
    unit, shown = _unit([took.ninth for _step, took in times.weeks])
    series = [
        (_("half took at most"), [_in(took.median, unit) for _step, took in times.weeks]),
        (_("nine of ten took at most"), [_in(took.ninth, unit) for _step, took in times.weeks]),
    ]
    stages = [(stage, times.stages[stage]) for stage in Passing]
    return [
        Figure(
            _("Time to a verdict, by week"),
            middle(times.total),
            TABLES["times-weeks"](found),
            lines=line_chart(labels, series, shown=shown, whole=False),
        ),
        Figure(
            _("Time at each stage"),
            _longest(found),
            TABLES["times-stages"](found),
            bars=bar_chart(
                [_stage(stage, took) for stage, took in stages],
                [_("half took at most"), _("nine of ten took at most")],
            ),
        ),
    ]


def agreement_figure(found: Dashboard) -> Figure:
    """Return the agreement of blind reviews: figures with intervals, which bars would hide."""
    count = found.agreement.claims
    seen = ngettext(
        "%(count)s claim was reviewed by two or more people without sight of each other.",
        "%(count)s claims were reviewed by two or more people without sight of each other.",
        count,
    ) % {"count": number(count)}
    return Figure(_("How far blind reviews agree"), seen, TABLES["agreement"](found))


def marks_figure(found: Dashboard) -> Figure:
    """Return precision and recall of the choice of sentences, by language."""
    card = found.marks.all
    said = {
        "count": number(card.marks),
        "precision": share(card.precision),
        "recall": share(card.recall),
    }
    seen = (
        _(
            "Of the sentences the machine chose, %(precision)s should be checked (precision); of "
            "those that should be checked, it chose %(recall)s (recall). Marks of people: "
            "%(count)s."
        )
        % said
        if card.marks
        else _("Nobody marked a sentence in these days.")
    )
    rows = []
    for tag, each in found.marks.languages.items():
        for label, value in (
            (_("%(language)s: precision"), each.precision),
            (_("%(language)s: recall"), each.recall),
        ):
            rows.append((label % {"language": language_name(tag)}, share(value), [value or 0.0]))
    bars = bar_chart(rows, most=1.0) if rows else None
    return Figure(_("How well sentences were chosen"), seen, TABLES["scorecard"](found), bars=bars)


def _waits(part: Waiting) -> str:
    if part.median is None or part.oldest is None:
        return _("Nothing waits.")
    return ngettext(
        "%(count)s claim is open. Half have waited %(median)s or longer, the oldest %(oldest)s.",
        "%(count)s claims are open. Half have waited %(median)s or longer, the oldest %(oldest)s.",
        part.count,
    ) % {
        "count": number(part.count),
        "median": duration(part.median * HOUR),
        "oldest": duration(part.oldest * HOUR),
    }


def _most(parts: Sequence[tuple[str, Waiting]]) -> str:
    if not parts:
        return _("Nothing waits.")
    name, part = max(parts, key=lambda each: each[1].count)
    return _("Most open claims are in this language: %(name)s, %(count)s.") % {
        "name": name,
        "count": number(part.count),
    }


def _aged(parts: Sequence[tuple[str, Waiting]]) -> BarChart | None:
    rows = [(name, number(part.count), part.buckets) for name, part in parts]
    return bar_chart(rows, [str(age) for age in AGES]) if rows else None


def _longest(found: Dashboard) -> str:
    if not found.times.total.count:
        return _("Nothing was published in these days.")
    stage = max(found.times.shares, key=lambda each: found.times.shares[each])
    return _("Most of the time went into this stage: %(stage)s, %(share)s of it.") % {
        "stage": str(PASSINGS[stage]),
        "share": share(found.times.shares[stage]),
    }


def _stage(stage: Passing, took: Took) -> tuple[str, str, list[float]]:
    label = str(PASSINGS[stage])
    if took.median is None or took.ninth is None:
        return label, duration(None), [0.0, 0.0]
    said = _("%(median)s, %(ninth)s") % {
        "median": duration(took.median),
        "ninth": duration(took.ninth),
    }
    return label, said, [took.median, took.ninth - took.median]


def _unit(times: Sequence[float | None]) -> tuple[float, Callable[[float], str]]:
    """Return the seconds of the unit of a scale, and what writes a tick: hours, or days."""
    if max((time for time in times if time), default=0) < 72 * HOUR:
        return HOUR, _hours
    return 24 * HOUR, _days


def _in(seconds: float | None, unit: float) -> float | None:
    return None if seconds is None else seconds / unit


def _hours(value: float) -> str:
    # Translators: hours, at the side of a chart.
    return _("%(count)s h") % {"count": number(value)}


def _days(value: float) -> str:
    # Translators: days, at the side of a chart.
    return _("%(count)s d") % {"count": number(value)}
