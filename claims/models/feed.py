from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models.source import Source


class FeedKind(models.TextChoices):
    """What a feed turned out to be at its last poll."""

    RSS = "rss", _("RSS")
    ATOM = "atom", _("Atom")
    JSON = "json", _("JSON Feed")
    SITEMAP = "sitemap", _("sitemap")


class Feed(models.Model):
    """An address at which a source names its new pages. Polled by a worker while `due_at` is set.

    `key` is the address as two feeds are compared. `etag` and `last_modified` are those of the last
    answer of which everything was taken. `parts` are what waits of an index of sitemaps, addresses
    with their depth, of which `parts_left` may be asked for: the first of them by the next poll.
    `interval` and `usual_gap` are seconds: until the next poll, and between two new entries of this
    feed, None until that is known. From `quiet_from` on silence is unusual. `attempts` counts the
    polls begun since the last one that worked: those of workers that died without a word too.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="feeds")
    url = models.URLField(_("address"), max_length=2000)
    key = models.CharField(_("key of the address"), max_length=64)
    kind = models.CharField(_("kind"), max_length=10, choices=FeedKind.choices, blank=True)
    title = models.CharField(_("title"), max_length=300, blank=True)
    etag = models.CharField(_("ETag"), max_length=300, blank=True)
    last_modified = models.CharField(_("Last-Modified"), max_length=100, blank=True)
    parts = models.JSONField(_("parts to be read"), default=list, blank=True)
    parts_left = models.PositiveSmallIntegerField(_("parts that may be read"), default=0)

    due_at = models.DateTimeField(_("next poll"), null=True, blank=True)
    interval = models.PositiveIntegerField(_("interval"), default=30 * 60)
    attempts = models.PositiveSmallIntegerField(_("failures in a row"), default=0)
    failure = models.TextField(_("failure"), blank=True)
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    polled_at = models.DateTimeField(_("last poll"), null=True, blank=True)
    last_new_at = models.DateTimeField(_("last new article"), null=True, blank=True)
    usual_gap = models.PositiveIntegerField(_("usual gap"), null=True, blank=True)
    quiet_from = models.DateTimeField(_("quiet from"), null=True, blank=True)

    paused_at = models.DateTimeField(_("paused"), null=True, blank=True)
    paused_because = models.TextField(_("why it was paused"), blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="feed_due"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="feed_once_per_address"),
            models.CheckConstraint(
                condition=Q(kind__in=["", *FeedKind.values]), name="feed_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(paused_at__isnull=True, paused_because="", due_at__isnull=False)
                | (Q(paused_at__isnull=False, due_at__isnull=True) & ~Q(paused_because="")),
                name="feed_is_due_or_says_why_not",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.url
