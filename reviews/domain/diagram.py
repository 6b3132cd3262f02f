"""The table of states as documents show it: a Mermaid diagram and a Markdown table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviews.domain.guards import GUARDS
from reviews.domain.states import CLOSED, State, Transition


def mermaid(table: Sequence[Transition]) -> str:
    """Return a state diagram: an arrow per source, target and event, closed states ending it.

    Moves that stay where they are (a revision, a take) are left to the table below the diagram.
    """
    lines = ["stateDiagram-v2", *_arrows(table)]
    ends = [state for state in State if state in CLOSED and any(r.target == state for r in table)]
    lines += [f"    {state} --> [*]" for state in ends]
    return "\n".join(lines)


def markdown_table(table: Sequence[Transition]) -> str:
    """Return one row per transition: from, event, to, who, and what must hold."""
    rows = ["| from | event | to | who | only if |", "|---|---|---|---|---|"]
    rows += [
        f"| {row.source} | {row.event} | {row.target} | {', '.join(sorted(row.roles))}"
        f" | {', '.join(f'`{guard}`' for guard in row.guards) or '–'} |"
        for row in table
    ]
    return "\n".join(rows)


def guard_table() -> str:
    """Return one row per guard: its id, and what whoever it stops is told."""
    rows = ["| rule | when it does not hold, the desk says |", "|---|---|"]
    rows += [f"| `{name}` | {guard.message} |" for name, guard in GUARDS.items()]
    return "\n".join(rows)


def _arrows(table: Sequence[Transition]) -> Iterator[str]:
    drawn: dict[tuple[State, State], list[str]] = {}
    for row in table:
        events = drawn.setdefault((row.source, row.target), [])
        if row.source != row.target and row.event not in events:
            events.append(row.event)
    for (source, target), events in drawn.items():
        if events:
            start = "[*]" if source == State.NEW else source.value
            yield f"    {start} --> {target}: {', '.join(events)}"
