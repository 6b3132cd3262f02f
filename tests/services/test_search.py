"""Search: which words find what, who finds it, and what of it is marked."""

from __future__ import annotations

import base64
import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.search.vector import FOLDING
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.errors import InvalidInput
from reviews.domain.states import State
from reviews.models import Rating, SearchEntry, SearchKind, Verdict
from reviews.selectors.search import SearchPage, search_page
from reviews.selectors.search_found import (
    COMMON,
    COMMON_IN_ORDER,
    Count,
    counts_of,
    found_by_kind,
)
from reviews.selectors.search_hits import ArticleHit, ClaimHit
from reviews.selectors.search_wish import wish_from
from reviews.services.search_index import search_index_next
from tests.factories import (
    make_appearance,
    make_article,
    make_claim,
    make_item,
    make_match,
    make_person,
    make_source,
    make_version,
)
from tests.services.search_pairs import FOUND, NOT_FOUND

pytestmark = pytest.mark.django_db


@pytest.fixture
def checker() -> User:
    return make_person(Role.FACT_CHECKER)


def index_all() -> None:
    while search_index_next():
        pass


def search(user: User, **query: str) -> SearchPage:
    return search_page(wish_from(query), user)


def found(user: User, **query: str) -> set[tuple[str, int]]:
    """Return what is found, of all pages."""
    page = search(user, **query)
    rows = [*page.hits]
    while page.cursor:
        page = search_page(wish_from(query), user, page.cursor)
        rows += page.hits
    assert len({(hit.kind, hit.row) for hit in rows}) == len(rows)
    return {(str(hit.kind.value), hit.row) for hit in rows}


def test_what_is_asked_finds_what_was_written_in_another_way(checker: User) -> None:
    texts = dict.fromkeys((language, text) for language, text, _ in (*FOUND, *NOT_FOUND))
    claims = {(language, text): make_claim(text, language=language).pk for language, text in texts}
    index_all()
    for language, text, asked in FOUND:
        assert ("claim", claims[language, text]) in found(checker, q=asked), (asked, text)
    for language, text, asked in NOT_FOUND:
        assert ("claim", claims[language, text]) not in found(checker, q=asked), (asked, text)


def test_a_claim_is_found_by_its_other_wordings_until_they_move_away(checker: User) -> None:
    claim, other = make_claim(), make_claim()
    article = make_article("Jembatan gantung itu roboh pada bulan Mei.")
    appearance = make_appearance(claim, article=article, end=len(article.text))
    index_all()
    assert ("claim", claim.pk) in found(checker, q="jembatan gantung")
    hit = next(hit.shown for hit in search(checker, q="jembatan", kind="claim").hits)
    assert isinstance(hit, ClaimHit)
    assert hit.wording
    assert [mark.of(hit.wording.text) for mark in hit.wording.marks] == ["Jembatan"]
    appearance.claim = other
    appearance.save()
    index_all()
    assert found(checker, q="jembatan", kind="claim") == {("claim", other.pk)}
    other.merged_into = claim
    other.save()
    index_all()
    assert found(checker, q="jembatan", kind="claim") == set()


def test_the_filters_keep_what_fits(checker: User) -> None:
    here, there = make_claim("Sungai Citarum meluap.", language="id"), make_claim("河流泛滥。")
    here.speaker = "Sri Mulyani"
    here.quantities = [{"value": 4_200_000, "unit": "USD", "low": None, "high": None}]
    here.save()
    appearance = make_appearance(here)
    before = make_item(here)
    index_all()
    today = timezone.localdate()
    mine = {("claim", here.pk)}
    source = str(appearance.article.source_id)
    assert found(checker, language="id", kind="claim") == mine
    assert found(checker, speaker="MULYANI") == mine
    assert found(checker, status="queued") == mine
    before.state, before.closed_at = State.DISMISSED, timezone.now()
    before.save()
    assert found(checker, status="dismissed") == mine
    make_item(here)
    assert found(checker, status="queued") == mine
    assert found(checker, status="dismissed") == set()
    assert found(checker, source=source, kind="claim") == mine
    article = {("article", appearance.article_id)}
    words = appearance.article.text.split()[0]
    assert found(checker, q=words, source=source, kind="article") == article
    assert found(checker, source=str(make_source().pk)) == set()
    assert found(checker, least="4 juta", most="500万", unit="dolar") == mine
    assert found(checker, least="4 juta", most="500万", unit="rupiah") == set()
    assert found(checker, least="4.3 million", unit="dolar") == set()
    both = {("claim", here.pk), ("claim", there.pk)}
    assert both <= found(checker, **{"from": str(today), "to": str(today)})
    tomorrow = today + datetime.timedelta(days=1)
    assert found(checker, **{"from": str(tomorrow)}) == set()
    assert found(checker, q=" ", kind="claim") == set()  # nothing is asked for


def test_the_newest_version_of_an_article_is_found_by_any_sentence_of_it(checker: User) -> None:
    old = make_article(
        "Filler. " * 400 + "The lighthouse keeper was paid twice. " + "Filler. " * 99
    )
    index_all()
    hit = search(checker, q="lighthouse paid").hits[0].shown
    assert isinstance(hit, ArticleHit)
    assert [mark.of(hit.body.text) for mark in hit.body.marks] == ["lighthouse", "paid"]
    assert len(hit.body.text) <= 300
    assert old.text[hit.body.start :].startswith(hit.body.text)
    new = make_version(old, "The lighthouse keeper was paid once.")
    index_all()
    assert found(checker, q="lighthouse") == {("article", new.pk)}


