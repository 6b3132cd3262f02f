"""The table of states, tried row by row: it allows what it says and nothing else."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from reviews.domain.guards import GUARDS, Situation
from reviews.domain.states import (
    ADMINISTRATOR,
    ASKED_WITH_THE_MOVE,
    CHECKER,
    CHOICE,
    CLOSED,
    EDITOR,
    FORCED,
    MACHINE,
    TABLE,
    TAKEABLE,
    Event,
    Refusal,
    State,
    Transition,
    decide,
    open_events,
)
from tests.pure.reviews.situations import PASSES, REFUSES, permitting

WHO = (CHECKER, EDITOR, ADMINISTRATOR, MACHINE, "nobody")
ROWS_AND_GUARDS = [(row, guard) for row in TABLE for guard in row.guards]


def named(value: Transition | str) -> str:
    return value if isinstance(value, str) else f"{value.source}-{value.event}-{value.target}"


@pytest.mark.parametrize(("row", "role"), list(product(TABLE, WHO)), ids=named)
def test_a_move_is_open_to_the_roles_of_its_row_only(row: Transition, role: str) -> None:
    decision = decide(row.source, row.event, permitting(row.guards, role))
    if role in row.roles:
        assert decision == row
    else:
        assert isinstance(decision, Refusal)
        assert decision.rule == "role"


@pytest.mark.parametrize(("row", "guard"), ROWS_AND_GUARDS, ids=named)
def test_a_guard_that_fails_stops_its_row_and_is_named(row: Transition, guard: str) -> None:
    role = min(row.roles)
    situation = replace(permitting(row.guards, role), **REFUSES[guard])
    decision = decide(row.source, row.event, situation)
    if guard in CHOICE:
        # The facts pick another row of the same event, or the first thing a person can mend.
        assert decision != row
    else:
        assert decision == Refusal(guard, GUARDS[guard].message)


@pytest.mark.parametrize(("state", "event"), list(product(State, Event)), ids=str)
def test_an_event_the_table_does_not_have_is_the_wrong_state(state: State, event: Event) -> None:
    everything = replace(permitting(PASSES, EDITOR), roles=frozenset(WHO))
    decision = decide(state, event, everything)
    in_table = any((row.source, row.event) == (state, event) for row in TABLE)
    assert in_table != (isinstance(decision, Refusal) and decision.rule == "wrong_state")


@pytest.mark.parametrize(("state", "role"), list(product(State, WHO)), ids=str)
def test_the_buttons_shown_are_the_moves_that_would_be_taken(state: State, role: str) -> None:
    for row in (row for row in TABLE if row.source == state):
        situation = permitting(row.guards, role)
        asked = {guard: REFUSES[guard] for guard in ASKED_WITH_THE_MOVE}
        before_asking = replace(situation, **asked["gives_note"], **asked["review_is_complete"])
        assert (row.event in open_events(state, before_asking)) == (role in row.roles)


@pytest.mark.parametrize(("row", "guard"), ROWS_AND_GUARDS, ids=named)
def test_no_button_is_shown_where_a_guard_would_refuse(row: Transition, guard: str) -> None:
    situation = replace(permitting(row.guards, min(row.roles)), **REFUSES[guard])
    shown = row.event in open_events(row.source, situation)
    taken = isinstance(decide(row.source, row.event, situation), Transition)
    assert shown == (taken or guard in ASKED_WITH_THE_MOVE)


def test_every_guard_of_the_table_exists_and_every_guard_is_used() -> None:
    assert {guard for row in TABLE for guard in row.guards} == set(GUARDS)
    assert set(PASSES) == set(REFUSES) == set(GUARDS)


@pytest.mark.parametrize("guard", GUARDS)
def test_each_guard_tells_passing_facts_from_refused_ones(guard: str) -> None:
    assert GUARDS[guard].holds(replace(Situation(), **PASSES[guard]))
    assert not GUARDS[guard].holds(replace(Situation(), **REFUSES[guard]))


@pytest.mark.parametrize("guard", GUARDS)
def test_each_guard_speaks_to_a_person_in_a_sentence(guard: str) -> None:
    message = GUARDS[guard].message
    assert message[0].isupper()
    assert message.endswith(".")


def test_no_two_rows_can_be_taken_by_the_same_facts() -> None:
    for one, other in product(TABLE, TABLE):
        if one is not other and (one.source, one.event) == (other.source, other.event):
            assert any(
                not GUARDS[guard].holds(permitting(one.guards, EDITOR)) for guard in other.guards
            ), f"{named(one)} and {named(other)}"


def test_every_state_in_use_can_be_reached_and_left() -> None:
    reached = {State.NEW}
    for _round in State:
        reached |= {row.target for row in TABLE if row.source in reached}
    targets = {row.target for row in TABLE}
    assert reached == targets | {State.NEW}
    assert State.PUBLISHED in reached
    assert {state for state in reached if not any(row.source == state for row in TABLE)} == set()


def test_from_every_open_state_a_claim_can_still_be_published_or_dismissed() -> None:
    ends = {State.PUBLISHED, State.CORRECTED, State.DISMISSED}
    for _round in State:
        ends |= {row.source for row in TABLE if row.target in ends}
    assert {row.target for row in TABLE} - CLOSED <= ends


def test_what_can_be_taken_is_what_the_table_lets_be_taken() -> None:
    assert set(TAKEABLE) == {row.source for row in TABLE if row.event == Event.TAKE}


def test_the_machine_moves_only_what_needs_no_judgement() -> None:
    moves = {row.event for row in TABLE if MACHINE in row.roles}
    assert moves == {
        Event.ENQUEUE, Event.RELEASE, Event.RESTORE, Event.EXPIRE, Event.DRIFT
    }  # fmt: skip


def test_only_editors_decide_on_what_is_published() -> None:
    deciding = (Event.SIGN_OFF, Event.SEND_BACK, Event.PUBLISH, Event.RETRACT)
    assert {row.roles for row in TABLE if row.event in deciding} == {frozenset({EDITOR})}


def test_an_administrator_only_restores_and_forces() -> None:
    assert {row.event for row in TABLE if ADMINISTRATOR in row.roles} == {Event.RESTORE} | FORCED


def test_only_an_administrator_forces_and_never_without_a_reason() -> None:
    forced = [row for row in TABLE if row.event in FORCED]
    assert {row.roles for row in forced} == {frozenset({ADMINISTRATOR})}
    assert all("gives_note" in row.guards for row in forced)


def test_nobody_publishes_their_own_work_or_without_evidence_even_by_force() -> None:
    never = {
        "is_not_author", "has_not_reviewed", "is_not_recused", "has_evidence", "reply_is_settled",
    }  # fmt: skip
    publishing = [row for row in TABLE if row.event == Event.FORCE_PUBLISH]
    assert publishing
    assert all(never <= set(row.guards) for row in publishing)
