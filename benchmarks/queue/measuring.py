"""The order of things: grow the desk, time its pages, let the reviewers work, check, print."""

from __future__ import annotations

import time
from collections.abc import Sequence

from django.db import connection

from benchmarks.queue.checks import broken
from benchmarks.queue.filling import fill
from benchmarks.queue.judged import fill_judged, judged_paths
from benchmarks.queue.load import Load, run_load
from benchmarks.queue.pages import PageTime, page_paths, time_pages
from benchmarks.queue.people import make_people
from benchmarks.queue.reference import Reference, run_reference
from benchmarks.queue.server import serving

ROUNDS = 200  # the p95 of forty is its second slowest: 24 ms in one run, 40 in the next
JUDGED_ROUNDS = 60  # each dashboard of other days is one that nobody has asked for yet
WARM_UP = 2.0  # each worker imports and connects on its first requests


def measure(sizes: Sequence[int], reviewers: int, seconds: float) -> int:
    """Print the figures of a desk of each size; return 1 if a promise was broken, else 0."""
    people = make_people(reviewers)
    pages: list[dict[str, PageTime]] = []
    loads: list[Load] = []
    broken_count = 0
    for before, size in zip([0, *sizes], sizes, strict=False):
        began = time.monotonic()
        fill(range(before, size), people.reviewers)
        fill_judged(range(before, size), people.reviewers[0], people.editor)
        print(f"{size:,} items, filled in {time.monotonic() - began:.0f} s", flush=True)
        if not loads:
            reference = run_reference(people.tokens, seconds=seconds / 2)
            _print_reference(reference)
        with serving("factcheck.wsgi:application") as server:
            times = time_pages(server, people.cookie, page_paths(), rounds=ROUNDS)
            times |= time_pages(server, people.editor_cookie, judged_paths(), rounds=JUDGED_ROUNDS)
            pages.append(times)
            _print_pages(pages)
            name = f"run of {size}"
            run_load(server, people.tokens, name="warming up", seconds=WARM_UP)
            loads.append(run_load(server, people.tokens, name=name, seconds=seconds))
        _print_load(loads, reference)
        broken_count += _print_broken(broken(loads[-1], name), loads[-1].faults)
    connection.close()
    return int(broken_count > 0)


def _print_reference(reference: Reference) -> None:
    print("                       a second    p50    p95 ms   CPU ms each")
    print(
        f"  bare view, 1 + 1     {reference.per_second:8.1f} {reference.note}"
        f"      {reference.processor_each:8.2f}"
    )


def _print_load(loads: Sequence[Load], reference: Reference) -> None:
    load, first = loads[-1], loads[0]
    ratio = reference.processor_each / load.processor_each
    print(
        f"  reviews              {load.per_second:8.1f} {load.submit}      "
        f"{load.processor_each:8.2f}   (as {1 / ratio:.1f} bare requests)\n"
        f"  takes                {load.takes_per_second:8.1f} {load.take}      "
        f"           (p95 {load.take.p95 / first.take.p95:.2f})"
    )
    print("  " + ", ".join(f"{what}: {count}" for what, count in sorted(load.said.items())))


def _print_pages(pages: Sequence[dict[str, PageTime]]) -> None:
    for kind, page in pages[-1].items():
        first = pages[0][kind]
        slower = page.spread.p95 / first.spread.p95
        print(
            f"  page: {kind:23} {page.spread}      {page.processor_each:8.2f}"
            f"   (p95 {slower:.2f}, CPU {page.processor_each / first.processor_each:.2f})"
        )


def _print_broken(counts: dict[str, int], faults: Sequence[str]) -> int:
    for what, count in counts.items():
        print(f"  {count:6} {what}")
    for fault in faults[:5]:
        print(f"         {fault}")
    return sum(counts.values())
