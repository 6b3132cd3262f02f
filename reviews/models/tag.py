from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from reviews.models.queue import QueueItem


class TagColour(models.TextChoices):
    """A fixed palette: each is legible on the light and the dark page (reviews/desk.css)."""

    GREY = "grey", _("grey")
    BLUE = "blue", _("blue")
    GREEN = "green", _("green")
    AMBER = "amber", _("amber")
    RED = "red", _("red")
    PURPLE = "purple", _("purple")
    TEAL = "teal", _("teal")


class Tag(models.Model):
    """A word of the desk's vocabulary. A retired one stays on the items that carry it."""

    name = models.CharField(_("name"), max_length=40)
    colour = models.CharField(
        _("colour"), max_length=10, choices=TagColour.choices, default=TagColour.GREY
    )
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="tag_name_once"),
            models.CheckConstraint(condition=~Q(name=""), name="tag_has_a_name"),
            models.CheckConstraint(
                condition=Q(colour__in=TagColour.values), name="tag_colour_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ItemTag(models.Model):
    """A tag on a queue item. Who put it there and when is in the item's changes."""

    item = models.ForeignKey(QueueItem, models.CASCADE, related_name="item_tags")
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="item_tags")

    class Meta:
        verbose_name = _("tag of an item")
        verbose_name_plural = _("tags of items")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["tag", "item"], name="item_tag_once"),
        ]

    def __str__(self) -> str:
        return f"#{self.item_id} {self.tag_id}"
