"""Who may do which act of triage, and when."""

from __future__ import annotations

from itertools import product

import pytest

from reviews.domain.states import ADMINISTRATOR, CHECKER, EDITOR, MACHINE
from reviews.domain.triage import Act, Asked, refusal, same_thing

ME, YOU = 1, 2


def rule(act: Act, asked: Asked) -> str:
    refused = refusal(act, asked)
    return refused.rule if refused else ""


@pytest.mark.parametrize(("act", "role"), list(product(Act, (CHECKER, EDITOR))), ids=str)
def test_fact_checkers_and_editors_triage_what_is_open(act: Act, role: str) -> None:
    assert rule(act, Asked(frozenset({role}), ME, is_open=True)) == ""


@pytest.mark.parametrize(("act", "role"), list(product(Act, (ADMINISTRATOR, "nobody"))), ids=str)
def test_nobody_else_does(act: Act, role: str) -> None:
    assert rule(act, Asked(frozenset({role}), ME, is_open=True)) == "role"


@pytest.mark.parametrize("act", Act)
def test_the_machine_only_wakes(act: Act) -> None:
    assert (rule(act, Asked(frozenset({MACHINE}), 0, is_open=True)) == "") == (act == Act.WAKE)


@pytest.mark.parametrize("act", sorted(set(Act) - {Act.DISMISS}))
def test_what_has_left_the_queue_is_not_triaged(act: Act) -> None:
    assert rule(act, Asked(frozenset({EDITOR}), ME, is_open=False)) == "is_open"


@pytest.mark.parametrize("holder", [None, ME, YOU])
@pytest.mark.parametrize("wanted", [None, ME, YOU])
def test_a_fact_checker_assigns_only_to_themselves_and_only_what_nobody_else_has(
    holder: int | None, wanted: int | None
) -> None:
    def asked(role: str) -> Asked:
        return Asked(frozenset({role}), ME, is_open=True, holder=holder, wanted=wanted)

    assert rule(Act.ASSIGN, asked(EDITOR)) == ""
    assert (rule(Act.ASSIGN, asked(CHECKER)) == "") == (YOU not in {holder, wanted})


@pytest.mark.parametrize("act", Act)
def test_an_act_changes_the_same_thing_as_itself_and_whatever_it_shares_it_with(act: Act) -> None:
    assert act in same_thing(act)
    assert all(same_thing(other) == same_thing(act) for other in same_thing(act))
