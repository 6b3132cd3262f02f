"""The tables of the dashboard: what stands behind each chart, on the page and as CSV."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from claims.language_names import language_name
from reviews.domain.agreement_tables import GroupFigures
from reviews.domain.estimates import Estimate
from reviews.domain.happenings import DONE_BY_PEOPLE, Happening, Passing
from reviews.domain.states import State
from reviews.domain.waiting import Waiting
from reviews.models.queue import STATE_LABELS
from reviews.selectors.dashboard import Dashboard
from reviews.selectors.dashboard_flow import Counts, inflow, outflow
from reviews.selectors.dashboard_marks import Card
from reviews.selectors.dashboard_times import Took
from reviews.web.dashboard_words import (
    AGES,
    HAPPENINGS,
    HOUR,
    NONE,
    PASSINGS,
    duration,
    number,
    share,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as a person reads it, and as a program does: "" where there is none."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are pairs of a name for programs and one for people; the first names the row."""

    name: str
    caption: str
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Sequence[Cell]]


Columns = Sequence[tuple[str, Promise | str]]
AGED = [(f"age_{number}", label) for number, label in enumerate(AGES, start=1)]
WAITING: Columns = [
    ("open", gettext_lazy("open")), *AGED,
    ("median_hours", gettext_lazy("half have waited")),
    ("oldest_hours", gettext_lazy("the oldest has waited")),
]  # fmt: skip
TOOK: Columns = [
    ("verdicts", gettext_lazy("verdicts")),
    ("median_hours", gettext_lazy("half took at most")),
    ("ninth_hours", gettext_lazy("nine of ten took at most")),
]
FLOW: Columns = [
    *HAPPENINGS.items(),
    ("inflow", gettext_lazy("came into the queue")),
    ("outflow", gettext_lazy("left the queue")),
]
CARD: Columns = [
    ("marks", gettext_lazy("marked sentences")),
    ("precision", gettext_lazy("precision")),
    ("recall", gettext_lazy("recall")),
]
GROUP: Columns = [
    ("share", gettext_lazy("same rating")),
    ("alpha", gettext_lazy("Krippendorff’s α")),
    ("alpha_by_steps", gettext_lazy("α, by steps of the scale")),
]


def depth_states(found: Dashboard) -> Table:
    """Return what waits in each state."""
    rows = [
        _waiting(Cell(str(STATE_LABELS[State(state)]), state), part)
        for state, part in found.depth.states
    ]
    rows.append(_waiting(_in_all(), found.depth.all))
    return _table(
        "depth-states", _("What waits now, by state"), ("state", _("state")), WAITING, rows
    )


def depth_languages(found: Dashboard) -> Table:
    """Return what waits in each language."""
    rows = [_waiting(_language(tag), part) for tag, part in found.depth.languages]
    head = ("language", _("language"))
    return _table("depth-languages", _("What waits now, by language"), head, WAITING, rows)


def flow(found: Dashboard) -> Table:
    """Return what happened on each day or in each week, in all, and in the days before."""
    rows = [[_day(step.first), *_flow(counts)] for step, counts in found.flow.steps]
    rows.append([_in_all(), *_flow(found.flow.totals)])
    rows.append([Cell(_("in the days before"), "before"), *_flow(found.flow.before)])
    label = _("week, from") if found.window.is_by_week else _("day")
    return _table("flow", _("What came in and what left"), ("from", label), FLOW, rows)


def times_weeks(found: Dashboard) -> Table:
    """Return the times to a verdict by the week it was published in."""
    rows = [[_day(step.first), *_took(took)] for step, took in found.times.weeks]
    rows.append([_in_all(), *_took(found.times.total)])
    rows.append([Cell(_("in the days before"), "before"), *_took(found.times.before)])
    head = ("week", _("published in the week from"))
    return _table("times-weeks", _("From entering the queue to publication"), head, TOOK, rows)


def times_stages(found: Dashboard) -> Table:
    """Return the times at each stage, of the claims that were in it."""
    rows = [
        [
            Cell(str(PASSINGS[stage]), stage),
            *_took(found.times.stages[stage]),
            _share(found.times.shares[stage] if found.times.total.count else None),
        ]
        for stage in Passing
    ]
    columns = [*TOOK, ("share", _("of all time"))]
    return _table("times-stages", _("Time at each stage"), ("stage", _("stage")), columns, rows)


def agreement(found: Dashboard) -> Table:
    """Return how far blind reviews agree, in all and by language."""
    rows = [_agreed(_language(tag), figures) for tag, figures in found.agreement.languages]
    rows.append(_agreed(_in_all(), found.agreement.overall))
    head = ("language", _("language"))
    return _table("agreement", _("How far blind reviews agree"), head, GROUP, rows)


