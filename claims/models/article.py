from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.models.source import Source


class Stage(models.TextChoices):
    """The next machine step of an article; factcheck.flow runs them in this order."""

    EXTRACT = "extract", _("finding sentences worth checking")
    MATCH = "match", _("matching with known claims")
    QUEUE = "queue", _("placing claims in the queue")
    DONE = "done", _("done")


class Article(models.Model):
    """One frozen version of a text as published.

    `received` holds the bytes as they came, `text` what was read from them; a database trigger
    refuses to change either. Offsets anywhere are code points into `text`. An article is due
    while `due_at` is set: that column is the work queue, Celery only wakes workers up.
    """

    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="articles"
    )
    url = models.URLField(_("address"), max_length=2000, blank=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    author = models.CharField(_("author"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=12, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    received = models.BinaryField(_("bytes received"))
    received_name = models.CharField(_("file name"), max_length=300, blank=True)
    encoding = models.CharField(_("encoding"), max_length=40)
    text = models.TextField(_("text"))
    text_sha256 = models.CharField(_("SHA-256 of the text"), max_length=64)
    version = models.PositiveIntegerField(_("version"), default=1)
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    stage = models.CharField(
        _("stage"), max_length=10, choices=Stage.choices, default=Stage.EXTRACT
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    failure = models.TextField(_("failure"), blank=True)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-received_at", "-id"]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="article_due"),
            models.Index(fields=["-received_at", "-id"], name="article_newest"),
            models.Index(fields=["text_sha256"], name="article_text"),
            # A hash: an address may be longer than what fits into an ordered index.
            HashIndex(fields=["url"], name="article_url"),
        ]
        constraints = [
            # Of first versions only: a page may go back to what it said before, or to what
            # another has said.
            models.UniqueConstraint(
                fields=["text_sha256"],
                condition=Q(supersedes__isnull=True),
                name="article_text_once",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True, version=1)
                | Q(supersedes__isnull=False, version__gt=1),
                name="article_version_follows_another",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="article_has_text"),
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values), name="article_stage_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.DONE) | Q(due_at__isnull=True),
                name="article_done_is_not_due",
            ),
            models.CheckConstraint(
                condition=Q(supersedes__isnull=True) | ~Q(supersedes=F("id")),
                name="article_does_not_supersede_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.text[:80]
