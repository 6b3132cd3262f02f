"""Reports kept under a name, to be built again at a click or by themselves."""

from __future__ import annotations

import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from reviews.models import Report, SavedReport
from reviews.services.editors import check_editor, named
from reviews.services.report_specs import spec_read
from reviews.services.report_wishes import ReportWish, check_may_report, checked_wish
from reviews.services.reports import report_request

MAX_NAME, MOST_SAVED = 60, 50


def saved_report_save(
    *, actor: User, name: str, wish: ReportWish, is_shared: bool = False
) -> SavedReport:
    """Keep a wish under a name. Raises InvalidInput for a name in use or too many of them."""
    check_may_report(actor)
    if is_shared:
        check_editor(actor)
    title = named("name", name, limit=MAX_NAME)
    checked = checked_wish(wish)
    with transaction.atomic():
        _check_room(actor)
        saved = SavedReport(
            owner=actor,
            name=title,
            spec=checked.spec.to_json(),
            period=checked.period,
            format=checked.format,
            language=checked.language,
            is_shared=is_shared,
        )
        after = {"name": title, "spec": saved.spec, "period": saved.period, "format": saved.format}
        return saved_report_store(saved, actor, "saved_report.save", after)


def saved_report_delete(*, saved: SavedReport, actor: User) -> SavedReport:
    """Take a saved report away, its schedule with it; `saved_report_restore` brings it back."""
    with transaction.atomic():
        own = saved_report_own(saved, actor)
        own.deleted_at = own.deleted_at or timezone.now()
        own.unschedule()
        return saved_report_store(own, actor, "saved_report.delete", {})


def saved_report_restore(*, saved: SavedReport, actor: User) -> SavedReport:
    """Bring a deleted one back, without its schedule. One that is there stays as it is.

    Raises InvalidInput when its name was given to another, or for too many of them.
    """
    with transaction.atomic():
        own = saved_report_own(saved, actor)
        if own.deleted_at is None:
            return own
        _check_room(actor)
        own.deleted_at = None
        return saved_report_store(own, actor, "saved_report.restore", {})


def saved_report_build(*, saved: SavedReport, actor: User) -> Report:
    """Ask for the report that is saved, its period as seen from today.

    Raises NotAllowed for somebody else's that is not shared, WrongState for a deleted one.
    """
    if saved.owner_id != actor.pk and not saved.is_shared:
        raise NotAllowed(_("This saved report belongs to somebody else."), code="own_saved_report")
    if saved.deleted_at:
        message = _("This saved report was deleted. Bring it back first.")
        raise WrongState(message, code="deleted")
    return saved_report_ask(saved, actor, timezone.now())


def saved_report_ask(saved: SavedReport, actor: User, seen_at: datetime.datetime) -> Report:
    """Ask for the saved report, its period as seen at `seen_at`."""
    return report_request(actor=actor, wish=wish_of(saved), saved=saved, seen_at=seen_at)


def wish_of(saved: SavedReport) -> ReportWish:
    """Return what was saved. Raises InvalidInput if it cannot be read any more."""
    return ReportWish(spec_read(saved.spec), saved.format, saved.language, saved.period)


def saved_report_own(saved: SavedReport, actor: User) -> SavedReport:
    """Return the row, locked. Raises NotAllowed for whoever it does not belong to."""
    check_may_report(actor)
    locked = SavedReport.objects.select_for_update(no_key=True).get(pk=saved.pk)
    if locked.owner_id != actor.pk:
        raise NotAllowed(_("This saved report belongs to somebody else."), code="own_saved_report")
    return locked


def saved_report_store(
    saved: SavedReport, actor: User | None, action: str, after: dict[str, object]
) -> SavedReport:
    """Save the row and record it. Raises InvalidInput when its name is in use."""
    try:
        with transaction.atomic():
            saved.save()
    except IntegrityError as error:
        message = _("You have a saved report of this name already.")
        raise InvalidInput("name", message, code="in_use") from error
    record(actor=actor, action=action, target=saved, after=after)
    return saved


def _check_room(owner: User) -> None:
    if SavedReport.objects.filter(owner=owner, deleted_at__isnull=True).count() >= MOST_SAVED:
        message = _("You have many saved reports. Delete one first.")
        raise InvalidInput("name", message, code="too_many")
