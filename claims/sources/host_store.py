"""What is remembered of hosts, in Redis, for all workers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import redis
from django.conf import settings

from claims.sources.fetch_failure import FetchFailed
from factcheck.http.failure import Why

PREFIX = "factcheck:fetch:"
SECONDS = 2.0  # for Redis to answer in: it is near
AWAY_SECONDS = 30.0


@contextmanager
def host_store() -> Iterator[redis.Redis]:
    """Give the client. Raises FetchFailed (redis_away) when Redis does not answer.

    Then nothing is fetched: nobody knows what sites were promised. Little is lost by it, for
    without Redis no worker is woken either, and what is due stays due.
    """
    try:
        yield _client(settings.REDIS_URL)
    except redis.RedisError as error:
        message = f"Redis does not answer ({type(error).__name__})"
        raise FetchFailed(Why.REDIS_AWAY, message, retry_after=AWAY_SECONDS) from error


@cache
def _client(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, socket_timeout=SECONDS, socket_connect_timeout=SECONDS)
