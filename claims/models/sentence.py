from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from claims.models.article import Article


class SentenceKind(models.TextChoices):
    BODY = "body", _("body")
    HEADING = "heading", _("heading")
    FURNITURE = "furniture", _("page furniture")


PERSON = "person"
"""In place of an engine: a person cut these words out of the text, as no machine had."""


class Sentence(models.Model):
    """A span of an article with its check-worthiness and the reasons for it.

    Machine history: every sentence is kept, also those not selected, so that another threshold
    can be tried later. `engine` names the version of the rules that judged. Words that a person
    chose are a row of PERSON, with what the machine said of the sentence they stand in.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="sentences")
    engine = models.CharField(_("engine"), max_length=40)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    kind = models.CharField(_("kind"), max_length=10, choices=SentenceKind.choices)
    score = models.FloatField(_("score"))
    selected = models.BooleanField(_("selected"))
    speaker = models.CharField(_("speaker"), max_length=200, blank=True)
    reasons = models.JSONField(_("reasons"), default=list)
    quantities = models.JSONField(_("quantities"), default=list)
    dates = models.JSONField(_("dates"), default=list)
    units = models.JSONField(_("claims in the sentence"), default=list)
    repeats = models.PositiveIntegerField(_("repeats the sentence at"), null=True, blank=True)

    class Meta:
        verbose_name = _("sentence")
        verbose_name_plural = _("sentences")
        ordering = ["article", "start"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "engine", "start"],
                condition=~Q(engine=PERSON),
                name="sentence_once_per_engine",
            ),
            # People's words overlap: "Ten boats sank" and "Ten boats" begin alike.
            models.UniqueConstraint(
                fields=["article", "start", "end"],
                condition=Q(engine=PERSON),
                name="sentence_once_per_choice",
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="sentence_span_is_not_empty"
            ),
            models.CheckConstraint(
                condition=Q(score__gte=0) & Q(score__lte=1), name="sentence_score_in_0_1"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}:{self.start}-{self.end}"
