"""Exports over the API: nothing is kept of them but who asked for what."""

from __future__ import annotations

import datetime

from django.db import transaction

from factcheck.accounts.models import User
from factcheck.audit.log import record
from reviews.domain.report_spec import ReportSpec
from reviews.services.report_wishes import check_may_report


def export_note(*, actor: User, spec: ReportSpec, format: str, as_of: datetime.datetime) -> None:
    """Record who is sent which verdicts. Raises NotAllowed for whoever may not have them."""
    check_may_report(actor)
    with transaction.atomic():
        after = {"format": format, "as_of": as_of.isoformat(), "spec": spec.to_json()}
        record(actor=actor, action="verdict.export", target=actor, after=after)
