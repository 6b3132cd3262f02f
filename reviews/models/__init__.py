"""The rows of the desk. May import reviews.domain and claims.models."""

from reviews.models.boost import BoostRule
from reviews.models.dismissal import Dismissal
from reviews.models.handover import Handover
from reviews.models.lease import Lease, LeaseEnd
from reviews.models.queue import QueueItem, QueueMove, QueueReason
from reviews.models.recusal import Recusal
from reviews.models.reply import Channel, ReplyAttempt, ReplyRequest, ReplyWaiver
from reviews.models.report import Report, ReportFormat, ReportStatus
from reviews.models.review import Review, ReviewStatus
from reviews.models.saved_report import SavedReport
from reviews.models.scale import Rating, Scale
from reviews.models.tag import ItemTag, Tag, TagColour
from reviews.models.triage import TriageBatch, TriageChange
from reviews.models.verdict import Verdict, VerdictStatus
from reviews.models.view import SavedView
from reviews.models.webhook import (
    DeliveryStatus,
    WebhookAttempt,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookEvent,
)

__all__ = [
    "BoostRule",
    "Channel",
    "DeliveryStatus",
    "Dismissal",
    "Handover",
    "ItemTag",
    "Lease",
    "LeaseEnd",
    "QueueItem",
    "QueueMove",
    "QueueReason",
    "Rating",
    "Recusal",
    "ReplyAttempt",
    "ReplyRequest",
    "ReplyWaiver",
    "Report",
    "ReportFormat",
    "ReportStatus",
    "Review",
    "ReviewStatus",
    "SavedReport",
    "SavedView",
    "Scale",
    "Tag",
    "TagColour",
    "TriageBatch",
    "TriageChange",
    "Verdict",
    "VerdictStatus",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookEndpoint",
    "WebhookEvent",
]
