"""The bare site under the same crowd: what one request costs at the least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from benchmarks.queue.crowd import all_at_once
from benchmarks.queue.notes import write_notes
from benchmarks.queue.server import serving
from benchmarks.queue.spread import Spread, spread_of

TABLE = "CREATE TABLE bare_note (id bigserial PRIMARY KEY, item_id bigint, at timestamptz)"


@dataclass(frozen=True, slots=True)
class Reference:
    """Notes written a second, how long each took, and the servers' processor time for one (ms)."""

    per_second: float
    note: Spread
    processor_each: float


def run_reference(tokens: Sequence[str], *, seconds: float) -> Reference:
    """Let as many clients as there are tokens write notes for so long."""
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
    with serving("benchmarks.queue.bare:application") as server:
        done = all_at_once(write_notes, server, tokens, name="reference", seconds=seconds)
    each = [took for result in done.results for took in result]
    return Reference(len(each) / done.seconds, spread_of(each), done.processor / len(each) * 1000)
