"""The diagram and the table of the documents hold what the table of states holds."""

from __future__ import annotations

import re

import pytest

from reviews.domain.diagram import guard_table, markdown_table, mermaid
from reviews.domain.guards import GUARDS
from reviews.domain.states import CLOSED, TABLE, Event, State, Transition

ARROW = re.compile(r"^    (\S+) --> (\w+): (.+)$", re.MULTILINE)
NOBODY = frozenset[str]()


def arrows(diagram: str) -> set[tuple[str, str, str]]:
    return {
        (source.replace("[*]", State.NEW), target, event)
        for source, target, events in ARROW.findall(diagram)
        for event in events.split(", ")
    }


def test_every_move_to_another_state_is_an_arrow_and_every_arrow_a_move() -> None:
    assert arrows(mermaid(TABLE)) == {
        (row.source, row.target, row.event) for row in TABLE if row.source != row.target
    }


def test_a_claim_can_end_where_nobody_waits_for_it() -> None:
    ends = set(re.findall(r"^    (\w+) --> \[\*\]$", mermaid(TABLE), re.MULTILINE))
    assert ends == CLOSED & {row.target for row in TABLE}


def test_two_ways_of_one_event_are_one_arrow() -> None:
    rows = [Transition(State.QUEUED, Event.TAKE, State.IN_REVIEW, NOBODY)] * 2
    assert mermaid(rows).count("take") == 1


@pytest.mark.parametrize("row", TABLE)
def test_each_row_stands_in_the_table_with_its_rules(row: Transition) -> None:
    lines = markdown_table(TABLE).splitlines()[2:]
    line = lines[TABLE.index(row)]
    assert line.startswith(f"| {row.source} | {row.event} | {row.target} | ")
    assert re.findall(r"`(\w+)`", line) == list(row.guards)
    assert all(role in line for role in row.roles)


def test_each_rule_is_told() -> None:
    assert all(f"| `{name}` | {guard.message} |" in guard_table() for name, guard in GUARDS.items())
