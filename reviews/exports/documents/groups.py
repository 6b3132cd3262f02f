"""The heading a verdict stands under in a report that is grouped."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from claims.language_names import language_name
from reviews.exports.documents.entry import Group
from reviews.exports.documents.sources import outlets_of
from reviews.models import Verdict


def group_of(verdict: Verdict, group_by: str) -> Group:
    """Return the group of `verdict`; `group_by` is one of `report_spec.GROUPS`, or ""."""
    return _READERS[group_by](verdict) if group_by else Group()


def _rating(verdict: Verdict) -> Group:
    return Group(f"{verdict.rating.number:06}", verdict.rating.label)


def _month(verdict: Verdict) -> Group:
    if verdict.published_at is None:
        return _named(_("not published"))
    at = timezone.localtime(verdict.published_at)
    return Group(f"{at:%Y-%m}", date_format(at, "YEAR_MONTH_FORMAT"))


def _first_outlet(verdict: Verdict) -> str:
    return next((name.text for name in outlets_of(verdict)), _("no outlet is known"))


def _named(label: str) -> Group:
    return Group(label.casefold(), label)


_READERS: dict[str, Callable[[Verdict], Group]] = {
    "rating": _rating,
    "month": _month,
    "language": lambda verdict: _named(language_name(verdict.claim.language)),
    "status": lambda verdict: _named(str(verdict.get_status_display())),
    "speaker": lambda verdict: _named(verdict.claim.speaker or _("nobody is named")),
    "outlet": lambda verdict: _named(_first_outlet(verdict)),
}
