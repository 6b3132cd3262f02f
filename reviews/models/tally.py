"""What the dashboard counts of days that are over, so that a year is not counted on every visit.

Nothing here is told anywhere else: the rows follow from the history of claims (services/tallies.py)
and can be deleted and made anew.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from reviews.domain.happenings import Happening, Split
from reviews.models.queue import QueueItem


class TalliedZone(models.Model):
    """A time zone somebody reads the dashboard in: all its days until `until` are tallied.

    Days are cut at midnight of a zone, and no count of one zone can be had from another's.
    """

    zone = models.CharField(_("time zone"), max_length=64, primary_key=True)
    until = models.DateField(_("tallied until"), null=True, blank=True)

    class Meta:
        verbose_name = _("tallied time zone")
        verbose_name_plural = _("tallied time zones")

    def __str__(self) -> str:
        return f"{self.zone} {self.until}"


class DayTally(models.Model):
    """How often something happened on one day of a zone, to claims of one language, outlet, person.

    `key` is a language tag, or the id of an outlet or person; "" where there is none. Each
    happening is counted once in each split it has a part in. Without a row there was none.
    """

    zone = models.ForeignKey(TalliedZone, models.CASCADE, related_name="tallies", db_index=False)
    day = models.DateField(_("day"))
    split = models.CharField(
        _("counted by"), max_length=8, choices=[(each.value, each.value) for each in Split]
    )
    happening = models.CharField(
        _("what happened"),
        max_length=10,
        choices=[(each.value, each.value) for each in Happening],
    )
    key = models.CharField(_("of which"), max_length=20, blank=True)
    count = models.PositiveIntegerField(_("how often"))

    class Meta:
        verbose_name = _("tally of a day")
        verbose_name_plural = _("tallies of days")
        constraints = [
            # Also the index all sums are read from, without looking at the rows.
            models.UniqueConstraint(
                fields=["zone", "split", "day", "happening", "key"],
                include=["count"],
                name="tally_once_per_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.happening} {self.split} {self.key}: {self.count}"


class Passage(models.Model):
    """How long a published claim took from entering the queue, in seconds at each stage."""

    item = models.OneToOneField(QueueItem, models.CASCADE, primary_key=True, related_name="passage")
    published_at = models.DateTimeField(_("published"))
    triage = models.FloatField(_("waiting for triage"))
    first_review = models.FloatField(_("first review"))
    second_review = models.FloatField(_("second review"))
    sign_off = models.FloatField(_("sign-off"))

    class Meta:
        verbose_name = _("passage through the desk")
        verbose_name_plural = _("passages through the desk")
        indexes = [
            models.Index(
                fields=["published_at"],
                include=["item", "triage", "first_review", "second_review", "sign_off"],
                name="passage_published",
            )
        ]

    def __str__(self) -> str:
        return f"#{self.item_id}"
