"""The linter of ClaimReview: one way to break each rule, and reviews that break none."""

from __future__ import annotations

import copy
import datetime
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.claim_review_catalogue import RULES
from reviews.domain.claim_review_findings import Level
from reviews.domain.claim_review_nodes import MAX_DEPTH
from reviews.domain.claim_review_pages import structured_data
from reviews.domain.claim_review_rules import Ground, lint

NOW = datetime.datetime(2026, 3, 9, 12, tzinfo=datetime.UTC)
GROUND = Ground("https://desk.example", NOW)
MISSING = object()
GOOD: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://desk.example/verdicts/7/",
    "claimReviewed": "Pelabuhan melayani dua juta penumpang.",
    "datePublished": "2026-03-08T20:00:00+07:00",
    "author": {"@type": "Organization", "name": "The Desk", "url": "https://desk.example/"},
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "Salah",
        "ratingValue": 1,
        "worstRating": 1,
        "bestRating": 5,
        "identifier": "v1/false",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Rini Astuti"},
        "datePublished": "2026-03-08",
        "firstAppearance": {"@type": "NewsArticle", "url": "https://gazette.example/1"},
        "appearance": ["https://quay.example/2"],
    },
}
# Rule, where the value is put (MISSING takes it away), and the path that is named.
BREACHES: tuple[tuple[str, str, Any], ...] = (
    ("context", "@context", MISSING),
    ("context", "@context", "https://schema.example"),
    ("no_claim_review", "@type", "Review"),
    ("text_empty", "author.sameAs", "  "),
    ("url_missing", "url", MISSING),
    ("url_not_absolute", "url", "/verdicts/7/"),
    ("url_not_absolute", "url", "https:/verdicts/7/"),
    ("url_not_absolute", "url", "http://[::1/"),
    ("url_elsewhere", "url", "https://desk.example.evil.example/verdicts/7/"),
    ("url_elsewhere", "url", "https://notdesk.example/verdicts/7/"),
    ("author_missing", "author.name", MISSING),
    ("author_type", "author.@type", "Thing"),
    ("author_url", "author.url", MISSING),
    ("claim_missing", "claimReviewed", MISSING),
    ("claim_missing", "claimReviewed", "   "),
    ("claim_long", "claimReviewed", "字" * 76),
    ("rating_missing", "reviewRating", MISSING),
    ("rating_type", "reviewRating", "Salah"),
    ("rating_type", "reviewRating.@type", "AggregateRating"),
    ("rating_name_missing", "reviewRating.alternateName", MISSING),
    ("rating_name_is_number", "reviewRating.alternateName", "1"),
    ("rating_number", "reviewRating.ratingValue", "one"),
    ("rating_number", "reviewRating.bestRating", True),
    ("rating_number", "reviewRating.worstRating", float("nan")),
    ("rating_unbounded", "reviewRating.bestRating", MISSING),
    ("rating_scale", "reviewRating.worstRating", 5),
    ("rating_outside", "reviewRating.ratingValue", 0),
    ("rating_outside", "reviewRating.ratingValue", "5.1"),
    ("scale_unnamed", "reviewRating.identifier", MISSING),
    ("item_missing", "itemReviewed", MISSING),
    ("item_type", "itemReviewed.@type", "CreativeWork"),
    ("claim_author_missing", "itemReviewed.author", MISSING),
    ("claim_author_is_reviewer", "itemReviewed.author.name", "the desk"),
    ("claim_author_is_reviewer", "itemReviewed.author.url", "https://desk.example"),
    ("appearance_url", "itemReviewed.firstAppearance.url", "www.gazette.example/1"),
    ("appearance_url", "itemReviewed.appearance", "ftp://quay.example/2"),
    ("appearance_here", "itemReviewed.appearance", ["https://www.desk.example/verdicts/6/"]),
    ("appearance_missing", "itemReviewed", {"@type": "Claim", "author": {"name": "Rini Astuti"}}),
    ("date_missing", "datePublished", MISSING),
    ("date_unreadable", "datePublished", "8 March 2026"),
    ("date_unreadable", "itemReviewed.datePublished", "2026-13-01"),
    ("date_unreadable", "dateModified", 20260308),
    ("date_order", "itemReviewed.datePublished", "2026-03-10"),
    ("date_future", "datePublished", "2026-03-09T12:00:01Z"),
)


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return the good review with one value changed."""
    review = copy.deepcopy(GOOD)
    *way, last = path.split(".")
    place = review
    for name in way:
        place = place[name]
    if value is MISSING:
        del place[last]
    else:
        place[last] = value
    return review


def rules(value: Any) -> list[str]:
    return [finding.rule.id for finding in lint(value, GROUND)]


def test_a_review_as_it_should_be_has_no_findings() -> None:
    assert lint(GOOD, GROUND) == []


@pytest.mark.parametrize(("rule", "path", "value"), BREACHES)
def test_a_breach_is_named_with_its_place_and_is_the_only_one(
    rule: str, path: str, value: Any
) -> None:
    findings = lint(changed(path, value), GROUND)
    assert [finding.rule.id for finding in findings] == [rule]
    if rule != "no_claim_review":
        named = findings[0].path.removeprefix("$.").partition("[")[0]
        assert path.startswith(named) or named.startswith(path)


@pytest.mark.parametrize(
    "value",
    [
        [GOOD, changed("url", "https://desk.example/verdicts/8/")],
        {"@context": "https://schema.org", "@graph": [GOOD]},
        {**GOOD, "@type": ["ClaimReview", "Review"]},
        {**GOOD, "@type": "http://schema.org/ClaimReview", "@context": ["http://schema.org/"]},
        {**GOOD, "@context": {"@vocab": "https://schema.org/"}},
        changed("url", "https://facts.desk.example/7"),
        changed("itemReviewed.datePublished", "2026-03-09"),  # where the day begins earlier
        changed("datePublished", "2026-03-09"),
        changed("datePublished", "2026-03-09T23:00:00"),  # in a zone it does not name
        changed("reviewRating.ratingValue", "4.5"),
        changed("itemReviewed.firstAppearance", {"@type": "Event", "name": "A speech"}),
    ],
)  # fmt: skip
def test_another_way_to_say_the_same_is_no_breach(value: Any) -> None:
    assert rules(value) == []


def feed(*elements: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": [*elements]}


def test_a_feed_holds_reviews_and_deletions_and_may_be_empty() -> None:
    gone = {"@type": "DataFeedItem", "dateDeleted": "2026-03-08", "url": "https://desk.example/3"}
    wrapped = {"@type": "DataFeedItem", "item": changed("url", "https://desk.example/4")}
    gone_with_it = {"@type": "DataFeedItem", "dateDeleted": "2026-03-08", "item": GOOD}
    assert rules(feed(GOOD, gone, wrapped, gone_with_it)) == []
    assert rules(feed()) == []


def test_a_feed_of_other_things_is_none() -> None:
    assert rules(feed(GOOD, {"@type": "DataFeedItem"}, "x")) == ["feed_element", "feed_element"]
    assert rules({**feed(), "dataFeedElement": None}) == ["feed_elements"]


@pytest.mark.parametrize("other", ["", "#second", "#"])
def test_two_claims_on_one_page_are_told_apart_by_no_fragment(other: str) -> None:
    second = changed("url", f"https://desk.example/verdicts/7/{other}")
    findings = lint(feed(GOOD, second), GROUND)
    assert [finding.rule.id for finding in findings] == ["url_shared"]
    assert findings[0].path == "$.dataFeedElement[1].url"


def test_what_is_nested_without_end_is_refused_before_it_is_walked() -> None:
    deep: Any = "x"
    for _level in range(MAX_DEPTH + 1):
        deep = [deep]
    assert rules({**GOOD, "keywords": deep}) == ["too_deep"]


def test_json_ld_is_found_in_a_page_block_by_block() -> None:
    block = '<script type="Application/LD+JSON; charset=utf-8">%s</script>'
    page = "<!doctype html>\n" + block % json.dumps(GOOD) + "<script>{}</script>" + block % "{nope"
    value, faults = structured_data(page)
    assert value == [GOOD, None]
    assert [(each.rule.id, each.path) for each in faults] == [("not_json", "$[1]")]
    assert structured_data("<p>nothing</p>") == ([], [])
    assert structured_data("\ufeff" + json.dumps(GOOD)) == (GOOD, [])
    assert structured_data("[" * 100_000)[1] != []


def test_every_rule_has_a_breach_in_this_file() -> None:
    elsewhere = {"not_json", "too_deep", "feed_elements", "feed_element", "url_shared"}
    assert {rule for rule, _path, _value in BREACHES} | elsewhere == set(RULES)
    assert all(rule.remedy and rule.source for rule in RULES.values())
    assert {rule.level for rule in RULES.values()} == set(Level)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*GOOD, "name", "url", "dataFeedElement", "item"]), inner)
    ),
    max_leaves=20,
)


@given(VALUES, st.sampled_from(["url", "author", "reviewRating", "itemReviewed", "@type"]))
def test_any_json_is_looked_at_without_failing(value: Any, name: str) -> None:
    lint(value, GROUND)
    lint({**GOOD, name: value}, GROUND)
    lint(feed({**GOOD, name: value}, value), GROUND)
