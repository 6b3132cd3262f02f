"""What the dashboard says: names of what is counted, durations, and sentences about charts."""

from __future__ import annotations

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reviews.domain.dashboard_window import Step
from reviews.domain.happenings import Happening, Passing
from reviews.selectors.dashboard_times import Took

HAPPENINGS = {
    Happening.ARRIVED: gettext_lazy("claims arrived"),
    Happening.ENTERED: gettext_lazy("entered the queue"),
    Happening.RESTORED: gettext_lazy("restored"),
    Happening.DISMISSED: gettext_lazy("dismissed"),
    Happening.MERGED: gettext_lazy("merged"),
    Happening.REVIEWED: gettext_lazy("reviews submitted"),
    Happening.SIGNED_OFF: gettext_lazy("signed off"),
    Happening.PUBLISHED: gettext_lazy("published"),
}
PASSINGS = {
    Passing.TRIAGE: gettext_lazy("waiting for triage"),
    Passing.FIRST_REVIEW: gettext_lazy("first review"),
    Passing.SECOND_REVIEW: gettext_lazy("second review or adjudication"),
    Passing.SIGN_OFF: gettext_lazy("sign-off"),
}
AGES = (
    gettext_lazy("under a day"),
    gettext_lazy("1 to 3 days"),
    gettext_lazy("3 to 7 days"),
    gettext_lazy("7 to 30 days"),
    gettext_lazy("30 days and more"),
)
HOUR = 3600.0
NONE = "–"


def number(value: float) -> str:
    """Return a count, or a median of counts, with the separators of the page's language."""
    return str(number_format(round(value, 1) if value % 1 else int(value), force_grouping=True))


def share(value: float | None) -> str:
    """Return a share, 0 to 1, in whole percent, or a dash."""
    return NONE if value is None else f"{value:.0%}"


def duration(seconds: float | None) -> str:
    """Return a time as long as people say it: minutes, hours up to two days, then days."""
    if seconds is None:
        return NONE
    minutes, hours = round(seconds / 60), round(seconds / HOUR)
    if minutes < 90:
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    if hours < 48:
        return ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours}
    days = round(seconds / HOUR / 24, 1)
    return ngettext("%(count)s day", "%(count)s days", round(days)) % {"count": number(days)}


def step_label(step: Step) -> str:
    """Return the first day of a step, as short as under a chart."""
    # Translators: day and month under a chart, as "2 Nov"; Django's format letters.
    return str(date_format(step.first, _("j M")))


def middle(took: Took) -> str:
    """Return a sentence on the times of some claims."""
    if took.median is None:
        return _("Nothing was published in these days.")
    said = {"median": duration(took.median), "ninth": duration(took.ninth)}
    return _("Half of the verdicts took at most %(median)s, nine of ten at most %(ninth)s.") % said
