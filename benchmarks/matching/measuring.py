"""The order of things at each size: fill, index, look for statements, compare, print."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from benchmarks.matching.filling import add_claims, drop_index, make_index
from benchmarks.matching.vectors import Real, Vectors
from benchmarks.queue.spread import Spread, spread_of
from claims.matching.compare import compare
from claims.matching.types import Statement
from claims.models import Claim
from claims.selectors.candidates import near_claims

SEED = 20_261
NEAREST = 10
LEAST_RECALL = 0.97
MOST_GROWTH = 2.0  # per size, each ten times the one before
WARM = 100  # looked for before the clock starts


def measure(sizes: Sequence[int], queries: int) -> int:
    """Print a line per size; return 1 if a floor was missed, else 0."""
    random = np.random.default_rng(SEED)
    real = Real.read()
    stored = np.empty((0, real.vectors.shape[1]), np.float32)
    wanted = list(_statements(real, queries, random))
    p95s: list[float] = []
    recalls: list[float] = []
    print("   claims  index s  index MB  recall@10  candidates ms p50 p95  whole match p50 p95")
    for size in sizes:
        drop_index()
        stored = np.concatenate([stored, add_claims(real, range(len(stored), size), random)])
        made = make_index()
        [recall, found, matched] = _look(wanted, stored)
        recalls.append(recall)
        p95s.append(matched.p95)
        growth = f"  {p95s[-1] / p95s[-2]:.2f} times the size before" if len(p95s) > 1 else ""
        line = f"{size:9d} {made:8.0f} {_index_megabytes():9.0f} {recall:10.3f}"
        print(f"{line}  {found}  {matched}{growth}", flush=True)
    grows = [later / before > MOST_GROWTH for before, later in pairwise(p95s)]
    return int(min(recalls) < LEAST_RECALL or any(grows))


def _statements(real: Real, count: int, random: np.random.Generator) -> Iterator[Statement]:
    for place, vector in zip(*real.around(count, random), strict=True):
        yield Statement(
            text=real.texts[place],
            language=real.languages[place],
            vector=tuple(map(float, vector)),
            quantities=real.quantities[place],
        )


def _look(wanted: Sequence[Statement], stored: Vectors) -> tuple[float, Spread, Spread]:
    """Return the share of the truly nearest that was found, and how long both steps took."""
    shares: list[float] = []
    finding: list[float] = []
    matching: list[float] = []
    first = _first_key()
    for statement in wanted[:WARM]:
        near_claims(statement)
    for statement in wanted:
        began = time.perf_counter()
        near = near_claims(statement)
        finding.append(time.perf_counter() - began)
        for _claim, other in near:
            compare(statement, other)
        matching.append(time.perf_counter() - began)
        places = {claim.pk - first for claim, _other in near}
        shares.append(len(places & set(_nearest(statement, stored))) / NEAREST)
    return float(np.mean(shares)), spread_of(finding), spread_of(matching)


def _nearest(statement: Statement, stored: Vectors) -> NDArray[np.int64]:
    """Return the places of the truly nearest of `stored`."""
    cosines = stored @ np.array(statement.vector, np.float32)
    return np.argpartition(cosines, -NEAREST)[-NEAREST:]


def _first_key() -> int:
    return Claim.objects.order_by("pk").values_list("pk", flat=True)[0]


def _index_megabytes() -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_relation_size('claim_vector')")
        return float(cursor.fetchone()[0]) / 1e6
