"""What a site asks of programs in its robots.txt, read once a day (RFC 9309)."""

from __future__ import annotations

import json
import re
import time
import zlib
from dataclasses import asdict, dataclass

from django.conf import settings
from protego import Protego

from claims.sources.fetch_failure import FetchFailed
from claims.sources.host_store import PREFIX, host_store
from factcheck.http.client import Bounds, fetch
from factcheck.http.deadline import Deadline
from factcheck.http.failure import NoAnswer, Why
from factcheck.http.target import Target

MAX_BYTES = 500 * 1024  # of which all is read; of a longer one, the beginning
FRESH_SECONDS = 24 * 3600.0
AWAY_SECONDS = 10 * 60.0  # until one that could not be read is asked for again
KEPT_SECONDS = 7 * 24 * 3600  # an old one counts as long as there is no newer one to be had
# Bytes, packed; most take three thousand. A feed that leads to thousands of hosts, half a megabyte
# each, must not fill Redis: a longer one is read each time.
MOST_KEPT = 32 * 1024
TOO_MANY_REQUESTS = 429
# Every way to write it that the parser takes.
AGENT_LINE = re.compile(r"\s*user[\s-]?\s*agent\s*[:\s]\s*([^#]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kept:
    """A robots.txt as it was read; `text` is None if it could not be, "" if there is none."""

    text: str | None
    read_again_at: float  # seconds of the epoch


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site asks of us."""

    parsed: Protego
    agent: str

    def allow(self, url: str) -> bool:
        """Say whether a program like us may fetch `url`."""
        return self.parsed.can_fetch(url, self.agent)

    @property
    def pause(self) -> float:
        """Return the seconds it wants between two requests, 0 when it does not say."""
        return self.parsed.crawl_delay(self.agent) or 0.0


def robots_rules(target: Target, deadline: Deadline) -> Rules:
    """Return the rules of the site of `target`, read now unless they were today.

    A site that answers 4xx has none, and everything is allowed. Raises FetchFailed: robots_away if
    it answers 5xx or not at all, when nothing is; redis_away.
    """
    site = f"{target.scheme}://{target.authority}"
    kept = _kept(site)
    if kept is None or kept.read_again_at <= time.time():
        kept = _read_again(site, kept, deadline)
        _keep(site, kept)
    if kept.text is None:
        wait = max(0.0, kept.read_again_at - time.time())
        raise FetchFailed(Why.ROBOTS_AWAY, "its robots.txt cannot be read", retry_after=wait)
    agent = agent_name(settings.FETCH_AGENT)
    return Rules(Protego.parse(of_concern(kept.text, agent)), agent)


def agent_name(agent: str) -> str:
    """Return the name robots.txt calls us by: "factcheck" of "factcheck/1 (+https://…)"."""
    return re.split(r"[/\s]", agent, maxsplit=1)[0].lower()


def of_concern(text: str, agent: str) -> str:
    """Return the robots.txt with all agents but `agent` and "*" named alike.

    The parser copies each rule to each agent it is for: half a megabyte of ten thousand agents and
    ten thousand rules would fill any memory.
    """
    return "\n".join(_of_concern(line, agent) for line in text.splitlines())


def _of_concern(line: str, agent: str) -> str:
    named = AGENT_LINE.match(line)
    if named is None:
        return line
    name = agent_name(named[1].strip())
    return f"User-agent: {name if name in {agent, '*'} else 'others'}"


def _kept(site: str) -> Kept | None:
    with host_store() as store:
        packed = store.get(f"{PREFIX}robots:{site}")
    return Kept(**json.loads(zlib.decompress(packed))) if isinstance(packed, bytes) else None


def _keep(site: str, kept: Kept) -> None:
    packed = zlib.compress(json.dumps(asdict(kept)).encode())
    if len(packed) <= MOST_KEPT:
        with host_store() as store:
            store.set(f"{PREFIX}robots:{site}", packed, ex=KEPT_SECONDS)


def _read_again(site: str, old: Kept | None, deadline: Deadline) -> Kept:
    try:
        text = _read(site, deadline)
    except NoAnswer:
        text = None
    if text is None:
        last = old.text if old is not None else None
        return Kept(last, time.time() + AWAY_SECONDS)
    return Kept(text, time.time() + FRESH_SECONDS)


def _read(site: str, deadline: Deadline) -> str | None:
    """Return the robots.txt, "" if the site has none, None if it does not say. Raises NoAnswer."""
    try:
        answer = fetch(
            f"{site}/robots.txt",
            headers={"User-Agent": settings.FETCH_AGENT, "Accept-Encoding": "identity"},
            bounds=Bounds(seconds=deadline.step(), max_bytes=MAX_BYTES),
            allow_hosts=settings.FETCH_ALLOW_HOSTS,
            may_cut=True,
        ).answer
    except NoAnswer as failure:
        if failure.why in {Why.REDIRECTS, Why.DOWNGRADE}:
            return ""  # as if there were none, says the RFC
        raise
    if 200 <= answer.status < 300:
        return answer.body.decode("utf-8-sig", "replace")
    # "Too many requests" is no permission to make more.
    return "" if 400 <= answer.status < 500 and answer.status != TOO_MANY_REQUESTS else None
