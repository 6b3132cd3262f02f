"""Whose request it is, by address: what guessing passwords is counted and slowed by."""

from __future__ import annotations

import ipaddress
from typing import cast

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle


def client_address(request: HttpRequest | Request) -> str | None:
    """Return the address the outermost trusted proxy saw, or None where nothing tells.

    Read as the throttle of the API reads it, so that both count the same. Without proxies, or when
    what the header holds there is no address, it is that of the connection.
    """
    # It asks for headers and META alone, which both kinds of request have.
    seen = BaseThrottle().get_ident(cast("Request", request))
    return seen if _is_address(seen) else request.META.get("REMOTE_ADDR") or None


def _is_address(text: str | None) -> bool:
    try:
        ipaddress.ip_address(text or "")
    except ValueError:
        return False
    return True
