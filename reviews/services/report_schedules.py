"""Saved reports that are built by themselves: every day, every Monday, every first of a month."""

from __future__ import annotations

import datetime
import logging
import zoneinfo

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import DeskError, InvalidInput
from reviews.domain.report_schedule import Repeat, next_run
from reviews.models import Report, SavedReport
from reviews.services.saved_reports import saved_report_ask, saved_report_own, saved_report_store

logger = logging.getLogger(__name__)


def saved_report_schedule(
    *, saved: SavedReport, actor: User, repeat: str, hour: int | None = None, time_zone: str = ""
) -> SavedReport:
    """Have a saved report built by itself from now on, in its owner's name; "" ends that.

    `hour` is 0 to 23 on the clocks of `time_zone`. Raises InvalidInput naming the field.
    """
    with transaction.atomic():
        own = saved_report_own(saved, actor)
        if repeat:
            _check(own, repeat, hour, time_zone)
            own.repeat, own.hour, own.time_zone = repeat, hour, time_zone
            own.stopped_because, own.next_due_at = "", _next(own, timezone.now())
        else:
            own.unschedule()
        after: dict[str, object] = {
            "repeat": own.repeat,
            "hour": own.hour,
            "time_zone": own.time_zone,
        }
        return saved_report_store(own, actor, "saved_report.schedule", after)


def saved_reports_make_due() -> list[Report]:
    """Ask for each saved report whose hour has come, once, whoever else sweeps at the same time.

    After a pause of the whole desk there is one report for all hours missed. What cannot be asked
    for any more is not repeated, and says why.
    """
    due = SavedReport.objects.filter(next_due_at__lte=timezone.now()).select_related("owner")
    made = [_make(saved, saved.next_due_at) for saved in due if saved.next_due_at]
    return [report for report in made if report is not None]


def _make(saved: SavedReport, due_at: datetime.datetime) -> Report | None:
    """Ask for one, in the transaction that says when next; of two sweeps one finds it due."""
    with transaction.atomic():
        mine = SavedReport.objects.filter(pk=saved.pk, next_due_at=due_at)
        if not mine.update(next_due_at=_next(saved, timezone.now())):
            return None
        try:
            return saved_report_ask(saved, saved.owner, due_at)
        except DeskError as error:
            _stop(saved, error.message)
            return None


def _stop(saved: SavedReport, why: str) -> None:
    saved.unschedule()
    saved.stopped_because = why[:300]
    saved.save()
    record(actor=None, action="saved_report.stop", target=saved, note=why)
    logger.warning("saved report %d is not repeated any more: %s", saved.pk, why)


def _next(saved: SavedReport, after: datetime.datetime) -> datetime.datetime:
    zone = zoneinfo.ZoneInfo(saved.time_zone)
    return next_run(Repeat(saved.repeat), hour=saved.hour or 0, zone=zone, after=after)


def _check(saved: SavedReport, repeat: str, hour: int | None, time_zone: str) -> None:
    if saved.deleted_at:
        raise InvalidInput("repeat", _("This saved report was deleted. Bring it back first."))
    if repeat not in {*Repeat}:
        raise InvalidInput("repeat", _("Choose how often of the list."))
    if hour is None or not 0 <= hour <= 23:
        raise InvalidInput("hour", _("Choose an hour from 0 to 23."))
    if time_zone not in zoneinfo.available_timezones():
        raise InvalidInput("time_zone", _("This is no time zone. Try Asia/Jakarta."))
