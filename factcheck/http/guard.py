"""Which addresses a request may go to: those anybody on the internet could reach.

A host is resolved once, each of its addresses is looked at, and the connection is made to the
address that was looked at. A name that resolves anew for the connection (DNS rebinding) never is.
Sources: IANA's registries of special-purpose addresses; OWASP, Server Side Request Forgery
Prevention.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection, Iterator

from factcheck.http.deadline import Deadline
from factcheck.http.failure import NoAnswer, Why
from factcheck.http.resolving import resolved
from factcheck.http.target import Target

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# Not for us, whatever the running Python's tables say: Azure's metadata service, public but reached
# from within alone; Oracle's, in a block that the tables cut too small; relays of 6to4; site-local
# ones of old; those that only examples use.
NEVER = tuple(
    ipaddress.ip_network(each)
    for each in (
        "168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "fec0::/10", "3fff::/20", "5f00::/16",
    )
)  # fmt: skip
# Where the network is IPv6 alone, its DNS wraps every IPv4 address in this (RFC 6052).
NAT64 = ipaddress.ip_network("64:ff9b::/96")
ISATAP = frozenset({0x00005EFE, 0x02005EFE})  # before the IPv4 address, as RFC 5214 has it
# Where pages are. A request to another port talks to something else: a stranger's mail server would
# take the desk for the sender of whatever the path says.
WEB_PORTS = frozenset({80, 443, 8000, 8008, 8080, 8081, 8088, 8090, 8443, 8888})
RESOLVE_SECONDS = 10.0
NOBODY: frozenset[str] = frozenset()


def is_public(text: str) -> bool:
    """Say whether `text`, an IP address, may be connected to; what cannot be read may not."""
    try:
        address = _unwrapped(ipaddress.ip_address(text))
    except ValueError:
        return False
    return all(_is_global(each) for each in (address, *_carried(address)))


def addresses_of(
    target: Target, *, allow_hosts: Collection[str] = NOBODY, deadline: Deadline | None = None
) -> list[str]:
    """Return the IP addresses to connect to, in the order of the resolver.

    One address that is not public is enough to refuse the host: an answer with a public and a
    private one is how a name is bent. So is one of this machine, which firewalls do not guard from
    itself. `allow_hosts` names hosts ("10.0.0.5", "hooks.lan:8443") for which this does not hold.
    Raises NoAnswer (unknown_host, not_public, timed_out).
    """
    found = resolved(target.host, target.port, deadline or Deadline.after(RESOLVE_SECONDS))
    if is_allowed(target, allow_hosts):
        return found
    if not all(is_public(address) and not _is_ours(address) for address in found):
        raise NoAnswer(Why.NOT_PUBLIC, "the host is not on the public internet")
    return found


def check_port(target: Target, allow_hosts: Collection[str] = NOBODY) -> None:
    """Raise NoAnswer (bad_port) if pages are not on the port of `target`."""
    if target.port not in WEB_PORTS and not is_allowed(target, allow_hosts):
        raise NoAnswer(Why.BAD_PORT, f"pages are not on port {target.port}")


def is_allowed(target: Target, allow_hosts: Collection[str]) -> bool:
    """Say whether the operator names the host of `target`, or host and port."""
    return bool({target.host, f"{target.host}:{target.port}"} & set(allow_hosts))


def _unwrapped(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 one is only another way to write; else `address`."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in NAT64:
        return _last_four_bytes(address)
    return address.ipv4_mapped or address


def _carried(address: Address) -> Iterator[Address]:
    """Yield the IPv4 address to which a relay takes what is sent to an IPv6 one (6to4, ISATAP).

    Python's tables count the other tunnel, Teredo, among what is not global.
    """
    if not isinstance(address, ipaddress.IPv6Address):
        return
    if address.sixtofour is not None:
        yield address.sixtofour
    if int(address) >> 32 & 0xFFFFFFFF in ISATAP:
        yield _last_four_bytes(address)


def _last_four_bytes(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address:
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _is_global(address: Address) -> bool:
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    return not any(address in network for network in NEVER if network.version == address.version)


def _is_ours(address: str) -> bool:
    """Say whether this machine has `address`: only then can something be bound to it.

    Unless its kernel lets anything be bound (ip_nonlocal_bind), an address of nobody too.
    """
    nobodys = "2001:db8::1" if ":" in address else "192.0.2.1"
    return _can_bind(address) and not _can_bind(nobodys)


def _can_bind(address: str) -> bool:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as sock:
            sock.bind((address, 0))
    except OSError:
        return False
    return True
