"""Alerts: one per cause, settled once, by an editor who says what was done."""

from __future__ import annotations

import pytest

from claims.models import Alert, AlertKind
from claims.services.alerts import alert_raise, alert_settle
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from tests.audit import events_of

pytestmark = pytest.mark.django_db


def quiet(cause: str = "feed 1 since May") -> Alert:
    alert, _is_new = alert_raise(kind=AlertKind.SOURCE_QUIET, cause=cause)
    return alert


def test_a_cause_raises_one_alert_also_after_it_was_settled(editor: User) -> None:
    first = quiet()
    alert_settle(alert=first, actor=editor, note="They are on holiday.")
    again, is_new = alert_raise(kind=AlertKind.SOURCE_QUIET, cause="feed 1 since May")
    assert (again.pk, is_new) == (first.pk, False)
    assert quiet("feed 1 since June").pk != first.pk
    assert events_of(first) == ["alert.raise", "alert.settle"]


def test_an_editor_or_the_machine_settles_an_alert_with_a_note(editor: User) -> None:
    by_hand = alert_settle(alert=quiet("one"), actor=editor, note=" Rang them. ")
    by_itself = alert_settle(alert=quiet("two"), actor=None, note="It speaks again.")
    assert (by_hand.settled_by, by_hand.note) == (editor, "Rang them.")
    assert by_itself.settled_by is None
    assert by_itself.settled_at is not None


def test_an_alert_is_not_settled_twice_without_a_word_or_by_anybody(
    fact_checker: User, administrator: User, editor: User
) -> None:
    alert = quiet()
    for person in (fact_checker, administrator):
        with pytest.raises(NotAllowed):
            alert_settle(alert=alert, actor=person, note="Looked at.")
    with pytest.raises(InvalidInput, match="Say what was done"):
        alert_settle(alert=alert, actor=editor, note="  ")
    alert_settle(alert=alert, actor=editor, note="Looked at.")
    with pytest.raises(WrongState):
        alert_settle(alert=alert, actor=editor, note="Looked at again.")
