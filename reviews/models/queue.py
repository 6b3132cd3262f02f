from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q, Value
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from claims.models import Claim
from reviews.domain.boosts import MOST_POINTS
from reviews.domain.happenings import HAPPENING_OF
from reviews.domain.states import CLOSED, TAKEABLE, State

STATE_LABELS = {
    State.NEW: _("new"),
    State.QUEUED: _("waiting"),
    State.IN_REVIEW: _("in review"),
    State.SECOND_REVIEW: _("second review"),
    State.ADJUDICATION: _("adjudication"),
    State.SIGN_OFF: _("sign-off"),
    State.SENT_BACK: _("sent back"),
    State.PUBLISHED: _("published"),
    State.CORRECTED: _("corrected"),
    State.RETRACTED: _("retracted"),
    State.DISMISSED: _("dismissed"),
    State.MERGED: _("merged"),
    State.REOPENED: _("reopened"),
}
STATE_CHOICES = [(state.value, label) for state, label in STATE_LABELS.items()]
CLOSED_STATES = sorted(state.value for state in CLOSED)
COUNTED_EVENTS = sorted(event.value for event in HAPPENING_OF)
TAKEABLE_STATES = sorted(state.value for state in TAKEABLE)


class QueueItem(models.Model):
    """A claim waiting for people: one pass through the desk, from entering to leaving.

    Reopening a published claim makes a new item, so that its reviews start afresh.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="queue_items")
    # That of the claim. Two triggers keep it so: no index could hold the order of the queue within
    # a language of another table.
    language = models.CharField(
        _("language"), max_length=12, blank=True, default="", db_default="", editable=False
    )
    state = models.CharField(
        _("state"),
        max_length=16,
        choices=STATE_CHOICES,
    )
    priority = models.IntegerField(_("priority"), default=0)
    priority_points = models.JSONField(_("points per factor"), default=dict)
    reviews_wanted = models.PositiveSmallIntegerField(_("reviews wanted"), default=1)
    reviews_wanted_because = models.JSONField(_("because"), default=list)
    # What the points follow from, per factor: {"reach": {"outlets": 3}}.
    priority_because = models.JSONField(
        _("because, per factor"), default=dict, db_default=Value({}, models.JSONField())
    )
    boost = models.SmallIntegerField(_("points by hand"), default=0, db_default=0)
    boost_note = models.CharField(
        _("why points by hand"), max_length=200, blank=True, default="", db_default=""
    )
    ages_at = models.DateTimeField(_("next point of age"), null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assigned"
    )
    snoozed_until = models.DateTimeField(_("snoozed until"), null=True, blank=True)
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    entered_at = models.DateTimeField(_("entered"), auto_now_add=True)
    closed_at = models.DateTimeField(_("left"), null=True, blank=True)

    class Meta:
        verbose_name = _("queue item")
        verbose_name_plural = _("queue items")
        ordering = ["-priority", "id"]
        indexes = [
            # The queue page reads this one from its end.
            models.Index(
                fields=["-priority", "id"], condition=Q(closed_at__isnull=True), name="queue_open"
            ),
            # "Take next" reads this one: the other also holds all that waits for sign-off, and
            # what was urgent enough to be reviewed first stands at its end.
            models.Index(
                fields=["-priority", "id"],
                condition=Q(state__in=TAKEABLE_STATES),
                name="queue_takeable",
            ),
            models.Index(
                fields=["state", "-priority", "id"],
                condition=Q(closed_at__isnull=True),
                include=["snoozed_until"],  # what is awake is counted without reading the rows
                name="queue_open_by_state",
            ),
            models.Index(
                fields=["language", "-priority", "id"],
                condition=Q(closed_at__isnull=True),
                name="queue_open_by_language",
            ),
            models.Index(
                fields=["due_at", "id"], condition=Q(closed_at__isnull=True), name="queue_open_due"
            ),
            models.Index(fields=["id"], condition=Q(closed_at__isnull=True), name="queue_open_id"),
            models.Index(
                fields=["assignee", "-priority", "id"],
                condition=Q(closed_at__isnull=True, assignee__isnull=False),
                name="queue_open_assigned",
            ),
            # What the sweep looks for: it must cost nothing while nothing is due.
            models.Index(
                fields=["ages_at"],
                condition=Q(closed_at__isnull=True, ages_at__isnull=False),
                name="queue_ages",
            ),
            models.Index(
                fields=["snoozed_until"],
                condition=Q(snoozed_until__isnull=False),
                name="queue_snoozed",
            ),
            models.Index(fields=["state", "-id"], name="queue_newest_by_state"),
            # How many wait for how long, counted without reading the rows.
            models.Index(
                fields=["state", "language", "entered_at"],
                condition=Q(closed_at__isnull=True),
                name="queue_open_age",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(closed_at__isnull=True),
                name="queue_one_open_per_claim",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in State if state != State.NEW]),
                name="queue_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=CLOSED_STATES, closed_at__isnull=False)
                | (~Q(state__in=CLOSED_STATES) & Q(closed_at__isnull=True)),
                name="queue_closed_means_left",
            ),
            models.CheckConstraint(condition=Q(reviews_wanted__gte=1), name="queue_wants_a_review"),
            models.CheckConstraint(
                condition=Q(boost__gte=-MOST_POINTS, boost__lte=MOST_POINTS),
                name="queue_boost_in_bounds",
            ),
            models.CheckConstraint(
                condition=Q(snoozed_until__isnull=True) | Q(closed_at__isnull=True),
                name="queue_only_open_ones_sleep",
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.state}"

    @cached_property
    def why(self) -> list[QueueReason]:
        """Return the reasons it is in the queue, in the order they came."""
        return list(self.reasons.all())

    @cached_property
    def tag_names(self) -> list[str]:
        """Return the names of its tags, in the order they were put on."""
        return [each.tag.name for each in self.item_tags.all()]


class QueueReason(models.Model):
    """Why the item is in the queue. `detail` holds what the reason's text needs."""

    class Kind(models.TextChoices):
        CHECK_WORTHY = "check_worthy", _("worth checking")
        CONFLICT = "conflict", _("outlets give differing figures")
        REACH = "reach", _("carried by several outlets")
        CHECKED_BEFORE = "checked_before", _("checked before by another desk")
        REOPENED = "reopened", _("reopened")
        SHELF_LIFE = "shelf_life", _("its shelf life is over")
        EVIDENCE_CHANGED = "evidence_changed", _("evidence changed")
        BY_HAND = "by_hand", _("raised by a person")

    item = models.ForeignKey(QueueItem, models.CASCADE, related_name="reasons")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    detail = models.JSONField(_("detail"), default=dict)
    added_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("reason")
        verbose_name_plural = _("reasons")
        ordering = ["id"]
        indexes = [models.Index(fields=["kind", "item"], name="queue_reason_kind")]
        constraints = [
            models.UniqueConstraint(fields=["item", "kind"], name="queue_reason_once"),
        ]

    def __str__(self) -> str:
        return str(self.Kind(self.kind).label)


class QueueMove(models.Model):
    """One move of an item through the table of states; `by` is null for the machine."""

    item = models.ForeignKey(QueueItem, models.CASCADE, related_name="moves")
    event = models.CharField(_("event"), max_length=20)
    from_state = models.CharField(_("from"), max_length=16)
    to_state = models.CharField(_("to"), max_length=16)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        ordering = ["id"]
        indexes = [
            # What happened since a moment; taking and giving back, most moves, are not in it. By
            # event first: on a day on which a million claims enter, few are reviewed.
            models.Index(
                fields=["event", "at"],
                include=["item", "by"],
                condition=Q(event__in=COUNTED_EVENTS),
                name="queue_move_by_event",
            )
        ]

    def __str__(self) -> str:
        return f"{self.from_state} → {self.to_state}"
