"""Fetching and sending, guarded: each address on the way is checked before it is connected to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from factcheck.http.deadline import Deadline
from factcheck.http.exchange import Answer, Question, exchange
from factcheck.http.failure import NoAnswer, Why
from factcheck.http.guard import NOBODY, addresses_of
from factcheck.http.target import target_of

AGENT = "factcheck (+https://schema.org/ClaimReview)"
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long everything may take (seconds), how much is read (bytes), how far it is followed."""

    seconds: float = 20.0
    max_bytes: int = 5 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came, and the address that gave it, after all redirects."""

    url: str
    answer: Answer


def fetch(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    bounds: Bounds | None = None,
    allow_hosts: Collection[str] = NOBODY,
) -> Fetched:
    """Get `url`, following redirects, each to an address checked like the first.

    `headers` are sent beside, or instead of, our own. Raises NoAnswer, also for a body that is
    larger than the bounds say. A status that is no success is an answer like any other.
    """
    bounds = bounds or Bounds()
    deadline = Deadline.after(bounds.seconds)
    ours = {"User-Agent": AGENT, "Accept": "*/*"}
    question = Question("GET", ours | dict(headers or {}), max_bytes=bounds.max_bytes)
    for _hop in range(bounds.redirects + 1):
        answer = _ask(url, question, deadline, allow_hosts)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            if not answer.is_whole:
                message = f"answered more than {bounds.max_bytes} bytes"
                raise NoAnswer(Why.TOO_LARGE, message)
            return Fetched(url, answer)
        url = urljoin(url, answer.headers["location"])
    raise NoAnswer(Why.REDIRECTS, f"redirected more than {bounds.redirects} times")


def post(
    url: str,
    *,
    body: bytes,
    headers: Mapping[str, str],
    bounds: Bounds,
    allow_hosts: Collection[str] = NOBODY,
) -> Answer:
    """Send `body` and return the answer, its body cut at the bounds. Raises NoAnswer.

    A redirect is an answer like any other: what was meant for one address goes to no other.
    """
    question = Question("POST", {"User-Agent": AGENT, **headers}, body, bounds.max_bytes)
    return _ask(url, question, Deadline.after(bounds.seconds), allow_hosts)


def _ask(url: str, question: Question, deadline: Deadline, allow_hosts: Collection[str]) -> Answer:
    target = target_of(url)
    return exchange(target, addresses_of(target, allow_hosts=allow_hosts), question, deadline)
