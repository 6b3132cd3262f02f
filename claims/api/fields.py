"""Fields that hold what the database can hold."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from factcheck.centuries import within_centuries

MAX_ID = 2**63 - 1
MAX_COUNT = 2**31 - 1
MAX_TEXT = 100_000  # services say what a field may hold; this only bounds their work


class Text(serializers.CharField):
    """Optional text, "" when left out."""

    def __init__(self, *, max_length: int = MAX_TEXT, help_text: str = "") -> None:
        super().__init__(max_length=max_length, allow_blank=True, default="", help_text=help_text)


class Count(serializers.IntegerField):
    """A version or revision: what a write is based on."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=MAX_COUNT, **kwargs)


class Day(serializers.DateField):
    """An ISO 8601 day."""

    default_validators = [within_centuries]


class Moment(serializers.DateTimeField):
    """An ISO 8601 time; without an offset, in the person's time zone."""

    default_validators = [within_centuries]

    def enforce_timezone(self, value: datetime.datetime) -> datetime.datetime:
        """Return `value` in a zone; the first day of year 1 lies before the first one of UTC."""
        try:
            return super().enforce_timezone(value)
        except OverflowError:
            raise serializers.ValidationError(
                _("Choose a year from 1600 to 2200."), code="year"
            ) from None
