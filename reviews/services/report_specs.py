"""Specifications of reports as they come from people, refused in their language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from factcheck.errors import InvalidInput
from reviews.domain.report_spec import (
    GROUPS,
    LONGEST_CHOICE,
    MOST_CHOICES,
    STATUSES,
    Flaw,
    ReportSpec,
    SpecRefused,
)

REMEDIES = {
    Flaw.UNKNOWN: _("There is no such field."),
    Flaw.NO_DAY: _("Write the day as 2026-03-31."),
    Flaw.FAR_DAY: _("Choose a year from 1600 to 2200."),
    Flaw.ENDS_FIRST: _("The period ends before it starts. Swap the days."),
    Flaw.NO_ZONE: _("Name a time zone such as Asia/Jakarta."),
    Flaw.LONG_TEXT: _("Write a text of at most %(longest)d characters."),
    Flaw.NO_TEXT: _("This holds characters that are no text. Type it again."),
    Flaw.NO_ID: _("Name the rows by their ids, which are whole numbers."),
    Flaw.NO_FLAG: _("Say true or false."),
    Flaw.NO_LIST: _("Give a list of at most %(most)d choices."),
    Flaw.NO_GROUP: _("Group by one of: %(groups)s."),
    Flaw.NO_STATUS: _("Choose at least one of: %(statuses)s."),
}
BOUNDS = {
    "longest": LONGEST_CHOICE,
    "most": MOST_CHOICES,
    "groups": ", ".join(GROUPS),
    "statuses": ", ".join(STATUSES),
}


def spec_read(value: Mapping[str, Any]) -> ReportSpec:
    """Return the specification of `value`. Raises InvalidInput naming the field and the remedy."""
    try:
        return ReportSpec.from_json(value)
    except SpecRefused as error:
        raise InvalidInput(error.field, str(REMEDIES[error.flaw]) % BOUNDS) from error
