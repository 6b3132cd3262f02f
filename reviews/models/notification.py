from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reviews.models.comment import Comment
from reviews.models.queue import QueueItem


class NotificationKind(models.TextChoices):
    MENTION = "mention", _("you were mentioned")
    REPLY = "reply", _("somebody answered you")
    SENT_BACK = "sent_back", _("a verdict of yours was sent back")
    ASSIGNED = "assigned", _("a claim was assigned to you")
    HANDED_OVER = "handed_over", _("a verdict was handed over to you")


OF_COMMENTS = [NotificationKind.MENTION.value, NotificationKind.REPLY.value]


class Notification(models.Model):
    """Something that concerns one person, until they have read it. `by` null is the machine.

    Whether the person may read the comment already is asked each time one is shown or counted.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notifications"
    )
    kind = models.CharField(_("what"), max_length=12, choices=NotificationKind.choices)
    item = models.ForeignKey(QueueItem, models.CASCADE, related_name="+")
    comment = models.ForeignKey(
        Comment, models.CASCADE, null=True, blank=True, related_name="notifications"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["person", "-id"], name="notification_of_person"),
            # Every page of the desk counts these.
            models.Index(
                fields=["person", "-id"],
                condition=Q(read_at__isnull=True),
                include=["comment"],
                name="notification_unread",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "comment"], name="notification_once"),
            models.CheckConstraint(
                condition=Q(kind__in=OF_COMMENTS, comment__isnull=False)
                | (
                    Q(kind__in=sorted({*NotificationKind.values} - {*OF_COMMENTS}))
                    & Q(comment__isnull=True)
                ),
                name="notification_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.item_id})"
