"""How long pages take by HTTP while nobody else is served, as a signed-in person."""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection

from benchmarks.queue.filling import RARE_LANGUAGE
from benchmarks.queue.server import Serving
from benchmarks.queue.spread import Spread, spread_of
from factcheck.local.product import HOST
from reviews.models import QueueItem

# Each of five workers compiles the templates it uses first, and PostgreSQL plans a statement for
# good when a connection asks it for the fifth time. Asked one by one, the fifth worker may get its
# first request as the sixtieth.
WARM_UP = 60
AT_ONCE = 10
DEEP = 0.6  # of the open items lie before the deep page


def page_paths() -> dict[str, list[str]]:
    """Return the addresses of each kind of page; they are asked for in turn."""
    ids = QueueItem.objects.filter(closed_at__isnull=True).order_by("-priority", "id")
    deep = ids.values_list("pk", flat=True)[int(ids.count() * DEEP)]
    some = ids.values_list("pk", flat=True)[:400:10]
    return {
        "first": ["/queue/"],
        "deep": [f"/queue/?after={deep}"],
        "state": ["/queue/?state=second_review"],
        "language": ["/queue/?language=zh-Hans"],
        "rare language": [f"/queue/?language={RARE_LANGUAGE}"],
        "outlet": ["/queue/?source=3"],
        "mine": ["/queue/?mine=1"],
        "words": ["/queue/?q=report+00004321"],
        "common words": ["/queue/?q=report"],
        "workspace": [f"/queue/{pk}/" for pk in some],
    }


@dataclass(frozen=True, slots=True)
class PageTime:
    """How long a page took, and the servers' processor time for one, in ms."""

    spread: Spread
    processor_each: float


def time_pages(
    server: Serving, cookie: str, paths_of: Mapping[str, list[str]], *, rounds: int
) -> dict[str, PageTime]:
    """Ask for each kind of page so many times, one at a time, after a few that do not count."""
    times = {}
    for kind, paths in paths_of.items():
        wanted = [paths[number % len(paths)] for number in range(rounds)]
        _warm_up(server, paths, cookie)
        used = server.processor_seconds()
        took = [seconds_of(server.port, path, cookie) for path in wanted]
        used = server.processor_seconds() - used
        times[kind] = PageTime(spread_of(took), used / rounds * 1000)
    return times


def _warm_up(server: Serving, paths: list[str], cookie: str) -> None:
    # From the end: what is asked for then may not have been asked for before.
    asked = [paths[-1 - number % len(paths)] for number in range(WARM_UP)]
    with ThreadPoolExecutor(AT_ONCE) as threads:
        list(threads.map(lambda path: seconds_of(server.port, path, cookie), asked))


def seconds_of(port: int, path: str, cookie: str) -> float:
    """Return how long the page took until its last byte."""
    began = time.perf_counter()
    connection = HTTPConnection(HOST, port, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie})
    response = connection.getresponse()
    page = response.read()
    connection.close()
    assert response.status == 200, (path, response.status, page[:300])
    return time.perf_counter() - began
