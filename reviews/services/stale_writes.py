"""Refusing a write that was based on an older version, with the difference."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from factcheck.errors import Stale
from reviews.selectors.last_changes import last_change


def stale_write(*, row: models.Model, typed: dict[str, Any], current: dict[str, Any]) -> Stale:
    """Return the refusal: what was typed and what is stored, by the same names, and by whom."""
    name, at = last_change(row)
    typed = {field: _plain(value) for field, value in typed.items()}
    return Stale(
        _("This was saved in another window meanwhile. Compare, then save again."),
        current=current,
        typed=typed,
        saved_by=name,
        saved_at=at,
    )


def _plain(value: Any) -> Any:
    """Return text as it would be stored, so that line ends and outer blanks are no difference."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