def test_pages_go_on_where_the_last_one_ended(checker: User) -> None:
    claims = {("claim", make_claim(f"Pier {number} is closed.").pk) for number in range(45)}
    index_all()
    assert len(search(checker, q="pier").hits) == 20
    assert found(checker, q="pier") == claims
    assert search(checker, q="pier").counts[SearchKind.CLAIM].number == 45
    with pytest.raises(InvalidInput, match="cursor"):
        search_page(wish_from({"q": "pier"}), checker, "bm9uZQ==")
    too_large = base64.b64encode(
        b'[0.5, "2026-01-01T00:00:00+00:00", 9223372036854775808]'
    ).decode()
    with pytest.raises(InvalidInput, match="cursor"):
        search_page(wish_from({"q": "pier"}), checker, too_large)


@pytest.mark.parametrize(
    ("asked", "number"), [("pier", 510), ("pier", COMMON + 9), ('"old pier"', COMMON_IN_ORDER + 9)]
)
def test_of_common_words_the_newest_are_found(checker: User, asked: str, number: int) -> None:
    now = timezone.now()
    entries = [
        SearchEntry(
            kind=SearchKind.CLAIM, claim_id=10**9 + n, words="'old':1A 'pier':2A", language="en",
            at=now + datetime.timedelta(seconds=n), folding=FOLDING,
        )
        for n in range(number)
    ]  # fmt: skip
    ids = [entry.pk for entry in SearchEntry.objects.bulk_create(entries)]
    found_ids = found_by_kind(wish_from({"q": asked}), checker)
    assert found_ids[SearchKind.CLAIM] == ids[::-1][:501]
    assert counts_of(found_ids)[SearchKind.CLAIM] == Count(500, is_more=True)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("q", "a" * 10_000),
        ("kind", "person"),
        ("status", "nowhere"),
        ("from", "yesterday"),
        ("to", "2026-02-31"),
        ("to", "9999-12-31"),
        ("least", "many"),
        ("unit", "!!!"),
        ("source", "99999999999999999999"),
    ],
)
def test_an_error_names_its_field(field: str, value: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        wish_from({field: value})
    assert refused.value.field == field


OPERATORS = ['"', "-", "OR", "&", "|", "!", "(", ":*", "'", "\\", "a", "税", "5"]
ODD = list("\"-'\\:*&|!()<>\0\ud800\u202e\u0600万5a税")


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.text(st.characters(), max_size=60)
    | st.lists(st.sampled_from(OPERATORS)).map(" ".join)
    | st.lists(st.sampled_from(ODD), max_size=60).map("".join)
)
def test_no_query_is_an_error(checker: User, query: str) -> None:
    page = search(checker, q=query)
    assert all(hit.row for hit in page.hits)


def test_a_verdict_is_found_by_the_corrected_speaker_of_its_claim(checker: User) -> None:
    item = make_item()
    rating = Rating.objects.get(slug="false")
    verdict = Verdict.objects.create(
        item=item,
        claim=item.claim,
        rating=rating,
        summary="No.",
        author=checker,
        version=1,
        true_as_of="2026-05-01",
    )
    index_all()
    item.claim.speaker = "Ratna Dewi"
    item.claim.save()
    index_all()
    assert found(checker, q="ratna", kind="verdict") == {("verdict", verdict.pk)}
    assert found(checker, speaker="dewi", kind="verdict") == {("verdict", verdict.pk)}


def test_what_a_statement_deleted_leaves_no_entry(checker: User) -> None:
    check = make_match(make_claim("码头去年关闭。", language="zh-Hans")).check_found
    index_all()
    page = Client()
    page.force_login(checker)
    text = page.get("/search/", {"q": "码头", "kind": "earlier_check"}).content.decode()
    assert '<span lang="zh-Hans" dir="auto">Lantern Desk</span>' in text
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM claims_earliercheckmatch")
        cursor.execute("DELETE FROM claims_earliercheck")
    index_all()
    assert not SearchEntry.objects.filter(earlier_check=check.pk).exists()


def test_an_entry_the_database_refuses_keeps_no_other_from_being_found(checker: User) -> None:
    refused, taken = make_claim("The pier burnt down."), make_claim("The pier was rebuilt.")
    with connection.cursor() as cursor:
        table = SearchEntry._meta.db_table
        cursor.execute(f"ALTER TABLE {table} ADD CHECK (claim_id <> {refused.pk})")
    index_all()
    assert found(checker, q="pier") == {("claim", taken.pk)}


def test_all_is_made_anew_by_a_rebuild(checker: User) -> None:
    claim = make_claim("The old mill burnt down.")
    index_all()
    entry = SearchEntry.objects.get(claim=claim)
    SearchEntry.objects.update(folding=0, words="")
    assert found(checker, q="mill") == set()
    index_all()  # written by older rules
    assert ("claim", claim.pk) in found(checker, q="mill")
    SearchEntry.objects.update(words="")
    output = StringIO()
    call_command("search", "rebuild", stdout=output)
    assert "claim: 1" in output.getvalue()
    assert "due: 0; made by older rules: 0" in output.getvalue()
    assert ("claim", claim.pk) in found(checker, q="mill")
    assert SearchEntry.objects.get(claim=claim).pk == entry.pk
