"""The order of things: measure the engine, send, wait until all is done, check, print."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

from celery import current_app
from django.conf import settings
from django.utils import timezone

from benchmarks.push.checks import broken, doubled, lost
from benchmarks.push.sending import send
from benchmarks.push.workers import Workers
from benchmarks.queue.people import make_people
from benchmarks.queue.server import serving
from claims.extraction.embedding import embed, forget
from claims.extraction.pipeline import readings
from claims.models import Article, Claim, Stage

WORKERS = 2
SAMPLE = 20  # articles that the reference is measured with
LOOK_EVERY = 1.0  # seconds
TOLD_EVERY = 60.0  # seconds between two lines that say how far it is
STALLED = 300.0  # seconds without an article done: something is broken

Articles = Sequence[dict[str, str]]


def measure(articles: Articles, kill_every: float) -> int:
    """Print the figures; return 1 if a promise was broken, else 0."""
    count = len(articles)
    engine = _engine_rate(articles[:SAMPLE])
    [token] = make_people(1).tokens
    accepted, sent = _accept(articles, token)
    print(f"accepted    {60 * count / sent:8.0f} articles/min  {dict(accepted)}", flush=True)
    workers = Workers(WORKERS)
    began = time.monotonic()
    try:
        _wait(count, kill_every, workers)
    finally:
        workers.stop()
    took = time.monotonic() - began
    rate = 60 * count / took
    print(f"finished    {rate:8.0f} articles/min by {WORKERS} workers, {took:.0f} s in all")
    print(f"engine      {engine:8.0f} articles/min: their sentences embedded, in one process")
    print(f"ratio       {rate / engine:8.2f} of the engine's own rate")
    print(f"claims      {Claim.objects.count():8d}")
    print(f"memory      {workers.peak_mebibytes:8.0f} MiB at most in a worker's process")
    print(f"killed      {workers.killed:8d} workers")
    print(
        f"lease       {settings.STEP_LEASE_SECONDS:8.0f} s, swept every {settings.SWEEP_SECONDS} s"
    )
    print(f"lost        {lost(count):8d} articles")
    print(f"doubled     {doubled(count):8d} articles, sentences, appearances and steps")
    faults = broken(count)
    print("\n".join(f"BROKEN: {fault}" for fault in faults) or "every promise holds")
    return int(bool(faults))


def _engine_rate(articles: Articles) -> float:
    """Return how many articles a minute the embedding engine alone would be done with."""
    sentences = [
        reading.text
        for article in articles
        for _span, kind, reading in readings(article["text"])
        if kind == "body"
    ]
    embed(sentences[:10])  # load the engine before the clock starts
    forget()
    began = time.perf_counter()
    embed(sentences)
    return 60 * len(articles) / (time.perf_counter() - began)


def _accept(articles: Articles, token: str) -> tuple[Counter[str], float]:
    """Send all articles; return how many were created, known and refused, and the seconds taken."""
    counts: Counter[str] = Counter()
    with serving("factcheck.wsgi:application") as server:
        began = time.monotonic()
        for each in send(server.port, token, articles):
            counts += each
        return counts, time.monotonic() - began


def _wait(count: int, kill_every: float, workers: Workers) -> None:
    """Wait until all are done; have it swept as beat does, and kill a worker now and then."""
    began = progress = time.monotonic()
    next_kill = began + kill_every if kill_every else float("inf")
    next_sweep, next_told = began, began + TOLD_EVERY
    done = 0
    while done < count:
        time.sleep(LOOK_EVERY)
        now = time.monotonic()
        if now >= next_kill:
            workers.kill_one()
            next_kill = now + kill_every
        if now >= next_sweep:
            _send_sweep()
            next_sweep = now + settings.SWEEP_SECONDS
        workers.note_memory()
        finished = _finished()
        if now >= next_told:
            print(f"  {now - began:6.0f} s {finished:6d} done, {_standing()}", flush=True)
            next_told = now + TOLD_EVERY
        if finished > done:
            done, progress = finished, now
        assert now - progress < STALLED, f"{done} of {count} are done, {_standing()}"


def _send_sweep() -> None:
    """Send the sweep to the workers that are killed, as beat does."""
    current_app.send_task("factcheck.tasks.sweep", expires=settings.SWEEP_SECONDS)


def _finished() -> int:
    done = Article.objects.filter(stage=Stage.DONE).count()
    return done + Article.objects.exclude(failure="").count()


def _standing() -> str:
    """Say what workers hold, tried once more, or gave up."""
    waiting = Article.objects.exclude(stage=Stage.DONE)
    held = waiting.filter(due_at__gt=timezone.now()).count()
    tried = waiting.filter(attempts__gt=1).count()
    failed = waiting.exclude(failure="").count()
    return f"{held} held, {tried} tried again, {failed} failed"
