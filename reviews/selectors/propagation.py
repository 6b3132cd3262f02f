"""Who got a version of a verdict that does not stand any more, as far as the desk knows.

Known are webhooks, the reports that were built while it stood, and who downloaded those. Whoever
read the public pages and feeds is not: they are read without a log-in, and nobody writes down who.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from django.db.models import Q

from factcheck.audit.models import AuditEvent
from reviews.domain.report_spec import ReportSpec
from reviews.models import (
    DeliveryStatus,
    Report,
    ReportFormat,
    ReportStatus,
    Verdict,
    VerdictStatus,
    WebhookDelivery,
)
from reviews.selectors.report_filter import Reading, verdicts_covered
from reviews.selectors.verdicts import EVER_PUBLISHED

# Reports looked at for each version, newest first; each is one question to the database.
REPORTS_LOOKED_AT = 100
BUILT = (ReportStatus.DONE, ReportStatus.EXPIRED)


@dataclass(frozen=True, slots=True)
class WebhookReceipt:
    """A webhook that got a version. `told_at` is when it learned of what came after, if it did."""

    version: int
    url: str
    delivered_at: datetime.datetime
    told_at: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class Download:
    """Who was given the file of a report, and when."""

    name: str
    at: datetime.datetime


@dataclass(frozen=True, slots=True)
class ReportReceipt:
    """A report that holds a version, with who downloaded it."""

    version: int
    report: Report
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Propagation:
    """Who got which outdated version. `all_reports`: no report was too old to be looked at."""

    versions: tuple[int, ...]
    webhooks: tuple[WebhookReceipt, ...]
    reports: tuple[ReportReceipt, ...]
    all_reports: bool


@dataclass(frozen=True, slots=True)
class _Outdated:
    verdict: Verdict
    published_at: datetime.datetime
    ended_at: datetime.datetime


def propagation_of(verdict: Verdict) -> Propagation | None:
    """Return who got the versions up to this one that do not stand any more; None without any."""
    outdated = list(_outdated(verdict))
    if not outdated:
        return None
    found = {each.verdict.version: _reports(each) for each in outdated}
    downloads = _downloads(report.pk for reports, _all in found.values() for report in reports)
    return Propagation(
        versions=tuple(found),
        webhooks=tuple(_webhooks(outdated)),
        reports=tuple(
            ReportReceipt(version, report, tuple(downloads[report.pk]))
            for version, (reports, _all) in found.items()
            for report in reports
        ),
        all_reports=all(is_whole for _reports, is_whole in found.values()),
    )


def _outdated(verdict: Verdict) -> Iterator[_Outdated]:
    """Yield the versions that were replaced or retracted, with from when to when each stood."""
    rows = Verdict.objects.filter(
        claim=verdict.claim_id, version__lte=verdict.version, status__in=EVER_PUBLISHED
    )
    versions = list(rows.order_by("version"))
    for row, later in pairwise([*versions, None]):
        if row is None:
            continue
        ended_at = row.retracted_at or (later.published_at if later else None)
        if row.published_at and ended_at:
            yield _Outdated(row, row.published_at, ended_at)


def _webhooks(outdated: Iterable[_Outdated]) -> Iterator[WebhookReceipt]:
    """Yield what arrived while a version was news, with when the receiver learned it was not."""
    ids = [each.verdict.pk for each in outdated]
    claims = {each.verdict.claim_id for each in outdated}
    rows = WebhookDelivery.objects.filter(
        verdict__claim__in=claims, status=DeliveryStatus.DELIVERED
    ).select_related("endpoint", "verdict")
    arrived = list(rows.defer("body").order_by("id"))
    for row in arrived:
        if row.verdict is None or row.verdict_id not in ids or row.delivered_at is None:
            continue
        if row.event != "verdict.retracted":
            later = [each.delivered_at for each in arrived if _is_later(each, row)]
            told_at = min((at for at in later if at), default=None)
            yield WebhookReceipt(row.verdict.version, row.endpoint.url, row.delivered_at, told_at)


def _is_later(other: WebhookDelivery, row: WebhookDelivery) -> bool:
    """Say whether `other` told the same receiver what happened after `row`."""
    return other.endpoint_id == row.endpoint_id and other.pk > row.pk


def _reports(outdated: _Outdated) -> tuple[list[Report], bool]:
    """Return the reports that hold a version, and whether all that may were looked at."""
    stood = Q(as_of__gte=outdated.published_at, as_of__lt=outdated.ended_at)
    rows = Report.objects.filter(stood, status__in=BUILT).select_related("requested_by")
    reports = list(rows.order_by("-id")[: REPORTS_LOOKED_AT + 1])
    looked_at = reports[:REPORTS_LOOKED_AT]
    return [each for each in looked_at if _holds(each, outdated.verdict)], looked_at == reports


def _holds(report: Report, verdict: Verdict) -> bool:
    spec = ReportSpec.from_json(report.spec)
    if report.format == ReportFormat.JSONLD:  # holds what stood, whatever was asked for
        spec = replace(spec, statuses=(VerdictStatus.PUBLISHED.value,))
    covered = verdicts_covered(spec, Reading("en", report.as_of))
    return covered.filter(pk=verdict.pk).exists()


def _downloads(report_ids: Iterable[int]) -> dict[int, list[Download]]:
    events = AuditEvent.objects.filter(
        action="report.download", target_type="reviews.report", target_id__in=set(report_ids)
    )
    found: dict[int, list[Download]] = defaultdict(list)
    for event in events.order_by("id"):
        found[event.target_id].append(Download(event.actor_name, event.at))
    return found
