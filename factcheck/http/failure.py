"""Why a request got no answer that can be used."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """What stood in the way; stable, for logs and for whoever words it for people."""

    BAD_ADDRESS = "bad_address"
    NOT_PUBLIC = "not_public"
    UNKNOWN_HOST = "unknown_host"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    TOO_LARGE = "too_large"
    REDIRECTS = "redirects"
    HTTP_STATUS = "http_status"
    ROBOTS = "robots"
    ROBOTS_AWAY = "robots_away"
    TOO_SOON = "too_soon"


class NoAnswer(Exception):
    """No usable answer. The message is short, for the log, and never carries what was sent."""

    def __init__(self, why: Why, message: str) -> None:
        super().__init__(message)
        self.why = why
