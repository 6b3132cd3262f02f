"""When two addresses are one page, and what pages and lists of feeds say of themselves."""

from __future__ import annotations

import datetime
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.sources.moments import moment
from claims.sources.opml import MAX_OPML_BYTES, Outline, opml_of, outlines_of
from claims.sources.page_addresses import absolute, address_key, is_same_site
from claims.sources.page_heads import page_head
from factcheck.errors import InvalidInput

PAGE = "https://kabar.example/pasar?id=7&p=2"
SAME = (
    "http://kabar.example/pasar?id=7&p=2",
    "https://www.kabar.example/pasar/?id=7&p=2",
    "https://KABAR.example:443/pasar?p=2&id=7",
    "https://kabar.example/pasar?id=7&p=2#komentar",
    "https://kabar.example/p%61sar?id=7&p=2&utm_source=x&fbclid=1",
    " https://kabar.example/pasar?id=7&&p=2&gclid=abc ",
)
OTHER = (
    "https://kabar.example/pasar?id=8&p=2",
    "https://kabar.example/pasar",
    "https://kabar.example:8443/pasar?id=7&p=2",
    "https://id.kabar.example/pasar?id=7&p=2",
    "https://kabar.example/Pasar?id=7&p=2",
    "https://kabar.example/pasar?id=7&p=2#!/bagian/2",
)
words = st.text("abcdefghijklmnopqrstuvwxyz0123456789港務局éñ%", min_size=1, max_size=12)
HEAD = b"""<!doctype html><html lang="id"><head><base href="https://kabar.example/news/">
<link rel="canonical" href="../pasar-naik"><link rel="stylesheet" href="/x.css">
<link rel="alternate" hreflang="en" href="/en/"><link rel="alternate" type="application/rss+xml"
title="Semua" href="/feed"><LINK REL="Alternate" TYPE="application/atom+xml" HREF="atom.xml">
<link rel="alternate" type="application/rss+xml" href="/feed">
<meta property="article:published_time" content="2026-05-02T08:00:00+07:00"></head><body>"""


@pytest.mark.parametrize("url", SAME)
def test_what_only_tracks_or_decorates_makes_no_other_page(url: str) -> None:
    assert address_key(url) == address_key(PAGE)


@pytest.mark.parametrize("url", OTHER)
def test_what_leads_elsewhere_is_another_page(url: str) -> None:
    assert address_key(url) != address_key(PAGE)


def test_two_paths_in_gbk_are_two_pages() -> None:
    assert address_key("https://a.example/%B8%DB") != address_key("https://a.example/%BF%DA")


@given(st.lists(words, max_size=4), st.lists(st.tuples(words, words), max_size=4), words)
def test_tracking_never_tells_pages_apart(
    path: list[str], query: list[tuple[str, str]], word: str
) -> None:
    pairs = [f"{name}={value}" for name, value in query]
    plain = f"https://a.example/{'/'.join(path)}?{'&'.join(pairs)}"
    tracked = f"https://a.example/{'/'.join(path)}?{'&'.join([*pairs[::-1], f'utm_x={word}'])}"
    assert address_key(plain) == address_key(tracked)


@given(st.text(max_size=40))
def test_any_text_has_a_key_and_leads_to_a_page_or_nowhere(text: str) -> None:
    assert len(address_key(text)) == 64
    assert absolute(PAGE, text) == "" or absolute(PAGE, text).startswith(("http://", "https://"))


def test_a_site_is_a_registrable_domain_or_a_host() -> None:
    assert is_same_site("https://www.bps.go.id/a", "http://jakarta.bps.go.id/")
    assert not is_same_site("https://bps.go.id/", "https://kemenkeu.go.id/")
    assert is_same_site("http://127.0.0.1:81/a", "http://127.0.0.1:82/b")
    assert not is_same_site("", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-05-02T08:00:00+07:00", "2026-05-02T01:00:00+00:00"),
        (" 2026-05-02 ", "2026-05-02T00:00:00+00:00"),
        ("Sat, 2 May 2026 08:00:00 +0800", "2026-05-02T00:00:00+00:00"),
        ("Sat, 02 May 26 08:00 EST", "2026-05-02T13:00:00+00:00"),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59-14:00", None),
        ("2 Mei 2026", None),
        ("", None),
    ],
)
def test_a_time_is_read_or_left_out(text: str, found: str | None) -> None:
    read = moment(text)
    assert (read.isoformat() if read else None) == found


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader_of_times(text: str) -> None:
    read = moment(text)
    assert read is None or read.utcoffset() == datetime.timedelta(0)


