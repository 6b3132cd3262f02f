from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.models.article import Article
from claims.models.feed import Feed
from claims.models.source import Source


class PageOutcome(models.TextChoices):
    """What became of a page when it was fetched last."""

    NEW = "new", _("taken in as a new article")
    KNOWN = "known", _("the desk had this text already")
    UNCHANGED = "unchanged", _("not changed since it was fetched last")
    VERSION = "version", _("taken in as a new version")


class PageWish(models.Model):
    """A page to fetch and take in as an article: a person wants it, or a feed names it.

    One row per page: `key` is its address as two are compared, without what only tracks readers.
    A worker fetches it while `due_at` is set. `changed_at` is when the page changed last as its
    feed has it; `failure` says why the last try failed, also while there will be another.
    """

    url = models.URLField(_("address"), max_length=2000)
    key = models.CharField(_("key of the address"), max_length=64)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="pages")
    feed = models.ForeignKey(Feed, models.PROTECT, null=True, blank=True, related_name="pages")
    title = models.CharField(_("title"), max_length=500, blank=True)
    author = models.CharField(_("author"), max_length=300, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed"), null=True, blank=True)
    wanted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    wanted_at = models.DateTimeField(_("wanted"))

    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    failure = models.TextField(_("failure"), blank=True)
    etag = models.CharField(_("ETag"), max_length=300, blank=True)
    last_modified = models.CharField(_("Last-Modified"), max_length=100, blank=True)
    fetched_at = models.DateTimeField(_("fetched"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=PageOutcome.choices, blank=True)
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="pages"
    )

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(due_at__isnull=False), name="page_wish_due"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="page_wish_once_per_page"),
            models.CheckConstraint(
                condition=Q(outcome__in=["", *PageOutcome.values]),
                name="page_wish_outcome_is_known",
            ),
            models.CheckConstraint(
                condition=Q(due_at__isnull=False) | Q(article__isnull=False) | ~Q(failure=""),
                name="page_wish_waits_or_is_settled",
            ),
            models.CheckConstraint(
                condition=Q(article__isnull=False) | Q(outcome=""),
                name="page_wish_outcome_has_its_article",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.url

    @property
    def is_soon(self) -> bool:
        """Return whether it is worth waiting for: it is under way, or tried within a minute."""
        if self.due_at is None:
            return False
        minute = datetime.timedelta(minutes=1)
        pause = self.due_at - timezone.now()
        # A worker that is at it has put `due_at` off, until when it would be taken for dead.
        return pause <= minute or (not self.failure and self.attempts > 0 and pause <= 10 * minute)
