"""Who got a version of a verdict that does not stand any more, as far as the desk knows.

Known are webhooks, the reports that were built while it stood, who downloaded those, and exports
over the API. Whoever read the public pages and feeds is not: they are read without a log-in, and
nobody writes down who.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from factcheck.audit.models import AuditEvent
from reviews.models import DeliveryStatus, Report, ReportStatus, Verdict, WebhookDelivery
from reviews.selectors.standing import Standing, filters_of
from reviews.selectors.verdicts import EVER_PUBLISHED

# Reports and exports of a version's time that are looked at, newest first.
LOOKED_AT = 1000
# An export is noted right after the moment that it shows.
NOTED_WITHIN = datetime.timedelta(minutes=1)
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
class ExportReceipt:
    """An export over the API that held a version: who was sent it, as of when, as what."""

    version: int
    name: str
    as_of: datetime.datetime
    format: str


@dataclass(frozen=True, slots=True)
class Propagation:
    """Who got which outdated version. `is_whole`: there were not too many to look at all."""

    versions: tuple[int, ...]
    webhooks: tuple[WebhookReceipt, ...]
    reports: tuple[ReportReceipt, ...]
    exports: tuple[ExportReceipt, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Copies:
    """The reports and exports that held a version."""

    version: int
    reports: list[Report]
    exports: list[ExportReceipt]
    is_whole: bool


def propagation_of(verdict: Verdict) -> Propagation | None:
    """Return who got the versions up to this one that do not stand any more; None without any."""
    outdated = list(_outdated(verdict))
    if not outdated:
        return None
    copies = [_copies(each) for each in outdated]
    downloads = _downloads(report.pk for each in copies for report in each.reports)
    return Propagation(
        versions=tuple(each.version for each in copies),
        webhooks=tuple(_webhooks(outdated)),
        reports=tuple(
            ReportReceipt(each.version, report, tuple(downloads[report.pk]))
            for each in copies
            for report in each.reports
        ),
        exports=tuple(export for each in copies for export in each.exports),
        is_whole=all(each.is_whole for each in copies),
    )


def _outdated(verdict: Verdict) -> Iterator[Standing]:
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
            yield Standing(row, row.published_at, ended_at)


def _webhooks(outdated: Iterable[Standing]) -> Iterator[WebhookReceipt]:
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


def _copies(standing: Standing) -> _Copies:
    """Look through what was built and sent while a version stood; a few queries altogether."""
    reports = [(filters_of(each.spec), each) for each in _reports_then(standing)]
    events = [(filters_of(each.after["spec"]), each) for each in _exports_then(standing)]
    holding = standing.covered_by(spec for spec, _each in (*reports, *events))
    version = standing.verdict.version
    return _Copies(
        version,
        [each for spec, each in reports[:LOOKED_AT] if spec in holding],
        [
            ExportReceipt(version, each.actor_name, _as_of(each), each.after["format"])
            for spec, each in events[:LOOKED_AT]
            if spec in holding and standing.held(_as_of(each))
        ],
        is_whole=max(len(reports), len(events)) <= LOOKED_AT,
    )


def _reports_then(standing: Standing) -> list[Report]:
    """Return the reports of the time of a version, newest first, one more than are looked at."""
    rows = Report.objects.filter(
        standing.period_may_hold("spec"),
        as_of__gte=standing.published_at,
        as_of__lt=standing.ended_at,
        status__in=BUILT,
    )
    return list(rows.select_related("requested_by").order_by("-id")[: LOOKED_AT + 1])


def _exports_then(standing: Standing) -> list[AuditEvent]:
    """Return the events of exports of the time of a version, as `_reports_then`."""
    rows = AuditEvent.objects.filter(
        standing.period_may_hold("after__spec"),
        action="verdict.export",
        at__gte=standing.published_at,
        at__lt=standing.ended_at + NOTED_WITHIN,
    )
    return list(rows.order_by("-id")[: LOOKED_AT + 1])


def _as_of(event: AuditEvent) -> datetime.datetime:
    return datetime.datetime.fromisoformat(event.after["as_of"])


def _downloads(report_ids: Iterable[int]) -> dict[int, list[Download]]:
    events = AuditEvent.objects.filter(
        action="report.download", target_type="reviews.report", target_id__in=set(report_ids)
    )
    found: dict[int, list[Download]] = defaultdict(list)
    for event in events.order_by("id"):
        found[event.target_id].append(Download(event.actor_name, event.at))
    return found
