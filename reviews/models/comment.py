from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.models import Article, Claim, Evidence
from reviews.models.queue import QueueItem


class Comment(models.Model):
    """Something a person of the desk wrote about a claim, for the desk alone.

    It belongs to the claim, so that it outlives reopening and merging; `item` is the pass through
    the desk during which it was written, whose reviews decide who may read it yet. `thread` is the
    comment it answers, null for one that begins a thread; only those are resolved. A deleted
    comment keeps its row, without its text. `version` counts changes, to refuse stale ones.

    One may be about words of an article: `quote` is what its frozen text has from code point
    `start` to `end`, so that later versions of the page do not move it.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="comments")
    item = models.ForeignKey(QueueItem, models.PROTECT, related_name="comments")
    thread = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="answers"
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="comments")
    text = models.TextField(_("comment"), blank=True)
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, null=True, blank=True, related_name="comments"
    )
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="comments"
    )
    start = models.PositiveIntegerField(_("start"), null=True, blank=True)
    end = models.PositiveIntegerField(_("end"), null=True, blank=True)
    quote = models.TextField(_("quotation"), blank=True, default="")
    mentioned = models.JSONField(_("user names mentioned"), default=list)
    version = models.PositiveIntegerField(_("version"), default=1)
    written_at = models.DateTimeField(_("written"), auto_now_add=True)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True)
    deleted_at = models.DateTimeField(_("deleted"), null=True, blank=True)
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["claim", "id"], name="comment_of_claim"),
            # How many somebody wrote of late.
            models.Index(fields=["author", "written_at"], name="comment_of_author"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(deleted_at__isnull=False, text="")
                | (Q(deleted_at__isnull=True) & ~Q(text="")),
                name="comment_has_text_until_deleted",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False, thread__isnull=True),
                name="comment_resolved_is_a_thread",
            ),
            models.CheckConstraint(
                condition=Q(article__isnull=True, start__isnull=True, end__isnull=True, quote="")
                | (
                    Q(article__isnull=False, start__isnull=False, end__isnull=False)
                    & Q(start__lt=F("end"))
                    & ~Q(quote="")
                ),
                name="comment_place_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
