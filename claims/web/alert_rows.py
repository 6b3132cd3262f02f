"""Alerts in words: what happened, where, and the passage that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.evidence.passages import Change, passage_diff
from claims.models import Alert, AlertKind
from claims.web.alert_filters import SettleForm
from reviews.selectors.claim_items import newest_items
from reviews.selectors.repeats import Repeats, repeats_of

# What an editor can do about it.
ADVICE = {
    AlertKind.SILENT_EDIT: _(
        "Look whether the claim still stands as it is quoted; note the change, or have the verdict"
        " corrected."
    ),
    AlertKind.OPEN_EDIT: _("The outlet says so itself: say it in the verdict, too."),
    AlertKind.EVIDENCE_DRIFT: _(
        "Look whether the evidence still carries the verdict; the copy kept before is unchanged."
    ),
    AlertKind.SOURCE_QUIET: _("Look whether it still publishes, and whether its feed moved."),
    AlertKind.FEED_DEAD: _("It is not asked any more. The log of the workers says what happened."),
    AlertKind.REPEAT: _(
        "Tell the outlets of the verdict, or look whether they say something else than it judges."
    ),
    AlertKind.FEED_GONE: _("It is not asked any more. Look for the address of another feed."),
}

# What became of a page that is cited, by the outcome of the look at it.
OUTCOMES = {
    "changed": _("The page says something else where the quoted passage stood:"),
    "vanished": _("The quoted passage is not on the page any more:"),
    "gone": _("The page is gone. It said:"),
}


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert with what the list shows of it.

    `changes` is empty when no passage is told of; `workspace` is "" when the claim has no item.
    `form` is None for one that is settled, `repeats` for one of another kind, and where the verdict
    stands no more.
    """

    alert: Alert
    advice: str
    changes: tuple[Change, ...]
    workspace: str
    form: SettleForm | None
    repeats: Repeats | None = None

    @property
    def what(self) -> str:
        """Return what became of the passage, "" when its changes say so."""
        outcome = OUTCOMES.get(str(self.alert.details.get("outcome")))
        if outcome is not None:
            return str(outcome)
        is_gone = bool(self.changes) and not self.alert.details.get("after")
        return gettext("The passage is gone:") if is_gone else ""

    @property
    def language(self) -> str:
        """Return the language of the passage, "" when it is of a page in whatever language."""
        claim = self.alert.claim
        return claim.language if claim and self.alert.kind != AlertKind.EVIDENCE_DRIFT else ""

    @property
    def has_verdict(self) -> bool:
        """Return whether a published verdict rests on what changed."""
        return bool(self.alert.details.get("verdict"))


def alert_rows(
    alerts: Sequence[Alert], refused: dict[int, SettleForm] | None = None
) -> list[AlertRow]:
    """Return the alerts as rows; `refused` has the forms sent in vain, by the alert's id."""
    items = newest_items(each.claim_id for each in alerts if each.claim_id)
    forms = refused or {}
    repeats = repeats_of([_pair(each) for each in alerts if each.kind == AlertKind.REPEAT])
    return [
        AlertRow(
            alert=each,
            advice=str(ADVICE.get(AlertKind(each.kind), "")),
            changes=_changes(each),
            workspace=reverse("workspace", args=[items[each.claim_id]])
            if each.claim_id in items
            else "",
            form=None if each.settled_at else forms.get(each.pk) or _form(each),
            repeats=repeats.get(_pair(each)),
        )
        for each in alerts
    ]


def _pair(alert: Alert) -> tuple[int, int]:
    return alert.claim_id or 0, alert.checked_claim_id or 0


def _form(alert: Alert) -> SettleForm:
    return SettleForm(auto_id=f"id_{alert.pk}_%s")


def _changes(alert: Alert) -> tuple[Change, ...]:
    before, after = alert.details.get("before"), alert.details.get("after")
    if not isinstance(before, str) or not isinstance(after, str):
        return ()
    return tuple(passage_diff(before, after))
