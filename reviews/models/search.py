"""What search looks in: one row for each claim, article, verdict and earlier fact-check.

Triggers note every row that is new or changed in `SearchDue`, whoever changed it; a worker reads it
again (`reviews.services.search_index`). Only that worker writes the entries: a trigger that did
would lock them in the order in which others work, and two of them could wait for each other.
"""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models import Article, Claim, EarlierCheck
from reviews.models.verdict import Verdict


class SearchKind(models.TextChoices):
    CLAIM = "claim", _("claim")
    VERDICT = "verdict", _("verdict")
    ARTICLE = "article", _("article")
    EARLIER_CHECK = "earlier_check", _("earlier fact-check")


class SearchEntry(models.Model):
    """A row as it is searched. Those merged or superseded have none.

    `words` are as `claims.search.vector` makes them, by the rules of version `folding`; `at` is
    when it was published, else received; `language` is that of what it says. What an entry is of is
    referred to without a constraint, which would lock the row while the entry is written.
    """

    kind = models.CharField(_("kind"), max_length=16, choices=SearchKind.choices)
    claim = models.OneToOneField(
        Claim, models.CASCADE, null=True, related_name="search_entry", db_constraint=False
    )
    verdict = models.OneToOneField(
        Verdict, models.CASCADE, null=True, related_name="search_entry", db_constraint=False
    )
    article = models.OneToOneField(
        Article, models.CASCADE, null=True, related_name="search_entry", db_constraint=False
    )
    earlier_check = models.OneToOneField(
        EarlierCheck, models.CASCADE, null=True, related_name="search_entry", db_constraint=False
    )
    words = SearchVectorField(_("words"))
    language = models.CharField(_("language"), max_length=12)
    at = models.DateTimeField(_("at"))
    folding = models.PositiveSmallIntegerField(_("version of the folding"))

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        ordering = ["-at", "-id"]
        indexes = [
            *(
                # One for each kind: what is counted of one kind is not looked up in all.
                GinIndex(
                    fields=["words"],
                    name=f"search_{kind}_words",
                    condition=Q(kind=kind),
                )
                for kind in ("claim", "verdict", "article", "earlier_check")
            ),
            models.Index(fields=["kind", "-at", "-id"], name="search_newest"),
            models.Index(fields=["folding"], name="search_folding"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="claim", claim__isnull=False)
                | Q(kind="verdict", verdict__isnull=False)
                | Q(kind="article", article__isnull=False)
                | Q(kind="earlier_check", earlier_check__isnull=False),
                name="search_entry_is_of_its_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.row_id}"

    @property
    def row_id(self) -> int:
        """Return the id of what the entry is of."""
        return int(getattr(self, f"{self.kind}_id"))


class SearchFigure(models.Model):
    """An amount in an entry, for "from 5 to 6 million dollars"; `unit` "" where none is said."""

    entry = models.ForeignKey(SearchEntry, models.CASCADE, related_name="figures")
    unit = models.CharField(_("unit"), max_length=100, blank=True)
    value = models.FloatField(_("value"))

    class Meta:
        verbose_name = _("amount in a search entry")
        verbose_name_plural = _("amounts in search entries")
        indexes = [
            models.Index(fields=["unit", "value"], name="search_figure_unit"),
            models.Index(fields=["value"], name="search_figure_value"),
        ]

    def __str__(self) -> str:
        return f"{self.value:g} {self.unit}".strip()


class SearchDue(models.Model):
    """A note that an entry has to be made anew. Written by triggers; the same row may be noted
    many times.
    """

    kind = models.CharField(_("kind"), max_length=16, choices=SearchKind.choices)
    row = models.BigIntegerField(_("row"))

    class Meta:
        verbose_name = _("search entry due")
        verbose_name_plural = _("search entries due")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.row}"
