"""Days and periods as the page's language writes them: 3 May 2025, 1 May 2025 to 31 May 2025."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def period_text(row: dict[str, Any]) -> str:
    """Return a day or period, as `claims.models.values.date_rows` stores it, in words."""
    first, last = (
        date_format(datetime.date.fromisoformat(row[end]), "DATE_FORMAT")
        for end in ("first", "last")
    )
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
