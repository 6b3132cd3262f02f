from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from pgvector.django import VectorField

from claims.matching.types import DIMENSIONS
from claims.models.article import Article


class ArticleSketch(models.Model):
    """What an article's text is compared by, and which article had that text first.

    `size` and `minima` are those of `claims.evidence.near_duplicates.Sketch`, `bands` the keys to
    look it up by; 0 and empty for a text too short to compare. Articles of one `original` are
    copies of one text, or versions of one page. `gist` is what the article is about
    (`claims.matching.gists`), None for one too short to say.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="sketch")
    original = models.ForeignKey(Article, models.PROTECT, related_name="copies")
    size = models.PositiveIntegerField(_("size"))
    minima = models.BinaryField(_("minima"))
    bands = ArrayField(models.IntegerField(), verbose_name=_("bands"))
    gist = VectorField(dimensions=DIMENSIONS, null=True)

    class Meta:
        verbose_name = _("sketch of an article")
        verbose_name_plural = _("sketches of articles")
        # What waits in a list to be merged is read at each look-up, and every article looks up.
        indexes = [GinIndex(fields=["bands"], name="sketch_bands", fastupdate=False)]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.original_id}"
