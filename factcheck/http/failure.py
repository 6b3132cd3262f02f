"""Why a request got no answer that can be used."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """What stood in the way; stable, for logs and for whoever words it for people.

    From HTTP_STATUS on they are those of whoever asks as a guest: claims/sources/fetching.py.
    """

    BAD_ADDRESS = "bad_address"
    BAD_PORT = "bad_port"
    NOT_PUBLIC = "not_public"
    UNKNOWN_HOST = "unknown_host"
    UNREACHABLE = "unreachable"
    NOT_TRUSTED = "not_trusted"
    TIMED_OUT = "timed_out"
    BROKEN = "broken"
    ENCODING = "encoding"
    TOO_LARGE = "too_large"
    REDIRECTS = "redirects"
    DOWNGRADE = "downgrade"
    HTTP_STATUS = "http_status"
    ROBOTS = "robots"
    ROBOTS_AWAY = "robots_away"
    TOO_SOON = "too_soon"
    REDIS_AWAY = "redis_away"


class NoAnswer(Exception):
    """No usable answer. The message is short, for the log, and never carries what was sent."""

    def __init__(self, why: Why, message: str) -> None:
        super().__init__(message)
        self.why = why
