"""Days that can be stored and read back."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# In a zone east of Greenwich the first day of year 1 is in year 0 of UTC, which Python cannot
# hold; newspapers are younger anyway.
EARLIEST, LATEST = 1600, 2200


def is_within_centuries(day: datetime.date) -> bool:
    """Tell whether an article, a verdict or a report can have this day or time."""
    return EARLIEST <= day.year <= LATEST


def within_centuries(day: datetime.date) -> None:
    """Raise ValidationError for any other day: the validator of forms and serializers."""
    if not is_within_centuries(day):
        raise ValidationError(_("Choose a year from 1600 to 2200."), code="year")
