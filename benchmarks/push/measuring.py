"""The order of things: measure the engine, send, wait until all is done, check, print."""

from __future__ import annotations

import time
from collections import Counter

from benchmarks.push.checks import broken
from benchmarks.push.sending import send
from benchmarks.push.texts import articles
from benchmarks.push.workers import Workers
from benchmarks.queue.people import make_people
from benchmarks.queue.server import serving
from claims.extraction.embedding import embed, forget
from claims.extraction.pipeline import readings
from claims.models import Article, Stage
from factcheck.flow import sweep

WORKERS = 2
SAMPLE = 21  # articles: half of the seeds
SWEEP_EVERY = 5.0  # seconds
STALLED = 300.0  # seconds without an article done: something is broken


def measure(count: int, kill_every: float) -> int:
    """Print the figures; return 1 if a promise was broken, else 0."""
    engine = _engine_rate(min(count, SAMPLE))
    [token] = make_people(1).tokens
    workers = Workers(WORKERS)
    try:
        with serving("factcheck.wsgi:application") as server:
            began = time.monotonic()
            counts: Counter[str] = Counter()
            for each in send(server.port, token, articles(count)):
                counts += each
            sent = time.monotonic() - began
        print(f"sent        {60 * count / sent:8.0f} articles/min  {dict(counts)}", flush=True)
        _wait(count, kill_every, workers)
        took = time.monotonic() - began
    finally:
        workers.stop()
    rate = 60 * count / took
    print(f"through     {rate:8.0f} articles/min by {WORKERS} workers, {took:.0f} s in all")
    print(f"engine      {engine:8.0f} articles/min: their sentences embedded, in one process")
    print(f"ratio       {rate / engine:8.2f} of the engine's own rate")
    print(f"memory      {workers.peak_mebibytes:8.0f} MiB at most in a worker's process")
    print(f"killed      {workers.killed:8d} workers")
    faults = broken(count)
    print("\n".join(f"BROKEN: {fault}" for fault in faults) or "none lost, none doubled")
    return int(bool(faults))


def _engine_rate(count: int) -> float:
    """Return how many articles a minute the embedding engine alone would be done with."""
    sentences = [
        reading.text
        for article in articles(count)
        for _span, kind, reading in readings(article["text"])
        if kind == "body"
    ]
    embed(sentences[:10])  # load the engine before the clock starts
    forget()
    began = time.perf_counter()
    embed(sentences)
    return 60 * count / (time.perf_counter() - began)


def _wait(count: int, kill_every: float, workers: Workers) -> None:
    """Wait until all are done; sweep as beat does, and kill a worker now and then."""
    done, progress = 0, time.monotonic()
    next_kill = progress + kill_every if kill_every else float("inf")
    while done < count:
        time.sleep(SWEEP_EVERY / 5)
        now = time.monotonic()
        if now >= next_kill:
            workers.kill_one()
            next_kill = now + kill_every
        if int(now / SWEEP_EVERY) != int((now - SWEEP_EVERY / 5) / SWEEP_EVERY):
            sweep()
        workers.note_memory()
        finished = Article.objects.filter(stage=Stage.DONE).count()
        finished += Article.objects.exclude(failure="").count()
        if finished > done:
            done, progress = finished, now
        assert now - progress < STALLED, f"{done} of {count} are done, and no more will be"
