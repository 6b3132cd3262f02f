"""What other newsrooms and search engines read: feeds, sitemap, robots.txt."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree
from pyld import jsonld

from claims.models import Claim
from factcheck.accounts.models import User
from reviews.domain.claim_review_rules import Ground, lint
from reviews.models import QueueItem, Verdict
from reviews.selectors import feeds
from reviews.selectors.feeds import EPOCH, Place
from reviews.services.corrections import verdict_retract
from tests.factories import make_appearance, make_claim, make_item
from tests.walks import published_verdict
from tests.web.public.test_verdict_pages import corrected

pytestmark = pytest.mark.django_db
JSON, ATOM, RSS = "/feeds/claimreview.json", "/feeds/verdicts.atom", "/feeds/verdicts.rss"
FEEDS = (JSON, ATOM, RSS)
SCHEMA_ORG = {"@context": {"@vocab": "http://schema.org/"}}
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
NASTY = "Ferries <b>& 'boats'</b> \x0b\x1f\ufffe ]]> 渡輪 🧾"


def data_feed(client: Client, url: str = JSON) -> dict[str, Any]:
    answer = client.get(url)
    assert answer.status_code == 200
    data: dict[str, Any] = json.loads(answer.content)
    return data


def parsed(client: Client, url: str) -> Any:
    found = feedparser.parse(client.get(url).content)
    assert not found.bozo, found.bozo_exception
    return found


def local(url: str) -> str:
    """Return an address of the site as its path."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def three_verdicts(checker: User, editor: User) -> list[Verdict]:
    """Return verdicts that stand, were corrected, and were retracted."""
    plain, first, gone = (published_verdict(checker, editor) for _ in range(3))
    again = corrected(first, checker, editor, "The table was revised.")
    verdict_retract(verdict=gone, actor=editor, note="The source withdrew its table.")
    return [plain, again, Verdict.objects.get(pk=gone.pk)]


def test_a_feed_tells_what_stands_what_was_corrected_and_what_is_gone(
    client: Client, fact_checker: User, editor: User, settings: Any
) -> None:
    plain, again, gone = three_verdicts(fact_checker, editor)
    page = f"{settings.SITE_URL}/verdicts/%d/"
    elements = data_feed(client)["dataFeedElement"]
    assert [each["url"] for each in elements] == [
        page % each.claim_id for each in (gone, again, plain)
    ]
    assert elements[0]["dateDeleted"] == gone.retracted_at.isoformat() if gone.retracted_at else ""
    assert elements[0]["description"] == "The source withdrew its table."
    assert "claimReviewed" not in elements[0]
    assert (elements[1]["version"], elements[1]["correction"]) == (2, "The table was revised.")
    assert elements[1]["dateCreated"] <= elements[1]["datePublished"]

    atom = parsed(client, ATOM)
    assert [entry.id for entry in atom.entries] == [page % each.claim_id for each in (again, plain)]
    entry = atom.entries[0]
    assert entry.published_parsed <= entry.updated_parsed
    assert "Corrected: The table was revised." in entry.summary
    (stone,) = etree.fromstring(client.get(ATOM).content).iter(DELETED)
    assert stone.attrib["ref"] == page % gone.claim_id
    assert stone[0].text == "The source withdrew its table."

    rss = parsed(client, RSS)
    assert [entry.id.partition("#")[2] for entry in rss.entries] == ["retracted", "v2", "v1"]
    assert rss.entries[0].title.startswith("Retracted: ")
    assert rss.entries[0].summary == "The source withdrew its table."


def test_the_data_feed_is_clean_by_our_linter_and_linked_data_by_another_program(
    client: Client, fact_checker: User, editor: User, settings: Any
) -> None:
    three_verdicts(fact_checker, editor)
    feed = data_feed(client)
    found = lint(feed, Ground(settings.SITE_URL, timezone.now()))
    assert {finding.rule.id for finding in found} <= {"claim_author_missing", "appearance_missing"}

    def loader(url: str, options: object) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": SCHEMA_ORG}

    (node,) = jsonld.expand(feed, {"documentLoader": loader})
    held = node["http://schema.org/dataFeedElement"]
    kinds = [each["@type"][0].rpartition("/")[2] for each in held]
    assert kinds == ["DataFeedItem", "ClaimReview", "ClaimReview"]
    assert held[1]["http://schema.org/reviewRating"][0]["http://schema.org/ratingValue"]


def test_a_claim_retracted_and_published_again_stands(
    client: Client, fact_checker: User, second_checker: User, editor: User
) -> None:
    first = published_verdict(fact_checker, editor)
    verdict_retract(verdict=first, actor=editor, note="Wrong table.")
    first.item.refresh_from_db()
    corrected(first, second_checker, editor, "The right table.")
    (element,) = data_feed(client)["dataFeedElement"]
    assert element["version"] == 2
    assert list(etree.fromstring(client.get(ATOM).content).iter(DELETED)) == []


@pytest.mark.parametrize("url", FEEDS)
def test_a_feed_is_the_same_to_everybody_and_empty_at_first(url: str, client: Client) -> None:
    first, second = client.get(url), client.get(url)
    assert first.content == second.content
    assert first.headers["Cache-Control"] == "public, max-age=300"
    assert EPOCH.strftime("%Y") in first.headers["Last-Modified"]


