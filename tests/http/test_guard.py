"""Which addresses may be connected to, in every form one can be written in."""

from __future__ import annotations

import ipaddress
import socket
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.http.deadline import Deadline
from factcheck.http.failure import NoAnswer, Why
from factcheck.http.guard import addresses_of, check_port, is_public
from factcheck.http.target import target_of

PUBLIC = (
    "93.184.215.14",
    "1.1.1.1",
    "2606:4700:4700::1111",
    "64:ff9b::101:101",
    "2002:101:101::1",
    "::ffff:1.1.1.1",
)
NOT_PUBLIC = {
    "loopback": ("127.0.0.1", "127.255.255.254", "::1"),
    "this machine": ("0.0.0.0", "0.1.2.3", "::"),  # noqa: S104 - none is bound to
    "private": ("10.0.0.5", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fd00::1", "fc00::1"),
    "link-local": ("169.254.169.254", "169.254.0.1", "fe80::1", "fe80::1%eth0", "fec0::1"),
    "carriers": ("100.64.0.1", "100.100.100.200"),
    "clouds": ("168.63.129.16", "fd00:ec2::254", "192.0.0.192"),
    "multicast": ("224.0.0.1", "239.255.255.250", "ff02::1"),
    "reserved": ("240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "198.51.100.7",
        "203.0.113.9", "192.88.99.1", "2001:db8::1", "3fff::1", "100::1", "5f00::1"),
    "IPv4 within IPv6": (
        "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.5", "::127.0.0.1", "::a00:5",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:5", "2002:7f00:1::1",
        "2606:4700::5efe:a00:5", "2606:4700::200:5efe:7f00:1",
        "2002:a9fe:a9fe::", "2001:0:7f00:1::", "64:ff9b::a83f:8110",
    ),
    "no address": ("", "example.org", "1.2.3", "0x7f.1", "127.0.0.1/8"),
}  # fmt: skip
# In the address of a page: the outcome of each form somebody tried to get inside with.
HOSTS = {
    "localhost": Why.NOT_PUBLIC,
    "localhost.": Why.NOT_PUBLIC,
    "LOCALHOST": Why.NOT_PUBLIC,
    "127.0.0.1": Why.NOT_PUBLIC,
    "127.0.0.1.": Why.NOT_PUBLIC,
    "169.254.169.254": Why.NOT_PUBLIC,
    "[::1]": Why.NOT_PUBLIC,
    "[::]": Why.NOT_PUBLIC,
    "[::ffff:7f00:1]": Why.NOT_PUBLIC,
    "[::ffff:127.0.0.1]": Why.NOT_PUBLIC,
    "[0:0:0:0:0:ffff:a9fe:a9fe]": Why.NOT_PUBLIC,
    "[64:ff9b::10.0.0.1]": Why.NOT_PUBLIC,
    "[2002:a00:1::]": Why.NOT_PUBLIC,
    "[fec0::1]": Why.NOT_PUBLIC,
    "\uff11\uff12\uff17.0.0.1": Why.NOT_PUBLIC,  # full-width digits
    "127\u30020\uff0e0\uff611": Why.NOT_PUBLIC,  # ideographic, full-width, half-width dots
    "\u24db\u24de\u24d2alhost": Why.NOT_PUBLIC,  # letters in circles
    "2130706433": Why.BAD_ADDRESS,  # decimal
    "0x7f000001": Why.BAD_ADDRESS,
    "0x7f.0x0.0x0.0x1": Why.BAD_ADDRESS,
    "0X7F.1": Why.BAD_ADDRESS,
    "017700000001": Why.BAD_ADDRESS,  # octal
    "0177.0.0.1": Why.BAD_ADDRESS,
    "010.8.8.8": Why.BAD_ADDRESS,  # 8.8.8.8 to some, 10.8.8.8 to others
    "127.1": Why.BAD_ADDRESS,
    "127.0.1": Why.BAD_ADDRESS,
    "10": Why.BAD_ADDRESS,
    "0": Why.BAD_ADDRESS,
    "127.0.0.1.0x": Why.BAD_ADDRESS,
    "1.2.3.4.5": Why.BAD_ADDRESS,
    "256.1.1.1": Why.BAD_ADDRESS,
    "[fe80::1%eth0]": Why.BAD_ADDRESS,
    "[fe80::1%25eth0]": Why.BAD_ADDRESS,
    "[::1": Why.BAD_ADDRESS,
    "[127.0.0.1]": Why.BAD_ADDRESS,
    "example.org@127.0.0.1": Why.BAD_ADDRESS,
    "127.0.0.1\\@example.org": Why.BAD_ADDRESS,
    "example.org%2f@127.0.0.1": Why.BAD_ADDRESS,
    "127.0.0.1%00.example.org": Why.BAD_ADDRESS,
    "127.0.0.1\t": Why.BAD_ADDRESS,
    "127.0.0.1,example.org": Why.BAD_ADDRESS,
    "example.org..": Why.BAD_ADDRESS,
}


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet_may_be_connected_to(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("kind", NOT_PUBLIC)
def test_an_address_that_not_everybody_reaches_may_not(kind: str) -> None:
    assert [address for address in NOT_PUBLIC[kind] if is_public(address)] == []


@given(
    st.sampled_from(["10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "192.168.0.0/16"]), st.data()
)
def test_no_private_address_gets_through_wrapped_in_ipv6(network: str, data: st.DataObject) -> None:
    inner = int(data.draw(st.ip_addresses(network=network)))
    wrapped = (
        0xFFFF << 32 | inner,  # mapped
        inner,  # compatible
        0x64FF9B << 96 | inner,  # NAT64
        0x2002 << 112 | inner << 80 | 1,  # 6to4
        0x20010000 << 96 | (inner ^ 0xFFFFFFFF),  # Teredo: the client's address, inverted
    )
    texts = [str(ipaddress.IPv6Address(number)) for number in wrapped]
    assert [text for text in texts if is_public(text)] == []


@pytest.mark.parametrize("host", HOSTS)
def test_no_way_to_write_an_address_leads_inside(host: str) -> None:
    with pytest.raises(NoAnswer) as refusal:
        addresses_of(target_of(f"http://{host}/"))
    assert refusal.value.why == HOSTS[host]


def test_this_machine_is_not_reached_by_its_public_address_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # To this machine 127.0.0.2 is an address of its own like any other.
    monkeypatch.setattr("factcheck.http.guard.is_public", lambda address: True)
    with pytest.raises(NoAnswer):
        addresses_of(target_of("http://127.0.0.2/"))
    assert addresses_of(target_of("http://93.184.215.14/")) == ["93.184.215.14"]
    # A kernel that lets anything be bound says nothing by it.
    monkeypatch.setattr("factcheck.http.guard._can_bind", lambda address: True)
    assert addresses_of(target_of("http://93.184.215.14/")) == ["93.184.215.14"]


@pytest.mark.parametrize("port", [1, 22, 25, 110, 445, 3306, 5432, 6379, 9200, 11211, 65535])
def test_a_port_pages_are_not_on_is_refused_unless_the_operator_names_it(port: int) -> None:
    target = target_of(f"http://press.example:{port}/")
    with pytest.raises(NoAnswer) as refusal:
        check_port(target)
    assert refusal.value.why == Why.BAD_PORT
    check_port(target, {f"press.example:{port}"})


@pytest.mark.parametrize(
    "url", ["http://a.example/", "https://a.example/", "http://a.example:8080"]
)
def test_a_port_of_the_web_is_not(url: str) -> None:
    check_port(target_of(url))


@pytest.mark.parametrize("allowed", ["127.0.0.1", "127.0.0.1:8000"])
def test_a_host_the_operator_allows_is_reached(allowed: str) -> None:
    target = target_of("http://127.0.0.1:8000/")
    assert addresses_of(target, allow_hosts={allowed}) == ["127.0.0.1"]


@pytest.mark.parametrize("allowed", ["127.0.0.2", "127.0.0.1:80", "localhost"])
def test_another_host_or_port_than_the_allowed_is_not(allowed: str) -> None:
    with pytest.raises(NoAnswer):
        addresses_of(target_of("http://127.0.0.1:8000/"), allow_hosts={allowed})


def test_a_host_with_a_public_and_a_private_address_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def both(*args: object, **kwargs: object) -> list[tuple[object, ...]]:
        found = (("93.184.215.14", 80), ("10.0.0.5", 80))
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", address) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    with pytest.raises(NoAnswer) as refusal:
        addresses_of(target_of("http://bent.example/"))
    assert refusal.value.why == Why.NOT_PUBLIC


def test_a_host_nobody_knows_is_no_answer() -> None:
    with pytest.raises(NoAnswer) as refusal:
        addresses_of(target_of("http://no-such-host.invalid/"))
    assert refusal.value.why == Why.UNKNOWN_HOST


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "file:///etc/passwd", "//example.org/", "example.org", "",
        "http://", "http:///path", "http://user@example.org/", "http://a.example\\@10.0.0.1/",
        "http://example.org:0/", "http://example.org:99999/", "http://example.org:x/",
        "http://exa mple.org/", "http://example.org/\r\nX: y", "http://[::1/", "http://a..%00/",
        "http://example.org/" + "x" * 2000, "http://-.example/", "http://xn--\u2603\u2603..org/",
    ],
)  # fmt: skip
def test_an_address_that_two_readers_may_read_differently_is_refused(url: str) -> None:
    with pytest.raises(NoAnswer) as refusal:
        target_of(url)
    assert refusal.value.why == Why.BAD_ADDRESS


def test_a_name_that_is_looked_up_for_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: over.wait() and [])
    try:
        with pytest.raises(NoAnswer) as refusal:
            addresses_of(target_of("http://slow.example/"), deadline=Deadline.after(0.05))
    finally:
        over.set()
    assert refusal.value.why == Why.TIMED_OUT


def test_an_address_is_read_once_for_all_uses() -> None:
    target = target_of("HTTPS://Kantor-Berita.EXAMPLE:443/berita/\u6e2f?q=a b".replace(" ", "%20"))
    assert target.url == "https://kantor-berita.example/berita/%E6%B8%AF?q=a%20b"
    assert target_of("http://\u4f8b\u3048.example:8080").authority == "xn--r8jz45g.example:8080"
    assert target_of("http://[2606:4700::1]:8080/x").authority == "[2606:4700::1]:8080"


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        target = target_of(f"http://{text}")
    except NoAnswer:
        return
    assert target_of(target.url) == target
