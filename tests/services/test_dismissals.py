"""The ledger of dismissals, and the second look at some of them."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from reviews.domain.dismissals import Outcome, Why
from reviews.domain.states import State
from reviews.models import Dismissal, QueueItem
from reviews.services.dismissals import (
    dismissal_confirm,
    dismissal_overturn,
    item_dismiss,
    item_restore,
)
from tests.audit import events_of
from tests.factories import make_item


@pytest.fixture
def every_one_is_drawn(settings: Any) -> None:
    """Have each dismissal looked at again."""
    settings.DISMISSAL_AUDIT_SHARE = 1.0


def dismissed(actor: User, why: Why = Why.OPINION) -> Dismissal:
    return Dismissal.objects.get(item=item_dismiss(item=make_item(), actor=actor, why=why))


def test_a_dismissal_is_a_line_of_the_ledger_until_it_is_restored(
    fact_checker: User, editor: User, settings: Any
) -> None:
    settings.DISMISSAL_AUDIT_SHARE = 0.0
    line = dismissed(fact_checker)
    assert (line.why, line.by, line.restored_at, line.is_drawn) == (
        Why.OPINION, fact_checker, None, False,
    )  # fmt: skip
    item_restore(item=line.item, actor=editor)
    line.refresh_from_db()
    assert line.restored_by == editor
    assert line.restored_at is not None


@pytest.mark.parametrize("why", [Why.OTHER, Why.DUPLICATE])
def test_a_reason_that_says_too_little_needs_words(why: Why, fact_checker: User) -> None:
    with pytest.raises(WrongState) as refusal:
        item_dismiss(item=make_item(), actor=fact_checker, why=why)
    assert refusal.value.code == "gives_note"
    assert not Dismissal.objects.exists()


@pytest.mark.usefixtures("every_one_is_drawn")
def test_a_second_person_confirms_a_dismissal(fact_checker: User, second_checker: User) -> None:
    line = dismissal_confirm(dismissal=dismissed(fact_checker), actor=second_checker)
    assert (line.outcome, line.looked_by) == (Outcome.CONFIRMED, second_checker)
    assert QueueItem.objects.get().state == State.DISMISSED
    assert events_of(line) == ["dismissal.confirm"]


@pytest.mark.usefixtures("every_one_is_drawn")
def test_a_dismissal_that_is_overturned_puts_the_claim_back(
    fact_checker: User, second_checker: User
) -> None:
    line = dismissed(fact_checker)
    with pytest.raises(WrongState):
        dismissal_overturn(dismissal=line, actor=second_checker, note=" ")
    line = dismissal_overturn(
        dismissal=line, actor=second_checker, note="It states a figure of last year."
    )
    assert (line.outcome, line.restored_by) == (Outcome.OVERTURNED, second_checker)
    assert QueueItem.objects.get().state == State.QUEUED


@pytest.mark.usefixtures("every_one_is_drawn")
def test_nobody_looks_again_at_their_own_dismissal(fact_checker: User) -> None:
    line = dismissed(fact_checker)
    for act in (dismissal_confirm, dismissal_overturn):
        with pytest.raises(NotAllowed) as refusal:
            act(dismissal=line, actor=fact_checker, note="As before.")
        assert refusal.value.code == "own_dismissal"


@pytest.mark.usefixtures("every_one_is_drawn")
def test_an_administrator_does_not_judge_a_dismissal(
    fact_checker: User, administrator: User
) -> None:
    with pytest.raises(NotAllowed) as refusal:
        dismissal_confirm(dismissal=dismissed(fact_checker), actor=administrator)
    assert refusal.value.code == "role"


def test_what_was_not_drawn_is_not_looked_at(
    fact_checker: User, second_checker: User, settings: Any
) -> None:
    settings.DISMISSAL_AUDIT_SHARE = 0
    with pytest.raises(WrongState):
        dismissal_confirm(dismissal=dismissed(fact_checker), actor=second_checker)


@pytest.mark.usefixtures("every_one_is_drawn")
def test_a_dismissal_is_looked_at_once_and_not_after_it_was_restored(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    seen, restored = dismissed(fact_checker), dismissed(fact_checker)
    dismissal_confirm(dismissal=seen, actor=second_checker)
    item_restore(item=restored.item, actor=editor)
    for line in (seen, restored):
        with pytest.raises(WrongState):
            dismissal_overturn(dismissal=line, actor=editor, note="I see it otherwise.")


def test_whoever_restores_and_dismisses_again_does_not_escape_the_second_look(
    fact_checker: User, second_checker: User, settings: Any
) -> None:
    settings.DISMISSAL_AUDIT_SHARE = 1
    first = dismissed(fact_checker)
    settings.DISMISSAL_AUDIT_SHARE = 0
    item = item_restore(item=first.item, actor=fact_checker)
    item_dismiss(item=item, actor=fact_checker, why=Why.OPINION)
    again = Dismissal.objects.get(item=item, restored_at=None)
    assert again.is_drawn
    dismissal_overturn(dismissal=again, actor=second_checker, note="It states a figure.")


def test_what_was_looked_at_is_drawn_anew_when_it_is_dismissed_again(
    fact_checker: User, second_checker: User, settings: Any
) -> None:
    settings.DISMISSAL_AUDIT_SHARE = 1
    first = dismissed(fact_checker)
    dismissal_overturn(dismissal=first, actor=second_checker, note="It states a figure.")
    settings.DISMISSAL_AUDIT_SHARE = 0
    item_dismiss(item=first.item, actor=fact_checker, why=Why.OPINION)
    assert not Dismissal.objects.get(item=first.item, restored_at=None).is_drawn


@pytest.mark.usefixtures("every_one_is_drawn")
def test_a_note_that_is_no_text_is_refused(fact_checker: User, second_checker: User) -> None:
    with pytest.raises(InvalidInput):
        dismissal_confirm(dismissal=dismissed(fact_checker), actor=second_checker, note="\x00")
