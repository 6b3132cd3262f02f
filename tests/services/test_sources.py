"""The outlets and their feeds: who keeps them, lists of them in and out, what none can be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.models import Feed, Source
from claims.selectors.sources import outlines
from claims.services.feed_lists import feeds_import
from claims.services.feeds import feed_add, feed_pause, feed_poll_now, feed_resume
from claims.services.sources import SourceFields, source_add, source_change
from claims.sources.opml import Outline, opml_of
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed, Stale
from tests.audit import events_of
from tests.factories import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def feed(editor: User) -> Feed:
    """A feed of an outlet."""
    return feed_add(source=make_source(), actor=editor, url="https://harbour.example/feed")


@pytest.mark.parametrize(
    "act",
    [
        lambda feed, actor: feed_add(source=feed.source, actor=actor, url="https://a.example/f"),
        lambda feed, actor: feed_pause(feed=feed, actor=actor, reason="Why"),
        lambda feed, actor: feed_resume(feed=feed, actor=actor),
        lambda feed, actor: feed_poll_now(feed=feed, actor=actor),
        lambda feed, actor: source_add(actor=actor, fields=SourceFields("Name")),
        lambda feed, actor: source_change(
            source=feed.source, actor=actor, based_on=0, fields=SourceFields("Name")
        ),
        lambda feed, actor: feeds_import(
            data=opml_of("", [Outline("A", "", "https://a.example/f")]), actor=actor
        ),
    ],
)
def test_only_editors_and_administrators_keep_the_sources(
    feed: Feed, fact_checker: User, administrator: User, act: Callable[[Feed, User], object]
) -> None:
    with pytest.raises(NotAllowed):
        act(feed, fact_checker)
    act(feed, administrator)


def test_a_list_of_feeds_is_taken_row_by_row_and_given_back(feed: Feed, editor: User) -> None:
    rows = [
        Outline("Kabar", "https://kabar.example/", "https://kabar.example/feed"),
        Outline("Kabar", "", "https://kabar.example/daerah/feed"),
        Outline("", "", "https://wanbao.example/rss"),
        Outline("Twice", "", f"{feed.url}?utm_source=opml"),
        Outline("Kabar\t ", "", "https://kabar.example/kota/feed"),
    ]
    outcomes = feeds_import(data=opml_of("Desk", rows), actor=editor)
    assert [bool(each.refusal) for each in outcomes] == [False, False, False, True, False]
    assert not Source.objects.filter(name="Twice").exists()
    assert Source.objects.get(name="Kabar").feeds.count() == 3
    assert [each.url for each in outlines() if each.name == "wanbao.example"] == [rows[2].url]
    again = feeds_import(data=opml_of("Desk", outlines()), actor=editor)
    assert all(each.refusal for each in again)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (SourceFields(" "), "name"),
        (SourceFields("x" * 201), "name"),
        (SourceFields("nul\x00"), "name"),
        (SourceFields("Kabar"), "name"),
        (SourceFields("A", site="kabar.example"), "site"),
        (SourceFields("A", country="IDN"), "country"),
        (SourceFields("A", language="Bahasa Indonesia"), "language"),
    ],
)
def test_what_no_source_can_be_is_refused_at_its_field(
    editor: User, fields: SourceFields, field: str
) -> None:
    make_source("Kabar")
    with pytest.raises(InvalidInput) as refusal:
        source_add(actor=editor, fields=fields)
    assert refusal.value.field == field


def test_a_source_changed_meanwhile_is_not_overwritten(editor: User) -> None:
    source = source_add(actor=editor, fields=SourceFields("Kabar"))
    source_change(
        source=source, actor=editor, based_on=0, fields=SourceFields("Kabar", country="id")
    )
    with pytest.raises(Stale) as refusal:
        source_change(source=source, actor=editor, based_on=0, fields=SourceFields("Kabar Baru"))
    source.refresh_from_db()
    assert (source.name, source.country, source.version) == ("Kabar", "ID", 1)
    assert {each.field for each in refusal.value.differences} == {"name", "country"}
    assert events_of(source) == ["source.add", "source.change"]
