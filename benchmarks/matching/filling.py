"""Claims by the hundred thousand, as COPY takes them."""

from __future__ import annotations

import time

import numpy as np
from django.db import connection
from django.utils import timezone
from pgvector.psycopg import register_vector
from psycopg.types.json import Jsonb

from benchmarks.matching.vectors import Real, Vectors
from claims.models import Claim

AT_ONCE = 20_000
COLUMNS = {
    "text": "text", "clarified": "text", "language": "text", "speaker": "text",
    "quantities": "jsonb", "dates": "jsonb", "units": "jsonb", "score": "float8",
    "about": "text", "keys": "text[]", "vector": "vector", "created_at": "timestamptz",
}  # fmt: skip
# The index is made anew at each size, as a desk that moves to a new server does: a claim at a time
# a million would take hours on two cores.
MAKING = ("SET maintenance_work_mem = '6GB'", "SET max_parallel_maintenance_workers = 2")


def add_claims(real: Real, numbers: range, random: np.random.Generator) -> Vectors:
    """Add claims of these numbers; return their vectors, (n, 384), in the order of their keys."""
    made: list[Vectors] = []
    for start in range(numbers.start, numbers.stop, AT_ONCE):
        count = min(AT_ONCE, numbers.stop - start)
        of, vectors = real.around(count, random)
        _copy(real, start, list(map(int, of)), vectors)
        made.append(vectors)
    return np.concatenate(made)


def make_index() -> float:
    """Make the index of the vectors anew; return the seconds it took."""
    [index] = [each for each in Claim._meta.indexes if each.name == "claim_vector"]
    with connection.cursor() as cursor, connection.schema_editor() as editor:
        cursor.execute("DROP INDEX IF EXISTS claim_vector")
        for setting in MAKING:
            cursor.execute(setting)
        began = time.perf_counter()
        editor.add_index(Claim, index)
    took = time.perf_counter() - began
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE claims_claim")
    return took


def drop_index() -> None:
    """Take the index of the vectors away while claims are added."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX IF EXISTS claim_vector")


def _copy(real: Real, start: int, of: list[int], vectors: Vectors) -> None:
    now, none = timezone.now(), Jsonb([])
    into = f"COPY claims_claim ({', '.join(COLUMNS)}) FROM STDIN (FORMAT binary)"
    connection.ensure_connection()
    register_vector(connection.connection)  # what a cursor knows is settled when it is opened
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        copy.set_types(list(COLUMNS.values()))
        for number, (place, vector) in enumerate(zip(of, vectors, strict=True), start):
            text, language = f"{real.texts[place]} ({number})", real.languages[place]
            found = real.keys[place]
            copy.write_row((text, "", language, "", none, none, none, 0.5, "", found, vector, now))
