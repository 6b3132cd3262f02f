"""Addresses of ClaimReview: absolute, on this site or on another."""

from __future__ import annotations

from urllib.parse import urldefrag, urlsplit


def is_absolute(url: str) -> bool:
    """Say whether `url` is an http(s) address with a host."""
    return bool(host_of(url)) and url.lower().startswith(("http://", "https://"))


def host_of(url: str) -> str:
    """Return the host of an address, "" when there is none to be read."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def is_on(url: str, site: str) -> bool:
    """Say whether `url` is on the host of `site` or, as Google allows, on one under it."""
    host, home = host_of(url), host_of(site).removeprefix("www.")
    return host == home or host.endswith(f".{home}")


def page_of(url: str) -> str:
    """Return the address without what differs on one page: the part after #."""
    return urldefrag(url).url
