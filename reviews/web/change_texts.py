"""What acts of triage did to an item, in words."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reviews.domain.triage import Act
from reviews.models import TriageChange


def change_text(change: TriageChange) -> str:
    """Return what `change` did, from what was stored with it."""
    act, after = Act(change.act), change.after
    if act == Act.ASSIGN:
        name = after.get("name")
        return _("assigned to %(name)s") % {"name": name} if name else _("assigned to nobody")
    if act in (Act.TAG, Act.UNTAG):
        return f"{change.get_act_display()}: {after.get('name') or change.before.get('name')}"
    if act == Act.SNOOZE:
        until = timezone.localtime(datetime.datetime.fromisoformat(after["until"]))
        return _("snoozed until %(day)s") % {"day": date_format(until, "SHORT_DATE_FORMAT")}
    if act == Act.BOOST:
        return _("points by hand: %(points)+d") % {"points": after["boost"]}
    return str(change.get_act_display())