def marks(found: Dashboard) -> Table:
    """Return how well sentences were chosen, by language."""
    cards = found.marks.languages.items()
    rows = [[_language(tag), *_card(card)] for tag, card in cards]
    rows.append([_in_all(), *_card(found.marks.all)])
    head = ("language", _("language"))
    return _table("scorecard", _("How well sentences were chosen"), head, CARD, rows)


def languages(found: Dashboard) -> Table:
    """Return what happened by language of the claim."""
    rows = [
        [
            _language(tag),
            *_flow(counts),
            _hours(found.times.languages.get(tag, Took(0)).median),
        ]
        for tag, counts in found.languages.items()
    ]
    columns = [*FLOW, ("median_hours", _("half were published within"))]
    return _table("languages", _("By language"), ("language", _("language")), columns, rows)


def outlets(found: Dashboard) -> Table:
    """Return what became of the claims of each outlet."""
    rows = [
        [Cell(row.name or _("no outlet"), row.name or ""), *_flow(row.counts), *_card(row.card)]
        for row in found.outlets.rows
    ]
    head = ("outlet", _("outlet"))
    return _table("outlets", _("By outlet"), head, [*FLOW, *CARD], rows)


def people(found: Dashboard) -> Table:
    """Return what the people did whom the person who looks may see, and the median of all."""
    rows = [
        [
            Cell(row.person.shown_name, row.person.shown_name),
            *(_few(row.counts[what]) for what in DONE_BY_PEOPLE),
        ]
        for row in found.people.rows
    ]
    medians = [found.people.medians[what] for what in DONE_BY_PEOPLE]
    rows.append([Cell(_("median of the desk"), "median"), *map(_median, medians)])
    columns = [(what.value, HAPPENINGS[what]) for what in DONE_BY_PEOPLE]
    return _table(
        "people", _("By person, in the order of names"), ("person", _("person")), columns, rows
    )


TABLES: Mapping[str, Callable[[Dashboard], Table]] = {
    "depth-states": depth_states,
    "depth-languages": depth_languages,
    "flow": flow,
    "times-weeks": times_weeks,
    "times-stages": times_stages,
    "agreement": agreement,
    "scorecard": marks,
    "languages": languages,
    "outlets": outlets,
    "people": people,
}


def _table(
    name: str,
    caption: str,
    head: tuple[str, str],
    columns: Columns,
    rows: Sequence[Sequence[Cell]],
) -> Table:
    named = [(key, str(label)) for key, label in columns]
    return Table(name, caption, [head, *named], rows)


def _waiting(name: Cell, part: Waiting) -> list[Cell]:
    return [
        name, *map(_number, (part.count, *part.buckets)),
        *(_hours(None if age is None else age * HOUR) for age in (part.median, part.oldest)),
    ]  # fmt: skip


def _flow(counts: Counts) -> Iterable[Cell]:
    return map(_number, (*(counts[each] for each in Happening), inflow(counts), outflow(counts)))


def _took(took: Took) -> tuple[Cell, ...]:
    return _number(took.count), _hours(took.median), _hours(took.ninth)


def _card(card: Card) -> tuple[Cell, ...]:
    return _number(card.marks), _share(card.precision), _share(card.recall)


def _agreed(name: Cell, figures: GroupFigures) -> list[Cell]:
    return [name, *map(_estimate, (figures.share, figures.nominal, figures.ordinal))]


def _estimate(figure: Estimate) -> Cell:
    if figure.value is None:
        none = ngettext("no figure: %(count)s claim", "no figure: %(count)s claims", figure.units)
        return Cell(none % {"count": number(figure.units)}, "")
    said = {
        "value": f"{figure.value:.2f}",
        "low": f"{figure.low:.2f}",
        "high": f"{figure.high:.2f}",
    }
    return Cell(_("%(value)s (%(low)s to %(high)s)") % said, f"{figure.value:.4f}")


def _language(tag: str) -> Cell:
    return Cell(language_name(tag), tag)


def _in_all() -> Cell:
    return Cell(_("in all"), "all")


def _day(day: datetime.date) -> Cell:
    return Cell(str(date_format(day, "DATE_FORMAT")), day.isoformat())


def _number(count: int) -> Cell:
    return Cell(number(count), str(count))


def _few(count: int | None) -> Cell:
    return Cell(_("under 5"), "") if count is None else _number(count)


def _median(value: float | None) -> Cell:
    return Cell(NONE, "") if value is None else Cell(number(value), f"{value:g}")


def _hours(seconds: float | None) -> Cell:
    return Cell(duration(seconds), "" if seconds is None else f"{seconds / HOUR:.2f}")


def _share(value: float | None) -> Cell:
    return Cell(share(value), "" if value is None else f"{value:.4f}")
