"""The saved reports a person finds on the page of reports."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from factcheck.accounts.models import User
from reviews.models import SavedReport


def saved_reports_for(person: User) -> QuerySet[SavedReport]:
    """Return the person's own and those shared with the desk, by name."""
    theirs = Q(owner=person) | Q(is_shared=True)
    return (
        SavedReport.objects.filter(theirs, deleted_at__isnull=True)
        .select_related("owner")
        .order_by("name", "id")
    )


def saved_reports_of(person: User) -> QuerySet[SavedReport]:
    """Return the person's own, those they deleted too."""
    return SavedReport.objects.filter(owner=person).select_related("owner")


def saved_report_deleted(person: User, saved_id: int | None) -> SavedReport | None:
    """Return a saved report the person has deleted, to be brought back."""
    return saved_reports_of(person).filter(pk=saved_id or 0, deleted_at__isnull=False).first()