def test_the_head_of_a_page_tells_its_address_its_feeds_and_its_time() -> None:
    head = page_head(HEAD, url="https://www.kabar.example/amp/pasar?utm_source=x")
    assert head.canonical == "https://kabar.example/pasar-naik"
    assert head.feeds == ("https://kabar.example/feed", "https://kabar.example/news/atom.xml")
    assert head.published_at == datetime.datetime(2026, 5, 2, 1, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    "page",
    [
        b'<link rel="canonical" href="https://elsewhere.example/first">',
        b'<link rel="canonical" href="http://[::1">',
        b'<link rel="canonical" href="/">',
        b'<link rel="canonical" href="#top"><base href="/">',
        b"",
        b"\xff\xfe\x00",
        b"<html>" + b"<div>" * 50_000,
    ],
)
def test_a_page_that_names_no_address_of_its_site_is_where_it_was_found(page: bytes) -> None:
    assert page_head(page, url=PAGE).canonical == PAGE


@pytest.mark.parametrize(
    ("encoding", "charset", "head"),
    [
        ("utf-8", "", ""),
        ("gb18030", "GBK", ""),
        ("gb18030", "", '<meta charset="gb18030">'),
        ("utf-8", "utf-8", '<meta charset="gb18030">'),
        ("utf-8", "no-such", '<meta charset="utf-8">'),
    ],
)
def test_what_a_page_says_is_read_in_the_encoding_its_server_names(
    encoding: str, charset: str, head: str
) -> None:
    page = f'<html><head>{head}<link rel="canonical" href="/市场"></head></html>'
    found = page_head(page.encode(encoding), url=PAGE, charset=charset).canonical
    assert unquote(found) == "https://kabar.example/市场"


@pytest.mark.parametrize("url", ["https://kabar.example", "https://kabar.example/?utm_source=x"])
def test_the_front_page_may_say_that_it_is_one(url: str) -> None:
    page = b'<link rel="canonical" href="/">'
    assert page_head(page, url=url).canonical in {"https://kabar.example/", url}


def test_the_time_of_a_page_may_stand_in_its_linked_data() -> None:
    page = b'<script type="application/ld+json">{"datePublished": "2026-05-02", broken</script>'
    published = page_head(page, url=PAGE).published_at
    assert published == datetime.datetime(2026, 5, 2, tzinfo=datetime.UTC)


def test_a_list_of_feeds_comes_back_as_it_went_out() -> None:
    outlines = [
        Outline("Kabar & Kawan", "https://kabar.example/", "https://kabar.example/feed?a=1&b=2"),
        Outline("晚報 “港”", "", "https://wanbao.example/rss.xml"),
    ]
    assert outlines_of(opml_of("Desk", outlines)) == outlines


def test_feeds_are_found_in_folders_and_what_is_no_feed_is_passed_over() -> None:
    opml = (
        b'<!DOCTYPE opml SYSTEM "x"><opml version="1.0"><body>&foo;<outline text="Koran">'
        b'<outline TITLE="A" XMLURL="https://a.example/f"/><outline text="a link" type="link" url="https://a.example"/>'
        b'<outline text="B" xmlUrl="ftp://b.example/f"/></outline></body></opml>'
    )
    assert outlines_of(opml) == [Outline("A", "", "https://a.example/f")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml>&x;</opml>', "entities"),
        (b"<opml><body><outline", "xml"),
        (b"<opml>" + b"<outline>" * 5_000, "xml"),
        (b"", "xml"),
        (b"<rss/>", "no_opml"),
        (b"<opml><body/></opml>", "empty"),
        (b" " * (MAX_OPML_BYTES + 1), "file_too_large"),
        (b"<opml>" + b'<outline xmlUrl="https://a.example/"/>' * 2_001 + b"</opml>", "too_many"),
    ],
)
def test_a_list_that_is_hostile_or_none_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        outlines_of(data)
    assert refusal.value.code == code
