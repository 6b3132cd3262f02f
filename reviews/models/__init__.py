"""The rows of the desk. May import reviews.domain and claims.models."""

from reviews.models.boost import BoostRule
from reviews.models.comment import Comment
from reviews.models.dismissal import Dismissal
from reviews.models.handover import Handover
from reviews.models.lease import Lease, LeaseEnd
from reviews.models.notification import Notification, NotificationKind
from reviews.models.queue import QueueItem, QueueMove, QueueReason
from reviews.models.recusal import Recusal
from reviews.models.reply import Channel, ReplyAttempt, ReplyRequest, ReplyWaiver
from reviews.models.report import Report, ReportFormat, ReportStatus
from reviews.models.review import Review, ReviewStatus
from reviews.models.saved_report import SavedReport
from reviews.models.scale import Rating, Scale
from reviews.models.search import SearchDue, SearchEntry, SearchFigure, SearchKind
from reviews.models.tag import ItemTag, Tag, TagColour
from reviews.models.tally import DayTally, Passage, TalliedZone
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
    "Comment",
    "DayTally",
    "DeliveryStatus",
    "Dismissal",
    "Handover",
    "ItemTag",
    "Lease",
    "LeaseEnd",
    "Notification",
    "NotificationKind",
    "Passage",
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
    "SearchDue",
    "SearchEntry",
    "SearchFigure",
    "SearchKind",
    "Tag",
    "TagColour",
    "TalliedZone",
    "TriageBatch",
    "TriageChange",
    "Verdict",
    "VerdictStatus",
    "WebhookAttempt",
    "WebhookDelivery",
    "WebhookEndpoint",
    "WebhookEvent",
]
