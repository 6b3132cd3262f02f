"""Feeds of four kinds, as they are and as they should not be."""

from __future__ import annotations

import gzip
import time

import pytest

from claims.sources.feed_entries import MOST_ENTRIES
from claims.sources.feed_reading import MAX_FEED_BYTES, MAX_SITEMAP_BYTES, read_feed
from claims.sources.xml_rows import MOST_ELEMENTS
from factcheck.errors import InvalidInput
from tests.sources.feed_samples import BASE, SAMPLES, Sample, rss, sitemap

ENTITIES = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<rss version="2.0"><channel><title>&b;</title></channel></rss>"""
INDEX = (
    b"<sitemapindex><sitemap><loc>/1.xml</loc><lastmod>2026-05-01</lastmod></sitemap>"
    b"<sitemap><loc>/0.xml</loc></sitemap>"
    b"<sitemap><loc>/2.xml</loc><lastmod>2026-05-02</lastmod></sitemap></sitemapindex>"
)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_feed_is_read_as_it_was_meant(sample: Sample) -> None:
    read = read_feed(sample.data, url=BASE)
    assert (read.kind, list(read.entries)) == (sample.kind, sample.entries)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ENTITIES.encode(), "entities"),
        (ENTITIES.replace('1.0"?', '1.0" encoding="utf-16"?').encode("utf-16"), "entities"),
        (b"", "no_feed"),
        (b"\x00\x01\x02", "no_feed"),
        (b"Nothing but words", "no_feed"),
        (b"<note>no feed</note>", "no_feed"),
        (b"<!doctype html><html><body><p>A page</p></body></html>", "page"),
        (b'{"version": "https://jsonfeed.org/version/1.1"}', "json"),
        (b'{"items": [', "json"),
        (b'{"items": ' + b"[" * 100_000, "json"),
        (b'["items"]', "json"),
        (sitemap("<url><loc>https://kabar.example/a</loc></url>"), "undated"),
        (rss("<item><link>/a</link></item>" * (MAX_FEED_BYTES // 28)), "file_too_large"),
        (gzip.compress(rss("<item/>" * (MAX_FEED_BYTES // 7))), "file_too_large"),
        (gzip.compress(b'{"items": [' + b"[]," * (MAX_FEED_BYTES // 3)), "file_too_large"),
        (gzip.compress(sitemap("<a/>" * (MOST_ELEMENTS + 1))), "file_too_large"),
        (gzip.compress(bytes(MAX_SITEMAP_BYTES + 1)), "invalid"),
        (gzip.compress(rss("x" * 999))[:-400], "no_feed"),
        (b"\x1f\x8bno gzip at all", "invalid"),
    ],
)
def test_what_is_no_feed_or_hostile_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_feed(data, url=BASE)
    assert refusal.value.code == code


def test_a_doctype_without_entities_is_passed_over() -> None:
    doctype = '<!DOCTYPE rss SYSTEM "http://my.netscape.example/rss-0.91.dtd">'
    read = read_feed(rss("<item><link>/a</link></item>", head=doctype), url=BASE)
    assert [each.url for each in read.entries] == ["https://kabar.example/a"]


def test_an_index_of_sitemaps_names_its_newest_parts_first() -> None:
    read = read_feed(gzip.compress(INDEX), url=BASE)
    assert read.parts == tuple(f"https://kabar.example/{n}.xml" for n in (2, 1, 0))


def test_the_transport_says_in_which_characters_a_feed_is_written() -> None:
    data = rss("<item><title>Çarşı</title><link>/a</link></item>", head="").decode()
    read = read_feed(data.encode("iso-8859-9"), url=BASE, charset="ISO-8859-9")
    assert read.entries[0].title == "Çarşı"


def test_of_an_endless_feed_the_newest_entries_are_kept() -> None:
    pages = "".join(
        f"<url><loc>/{n}</loc><lastmod>{1900 + n // 12:04}-{n % 12 + 1:02}-01</lastmod></url>"
        for n in range(MOST_ENTRIES + 50)
    )
    read = read_feed(sitemap(pages), url=BASE)
    assert len(read.entries) == MOST_ENTRIES
    assert read.entries[0].url == f"https://kabar.example/{MOST_ENTRIES + 49}"


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"<?xml version='1.0'?>" + b" " * 900_000, "no_feed"),
        (b" " * 900_000 + b"<rss", "no_feed"),
        (b" " * 900_000 + b"<?xml", "no_feed"),
        (b"<?xml " * 150_000, "no_feed"),
    ],
)
def test_white_space_without_end_is_refused_in_no_time(data: bytes, read: str) -> None:
    began = time.process_time()
    with pytest.raises(InvalidInput) as refusal:
        read_feed(data, url=BASE)
    assert refusal.value.code == read
    assert time.process_time() - began < 5  # hours, if each blank is a beginning
