"""Fields that refuse what those of the framework break on."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Model
from rest_framework import serializers


class NameField(serializers.SlugRelatedField[Model]):
    """A row by its name. No row has a name with NUL in it: PostgreSQL reads no such text."""

    def to_internal_value(self, data: Any) -> Model:
        """Return the row. Raises ValidationError when there is none of this name."""
        if isinstance(data, str) and "\x00" in data:
            self.fail("invalid")
        return super().to_internal_value(data)


class MomentField(serializers.DateTimeField):
    """A time; one without an offset is in the person's zone."""

    def enforce_timezone(self, value: datetime.datetime) -> datetime.datetime:
        """Return the time with its zone. Raises ValidationError where UTC has no such day.

        The first hours of the year 1 are in the year 0 of UTC for whoever lives east of it.
        """
        try:
            return super().enforce_timezone(value)
        except OverflowError:
            self.fail("overflow")
