"""Feeds of all kinds as sites write them: tidy, sloppy, in several scripts, broken."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from claims.sources.feed_entries import FeedEntry

BASE = "https://kabar.example/feeds/all"


class Sample(NamedTuple):
    """A feed at BASE, its kind, and what has to be read from it."""

    name: str
    data: bytes
    kind: str
    entries: list[FeedEntry]


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return a time in May 2026."""
    return datetime(2026, 5, day, hour, minute, tzinfo=UTC)


def rss(items: str, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    """Return an RSS feed of `items`."""
    return f'{head}<rss version="2.0"><channel><title>Kabar</title>{items}</channel></rss>'.encode()


def atom(entries: str) -> bytes:
    """Return an Atom feed of `entries`."""
    head = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><title>Kabar</title>'
    return f"{head}{entries}</feed>".encode()


def sitemap(pages: str) -> bytes:
    """Return a sitemap of `pages`."""
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
        f"{pages}</urlset>"
    ).encode()


SAMPLES = (
    Sample(
        "RSS, two items, the newer one first",
        rss(
            "<item><title>Panen</title><link>https://kabar.example/a</link>"
            "<pubDate>Fri, 01 May 2026 08:30:00 +0700</pubDate></item>"
            "<item><title>Pasar &amp; harga</title><link>https://kabar.example/b</link>"
            "<author>rina@kabar.example (Rina)</author>"
            "<pubDate>Sat, 02 May 2026 09:00:00 GMT</pubDate></item>"
        ),
        "rss",
        [
            FeedEntry(
                "https://kabar.example/b", "Pasar & harga", "rina@kabar.example (Rina)", at(2, 9)
            ),
            FeedEntry("https://kabar.example/a", "Panen", "", at(1, 1, 30)),
        ],
    ),
    Sample(
        "RSS with relative links and an id that is the address",
        rss(
            "<item><title>Satu</title><link>/satu?id=1</link></item>"
            "<item><title>Dua</title><link>dua.html#komentar</link></item>"
            '<item><title>Tiga</title><guid isPermaLink="true">https://kabar.example/3</guid></item>'
            "<item><title>Empat, tanpa tautan</title></item>"
            "<item><title>Lima</title><link>javascript:alert(1)</link></item>"
        ),
        "rss",
        [
            FeedEntry("https://kabar.example/satu?id=1", "Satu"),
            FeedEntry("https://kabar.example/feeds/dua.html", "Dua"),
            FeedEntry("https://kabar.example/3", "Tiga"),
        ],
    ),
    Sample(
        "RSS that names one page three times",
        rss(
            "<item><title>A</title><link>https://kabar.example/a?utm_source=rss</link></item>"
            "<item><title>A</title><link>http://www.kabar.example/a/</link></item>"
            "<item><title>A</title><link>https://kabar.example/a#top</link></item>"
        ),
        "rss",
        [FeedEntry("https://kabar.example/a?utm_source=rss", "A")],
    ),
    Sample(
        "RSS in Chinese, in GBK, that says GB2312",
        '<?xml version="1.0" encoding="gb2312"?><rss version="2.0"><channel><title>晚报</title>'
        "<item><title>港口吞吐量增长，镕基路通车</title><link>https://wanbao.example/港口</link>"
        "<pubDate>2026-05-03 08:00:00</pubDate></item></channel></rss>".encode("gbk"),
        "rss",
        [FeedEntry("https://wanbao.example/港口", "港口吞吐量增长，镕基路通车", "", at(3, 8))],
    ),
    Sample(
        "RSS in Big5 without saying so",
        '<rss version="2.0"><channel><title>晚報</title><item><title>'
        "立法院今天三讀通過預算案，編列新台幣五百億元改善偏鄉交通建設與學校設備</title>"
        "<link>https://wanbao.example/4</link></item></channel></rss>".encode("big5"),
        "rss",
        [
            FeedEntry(
                "https://wanbao.example/4",
                "立法院今天三讀通過預算案，編列新台幣五百億元改善偏鄉交通建設與學校設備",
            )
        ],
    ),
    Sample(
        "RSS with odd dates",
        rss(
            "<item><link>https://kabar.example/1</link><pubDate>0000-00-00</pubDate></item>"
            "<item><link>https://kabar.example/2</link><dc:date"
            ' xmlns:dc="http://purl.org/dc/elements/1.1/">2026-05-04T10:00:00+08:00</dc:date></item>'
            "<item><link>https://kabar.example/3</link><pubDate>kemarin</pubDate></item>"
            "<item><link>https://kabar.example/4</link><pubDate>Thu, 01 Jan 0001 00:00:00 +0000"
            "</pubDate></item>"
        ),
        "rss",
        [
            FeedEntry("https://kabar.example/2", "", "", None, at(4, 2)),
            FeedEntry("https://kabar.example/1"),
            FeedEntry("https://kabar.example/3"),
            FeedEntry("https://kabar.example/4"),
        ],
    ),
    Sample(
        "RSS that is no XML: bare ampersands, an open tag, cut off",
        rss(
            "<item><title>Beras & gula <b>naik</title><link>https://kabar.example/a?x=1&y=2</link>"
            "</item>"
        )[:-23],
        "rss",
        [FeedEntry("https://kabar.example/a?x=1&y=2", "Beras & gula <b>naik")],
    ),
    Sample(
        "RSS 1.0",
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        b' xmlns="http://purl.org/rss/1.0/"><channel><title>Kabar</title></channel>'
        b'<item rdf:about="https://kabar.example/r"><title>R</title>'
        b"<link>https://kabar.example/r</link></item></rdf:RDF>",
        "rss",
        [FeedEntry("https://kabar.example/r", "R")],
    ),
    Sample(
        "Atom, published and changed, with other links around",
        atom(
            '<entry><title type="html">Bendungan &lt;i&gt;retak&lt;/i&gt;</title>'
            '<link rel="self" href="/api/9"/><link rel="enclosure" href="/9.mp3"/>'
            '<link rel="alternate" href="/9"/><id>tag:kabar.example,2026:9</id>'
            "<author><name>Sari</name></author><published>2026-05-05T01:00:00Z</published>"
            "<updated>2026-05-06T01:00:00Z</updated></entry>"
        ),
        "atom",
        [
            FeedEntry(
                "https://kabar.example/9", "Bendungan <i>retak</i>", "Sari", at(5, 1), at(6, 1)
            )
        ],
    ),
    Sample(
        "JSON Feed 1.1 with broken items between",
        b'{"version": "https://jsonfeed.org/version/1.1", "title": "Kabar", "items": ['
        b'{"id": "1", "url": "/satu", "title": "Satu", "authors": [{"name": "A"}, {"name": "B"}],'
        b' "date_published": "2026-05-07T08:00:00+07:00", "date_modified": "2026-05-08T00:00:00Z"},'
        b' 7, {"id": "2"}, {"url": ["x"]}, {"url": "/\\udc80"}, {"url": "/\\u0000"},'
        b' {"url": "/dua", "title": "\\ud800Dua", "author":'
        b' {"name": "C"}}]}',
        "json",
        [
            FeedEntry("https://kabar.example/satu", "Satu", "A, B", at(7, 1), at(8)),
            FeedEntry("https://kabar.example/dua", "Dua", "C"),
        ],
    ),
    Sample(
        "a sitemap: only what has a date",
        sitemap(
            "<url><loc>https://kabar.example/tentang</loc></url>"
            "<url><loc> https://kabar.example/lama </loc><lastmod>2026-05-01</lastmod></url>"
            "<url><loc>https://kabar.example/baru</loc><lastmod>2026-05-09T12:00+07:00</lastmod>"
            "<image:image><image:loc>https://kabar.example/x.jpg</image:loc></image:image></url>"
        ),
        "sitemap",
        [
            FeedEntry("https://kabar.example/baru", changed_at=at(9, 5)),
            FeedEntry("https://kabar.example/lama", changed_at=at(1)),
        ],
    ),
    Sample(
        "a news sitemap, cut off in the middle",
        sitemap(
            "<url><loc>https://kabar.example/n</loc><news:news><news:publication><news:name>Kabar"
            "</news:name></news:publication><news:publication_date>2026-05-10T00:00:00Z"
            "</news:publication_date><news:title>北港扩建 &amp; 通车</news:title></news:news></url>"
            "<url><loc>https://kabar.exam"
        )[:-9],
        "sitemap",
        [FeedEntry("https://kabar.example/n", "北港扩建 & 通车", "", at(10))],
    ),
    Sample(
        "a sitemap with entities, unknown prefixes and elements within its fields",
        b"<!DOCTYPE urlset SYSTEM 'x.dtd'>"
        + sitemap(
            "&nbsp;<url>&nbsp;<loc>https://kabar.example/e?a=1&amp;b=2<b>x</b>y</loc>&euro;"
            "<video:title>Film</video:title><!-- 1 --><![CDATA[ ]]><?php ?>"
            "<lastmod>2026-05-11</lastmod></url><url/><loc>https://kabar.example/f</loc>"
        ).partition(b"?>")[2],
        "sitemap",
        [FeedEntry("https://kabar.example/e?a=1&b=2", "Film", "", None, at(11))],
    ),
)
