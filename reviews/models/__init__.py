"""The rows of the desk. May import reviews.domain and claims.models."""

from reviews.models.lease import Lease, LeaseEnd
from reviews.models.queue import QueueItem, QueueMove, QueueReason
from reviews.models.report import Report, ReportFormat, ReportStatus
from reviews.models.review import Review, ReviewStatus
from reviews.models.scale import Rating, Scale
from reviews.models.verdict import Verdict, VerdictStatus

__all__ = [
    "Lease",
    "LeaseEnd",
    "QueueItem",
    "QueueMove",
    "QueueReason",
    "Rating",
    "Report",
    "ReportFormat",
    "ReportStatus",
    "Review",
    "ReviewStatus",
    "Scale",
    "Verdict",
    "VerdictStatus",
]
