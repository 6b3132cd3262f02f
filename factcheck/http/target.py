"""The address of a request, taken apart strictly.

Where two readers take one address apart differently, one checks a host and the other connects to
another (`http://a.example\\@10.0.0.1/`). So whatever is unusual is refused, and what is checked,
connected to and sent as the Host header is this one reading.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from factcheck.http.failure import NoAnswer, Why

PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 2000
# A backslash ends the host for browsers and not for Python.
ODD = re.compile(r"[\x00-\x20\x7f\\]")
HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|[0-9a-f:.]*:[0-9a-f:.]*", re.ASCII)
# 0177.0.0.1, 0x7f.1, 2130706433, 127.1: some readers make an address of each, not all the same one.
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
KEPT = "/%:=&?~#+!$,;'@()*[]"  # signs of a path that mean something: not written as %xx


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes. `host` is lower case, ASCII, without brackets; `path` has the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Return the Host header: brackets around an IPv6 address, no port that goes unsaid."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """Return the address as one text."""
        return f"{self.scheme}://{self.authority}{self.path}"


def target_of(url: str) -> Target:
    """Return where `url` leads. Raises NoAnswer (bad_address) unless it is plain http(s)."""
    if len(url) > MAX_LENGTH or ODD.search(url):
        raise _bad("it is too long, or holds a space, a backslash or a control sign")
    try:
        parts = urlsplit(url)
        scheme, port = parts.scheme.lower(), parts.port
        host = _ascii(parts.hostname or "")
    except ValueError as error:
        raise _bad("its host or port cannot be read") from error
    if scheme not in PORTS:
        raise _bad("it does not start with http:// or https://")
    if "@" in parts.netloc:
        raise _bad("it holds a user name")
    if not HOST.fullmatch(host) or port == 0:
        raise _bad("its host or port cannot be read")
    if _is_odd_number(host):
        raise _bad("its host is an unusual way to write a number")
    query = f"?{parts.query}" if parts.query else ""
    return Target(
        scheme, host, port or PORTS[scheme], quote(parts.path or "/", KEPT) + quote(query, KEPT)
    )


def _ascii(host: str) -> str:
    """Return `host` as the DNS writes it. Raises ValueError (UnicodeError) when it cannot.

    Without the dot that may stand at its end: the same host under two names has two of everything.
    """
    ascii = host if host.isascii() else host.encode("idna").decode("ascii")
    return ascii.lower().removesuffix(".")


def _is_odd_number(host: str) -> bool:
    """Say whether `host` ends in a number, as names never do, and is no IPv4 address as usual."""
    if ":" in host or not NUMBER.fullmatch(host.rpartition(".")[2]):
        return False
    try:
        return str(ipaddress.IPv4Address(host)) != host
    except ValueError:
        return True


def _bad(reason: str) -> NoAnswer:
    return NoAnswer(Why.BAD_ADDRESS, f"the address cannot be used: {reason}")
