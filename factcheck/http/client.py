"""Fetching and sending, guarded: each address on the way is checked before it is connected to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from factcheck.http.deadline import Deadline
from factcheck.http.decoding import ASKED_FOR, decoded
from factcheck.http.exchange import exchange
from factcheck.http.failure import NoAnswer, Why
from factcheck.http.guard import NOBODY, addresses_of, check_port
from factcheck.http.messages import Answer, Question
from factcheck.http.target import Target, target_of

AGENT = "factcheck (+https://schema.org/ClaimReview)"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
Visit = Callable[[Target, Deadline], None]


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long everything may take (seconds), how much is read (bytes), how far it is followed.

    The bytes are those of the body, as it comes and again as it is unpacked.
    """

    seconds: float = 20.0
    max_bytes: int = 5 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came, unpacked, and the address that gave it, after all redirects.

    `moved_to` is where the page has moved for good: the end of the redirects that say so before any
    that does not; "" if there are none.
    """

    url: str
    answer: Answer
    moved_to: str = ""


def fetch(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    bounds: Bounds | None = None,
    allow_hosts: Collection[str] = NOBODY,
    before: Visit | None = None,
    may_cut: bool = False,
) -> Fetched:
    """Get `url`, following redirects, each to an address checked like the first.

    `headers` are sent beside, or instead of, our own. `before` is called before each address is
    asked, once it is known to be public; what it raises ends it. `may_cut`: of a body over the
    bound its beginning is enough. Raises NoAnswer, also for a body that is larger than the bounds
    say or did not come whole. A status that is no success is an answer like any other.
    """
    bounds = bounds or Bounds()
    deadline = Deadline.after(bounds.seconds)
    ours = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": ASKED_FOR}
    question = Question("GET", ours | dict(headers or {}), max_bytes=bounds.max_bytes)
    target, seen = target_of(url), set[str]()
    moved_to, is_for_good = "", True
    for _hop in range(bounds.redirects + 1):
        addresses = addresses_of(target, allow_hosts=allow_hosts, deadline=deadline)
        check_port(target, allow_hosts)
        if before is not None:
            before(target, deadline)
        answer = exchange(target, addresses, question, deadline)
        if answer.status not in REDIRECTS or "location" not in answer.headers:
            whole = _unpacked(answer, bounds.max_bytes, may_cut=may_cut)
            return Fetched(target.url, whole, moved_to)
        seen.add(target.url)
        target = _next(target, answer.headers["location"])
        if target.url in seen:
            raise NoAnswer(Why.REDIRECTS, "redirected in a circle")
        is_for_good = is_for_good and answer.status in PERMANENT
        moved_to = target.url if is_for_good else moved_to
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
    deadline, target = Deadline.after(bounds.seconds), target_of(url)
    addresses = addresses_of(target, allow_hosts=allow_hosts, deadline=deadline)
    return exchange(target, addresses, question, deadline)


def _unpacked(answer: Answer, max_bytes: int, *, may_cut: bool) -> Answer:
    if answer.cut == Why.TOO_LARGE and not may_cut:
        raise NoAnswer(Why.TOO_LARGE, f"answered more than {max_bytes} bytes")
    if answer.cut == Why.BROKEN:
        raise NoAnswer(Why.BROKEN, "closed the connection before all it announced had come")
    encoding = answer.headers.get("content-encoding", "")
    return replace(answer, body=decoded(answer.body, encoding, max_bytes=max_bytes))


def _next(target: Target, location: str) -> Target:
    """Return where a redirect leads. Raises NoAnswer (bad_address, downgrade).

    From https to http it is not followed: what somebody asked for protected would come unprotected,
    and could be changed on the way, with nothing to show for it. Whoever wants it can ask for it.
    """
    try:
        # Many sites write spaces as they are.
        url = urljoin(target.url, location.strip().replace(" ", "%20"))
    except ValueError as error:
        raise NoAnswer(Why.BAD_ADDRESS, "redirected to what is no address") from error
    following = target_of(url)
    if target.scheme == "https" and following.scheme == "http":
        raise NoAnswer(Why.DOWNGRADE, "redirected from https to http")
    return following