@pytest.mark.parametrize("url", FEEDS)
def test_texts_of_people_are_text_in_a_feed(
    url: str, client: Client, fact_checker: User, editor: User
) -> None:
    published_verdict(fact_checker, editor, make_item(make_claim(NASTY)))
    if url == JSON:
        assert data_feed(client)["dataFeedElement"][0]["claimReviewed"] == NASTY
        return
    raw = etree.fromstring(client.get(url).content)
    titles = [node.text or "" for node in raw.iter() if str(node.tag).rpartition("}")[2] == "title"]
    assert any("Ferries <b>& 'boats'</b> \ufffd\ufffd\ufffd ]]> 渡輪 🧾" in each for each in titles)


@pytest.mark.parametrize("url", FEEDS)
def test_whoever_has_the_feed_is_told_that_it_is_the_same_until_it_is_not(
    url: str, client: Client, fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    first = client.get(url)
    known = {"If-None-Match": first.headers["ETag"]}
    again = client.get(url, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    make_appearance(verdict.claim)
    if url == JSON:  # the others show no appearances
        assert client.get(url, headers=known).status_code == 200
    verdict_retract(verdict=verdict, actor=editor, note="Wrong.")
    assert client.get(url, headers=known).status_code == 200


@pytest.mark.parametrize("url", FEEDS)
def test_a_time_does_not_say_that_a_feed_is_the_same(
    url: str, client: Client, fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    first = client.get(url)
    Claim.objects.filter(pk=verdict.claim_id).update(text="The ferries were counted anew.")
    again = client.get(url, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert again.headers["Last-Modified"] == first.headers["Last-Modified"]
    assert (again.status_code, again.content != first.content) == (200, True)


@pytest.mark.parametrize("url", FEEDS)
def test_pages_hold_every_verdict_once_also_while_more_is_published(
    url: str, client: Client, fact_checker: User, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "PAGE", 2)
    verdicts = [published_verdict(fact_checker, editor) for _ in range(5)]
    Verdict.objects.update(published_at=verdicts[0].published_at)  # all at one moment
    seen: list[str] = []
    way: str | None = url
    while way:
        answer = client.get(way)
        seen += re.findall(r"/verdicts/(\d+)/(?:#v1)?[\"<]", answer.content.decode())
        link = re.search(r'<(.+)>; rel="next"', answer.headers.get("Link", ""))
        way = local(link[1]) if link else None
        assert (link[1] in answer.content.decode()) if link else way is None
        if len(verdicts) == 5:
            verdicts.append(published_verdict(fact_checker, editor))
    assert set(seen) == {str(each.claim_id) for each in verdicts[:5]}


@pytest.mark.parametrize("after", ["x", "-", "1-", "1-2-3", "-1-2", "9" * 30 + "-1", "１-１x"])
def test_a_place_nobody_wrote_is_refused(after: str, client: Client) -> None:
    assert client.get(JSON, {"after": after}).status_code == 400


def test_a_place_is_read_as_it_was_written(fact_checker: User, editor: User) -> None:
    published_at = published_verdict(fact_checker, editor).published_at
    assert published_at is not None
    place = Place(published_at, 7)
    assert Place.read(str(place)) == place


def test_one_verdict_is_read_alone_and_its_tombstone_too(
    client: Client, fact_checker: User, editor: User
) -> None:
    item = make_item()
    Claim.objects.filter(pk=item.claim_id).update(language="zh-Hant")
    verdict = published_verdict(fact_checker, editor, QueueItem.objects.get(pk=item.pk))
    url = f"/verdicts/{verdict.claim_id}/claimreview.jsonld"
    page = client.get(f"/verdicts/{verdict.claim_id}/").content.decode()
    assert f'<link rel="alternate" type="application/ld+json" href="{url}">' in page
    answer = client.get(url)
    assert json.loads(answer.content)["reviewRating"]["alternateName"] == "大部分錯誤"
    assert client.get(url, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    verdict_retract(verdict=verdict, actor=editor, note="Wrong.")
    gone = client.get(url)
    assert (gone.status_code, json.loads(gone.content)["description"]) == (410, "Wrong.")
    assert client.get("/verdicts/404404/claimreview.jsonld").status_code == 404


def test_a_feed_asks_no_more_often_for_more_verdicts(
    client: Client, fact_checker: User, editor: User
) -> None:
    asked = []
    for _more in range(2):
        make_appearance(published_verdict(fact_checker, editor).claim)
        with CaptureQueriesContext(connection) as queries:
            client.get(JSON)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 6


def test_pages_for_readers_name_the_feeds(client: Client) -> None:
    for page in ("/", "/methodology/"):
        found = feedparser.parse(client.get(page).content)
        hrefs = {link.href for link in found.feed.get("links", [])}
        assert set(FEEDS) <= hrefs


def test_the_sitemap_lists_what_stands_under_the_public_address(
    client: Client, fact_checker: User, editor: User, settings: Any
) -> None:
    settings.SITE_URL = "https://desk.example"
    plain, again, _gone = three_verdicts(fact_checker, editor)
    index = client.get("/sitemap.xml").content.decode()
    sections = re.findall(r"<loc>https://desk\.example(/sitemap-\w+\.xml)</loc>", index)
    found = "".join(client.get(section).content.decode() for section in sections)
    places = re.findall(r"<loc>https://desk\.example(.*?)</loc>", found)
    assert places == [
        f"/verdicts/{plain.claim_id}/", f"/verdicts/{again.claim_id}/", "/", "/methodology/"
    ]  # fmt: skip
    robots = client.get("/robots.txt").content.decode()
    assert "Sitemap: https://desk.example/sitemap.xml" in robots
    for closed in ("/queue/", "/notifications/", "/practice/"):
        assert f"Disallow: {closed}" in robots
