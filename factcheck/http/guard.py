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

from factcheck.http.failure import NoAnswer, Why
from factcheck.http.target import Target

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# Not for us, whatever the running Python's tables say: Azure's metadata service, public but reached
# from within alone; Oracle's, in a block that the tables cut too small; site-local ones of old.
NEVER = tuple(
    ipaddress.ip_network(each) for each in ("168.63.129.16/32", "192.0.0.0/24", "fec0::/10")
)
# Where the network is IPv6 alone, its DNS wraps every IPv4 address in this (RFC 6052).
NAT64 = ipaddress.ip_network("64:ff9b::/96")
NOBODY: frozenset[str] = frozenset()


def is_public(text: str) -> bool:
    """Say whether `text`, an IP address, may be connected to; what cannot be read may not."""
    try:
        address = _unwrapped(ipaddress.ip_address(text))
    except ValueError:
        return False
    return all(_is_global(each) for each in (address, *_carried(address)))


def addresses_of(target: Target, *, allow_hosts: Collection[str] = NOBODY) -> list[str]:
    """Return the IP addresses to connect to, in the order of the resolver.

    One address that is not public is enough to refuse the host: an answer with a public and a
    private one is how a name is bent. `allow_hosts` names hosts ("10.0.0.5", "hooks.lan:8443") for
    which this does not hold. Raises NoAnswer (unknown_host, not_public).
    """
    found = _resolved(target)
    if {target.host, f"{target.host}:{target.port}"} & set(allow_hosts):
        return found
    if not all(is_public(address) for address in found):
        raise NoAnswer(Why.NOT_PUBLIC, "the host is not on the public internet")
    return found


def _resolved(target: Target) -> list[str]:
    try:
        rows = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoAnswer(Why.UNKNOWN_HOST, "the host is unknown") from error
    return list(dict.fromkeys(str(address[0]) for *_kind, address in rows))


def _unwrapped(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 one is only another way to write; else `address`."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address


def _carried(address: Address) -> Iterator[Address]:
    """Yield the IPv4 address to which a relay takes what is sent to an IPv6 one (6to4).

    Python's tables count the other tunnel, Teredo, among what is not global.
    """
    if isinstance(address, ipaddress.IPv6Address) and address.sixtofour is not None:
        yield address.sixtofour


def _is_global(address: Address) -> bool:
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    return not any(address in network for network in NEVER if network.version == address.version)
