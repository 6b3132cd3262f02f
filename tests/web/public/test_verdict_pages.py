"""What readers see."""

from __future__ import annotations

import dataclasses
import html
import json
import re
import struct
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from claims.models import Claim
from factcheck.accounts.models import User
from reviews.domain.states import Event
from reviews.exports.share_picture import SIZE
from reviews.models import Verdict
from reviews.selectors.contents import verdict_hash
from reviews.selectors.published import PAGE
from reviews.services.break_glass import item_force
from reviews.services.corrections import item_reopen, verdict_retract
from reviews.services.verdicts import verdict_publish, verdict_revise
from reviews.templatetags.json_ld import json_ld
from tests.factories import make_appearance, make_article, make_claim, make_item
from tests.walks import drafted_verdict, published_verdict, review, sign_off, text_of

pytestmark = pytest.mark.django_db
HOSTILE = "</script><script>alert('1')</script> & 12 million"


def page_of(client: Client, verdict: Verdict, query: str = "") -> str:
    """Return the public page of a verdict's claim."""
    answer = client.get(reverse("verdict-detail", args=[verdict.claim_id]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def structured(page: str) -> dict[str, Any]:
    """Return the JSON-LD of a page, read as a browser would find it."""
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    data: dict[str, Any] = json.loads(found)
    return data


def corrected(verdict: Verdict, author: User, editor: User, note: str) -> Verdict:
    """Publish a second version of a verdict."""
    item = item_reopen(item=verdict.item, actor=author, note="New figures")
    review(item, author)
    draft = Verdict.objects.get(item=item)
    text = dataclasses.replace(text_of(draft), correction_note=note, correction_kind="update")
    verdict_revise(verdict=draft, actor=author, text=text, based_on=draft.revision)
    return verdict_publish(verdict=sign_off(draft, editor), actor=editor)


def test_the_index_teaches_how_verdicts_come_about_when_there_are_none(client: Client) -> None:
    page = client.get(reverse("verdict-list")).content.decode()
    assert "Nothing is published yet" in page
    assert reverse("methodology") in page


def test_the_page_shows_claim_rating_reasons_evidence_and_record(
    client: Client, fact_checker: User, editor: User
) -> None:
    item = make_item(make_claim("渡輪載客三百萬人。", language="zh-Hant"))
    article = make_article(outlet="Quay Weekly")
    make_appearance(item.claim, article=article)
    verdict = published_verdict(fact_checker, editor, item)
    page = page_of(client, verdict)
    assert 'lang="zh-Hant">渡輪載客三百萬人。</h1>' in page
    assert verdict.rating.definition in page
    assert verdict.summary in page
    assert f"<p>{verdict.explanation}</p>" in page
    assert verdict.evidence[0]["quote"] in page
    assert "speaks against it" in page
    assert "primary source" in page
    assert f'href="{article.url}" rel="nofollow noopener"' in page
    assert "Quay Weekly" in page
    assert verdict.content_hash in page
    assert verdict.author.username in page
    assert editor.username in page


def test_the_page_needs_no_script_and_no_log_in(
    client: Client, fact_checker: User, editor: User
) -> None:
    page = page_of(client, published_verdict(fact_checker, editor))
    assert re.findall(r"<script(?! type=.application/ld)", page) == []


@pytest.mark.parametrize("hidden", ["draft", "unknown"])
def test_a_claim_without_a_published_verdict_is_a_404(
    hidden: str, client: Client, fact_checker: User
) -> None:
    claim = drafted_verdict(fact_checker).claim_id if hidden == "draft" else 404404
    assert client.get(reverse("verdict-detail", args=[claim])).status_code == 404


def test_structured_data_says_what_the_page_says(
    client: Client, fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    data = structured(page_of(client, verdict))
    assert data["@type"] == "ClaimReview"
    assert data["claimReviewed"] == verdict.claim.text
    assert data["reviewRating"]["ratingValue"] == verdict.rating.number


def test_hostile_text_is_shown_and_not_run_and_leaves_the_structured_data_whole(
    client: Client, fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor, make_item(make_claim(HOSTILE)))
    page = page_of(client, verdict)
    assert "<script>alert" not in page
    assert html.escape(HOSTILE) in page
    assert structured(page)["claimReviewed"] == HOSTILE


@given(st.dictionaries(st.text(), st.text(alphabet=st.characters(codec="utf-8"))))
def test_structured_data_is_the_same_json_whatever_it_holds(data: dict[str, str]) -> None:
    clean = {key.encode("utf-8", "replace").decode(): value for key, value in data.items()}
    element = json_ld(clean)
    body = element.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&") & set(body)
    assert json.loads(body) == clean


def test_a_page_for_other_sites_names_its_address_and_summary(
    client: Client, fact_checker: User, editor: User, settings: Any
) -> None:
    verdict = published_verdict(fact_checker, editor)
    page = page_of(client, verdict, "?version=1")
    address = f"{settings.SITE_URL}/verdicts/{verdict.claim_id}/"
    assert f'<link rel="canonical" href="{address}">' in page
    assert f'<meta property="og:description" content="{verdict.summary}">' in page


def test_a_correction_shows_its_note_and_leaves_the_old_version_readable(
    client: Client, fact_checker: User, second_checker: User, editor: User
) -> None:
    first = published_verdict(fact_checker, editor)
    corrected(first, second_checker, editor, "The table was revised.")
    newest = page_of(client, first)
    assert "Corrected." in newest
    assert "The table was revised." in newest
    old = page_of(client, first, "?version=1")
    assert "This is version 1, which has been replaced." in old
    assert '<script type="application/ld+json"' not in old
    assert 'content="noindex"' in old


@pytest.mark.parametrize("version", ["3", "0", "x", "1 "])
def test_a_version_that_was_never_published_is_a_404(
    version: str, client: Client, fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    address = reverse("verdict-detail", args=[verdict.claim_id])
    assert client.get(address, {"version": version}).status_code == 404


def test_a_retracted_verdict_says_so_and_leaves_the_index_and_search_engines(
    client: Client, fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    verdict_retract(verdict=verdict, actor=editor, note="The source withdrew its table.")
    page = page_of(client, verdict)
    assert "Retracted." in page
    assert "The source withdrew its table." in page
    assert '<script type="application/ld+json"' not in page
    assert verdict.claim.text not in client.get(reverse("verdict-list")).content.decode()


def test_the_index_finds_by_words_rating_and_language(
    client: Client, fact_checker: User, editor: User
) -> None:
    harbour = make_item(make_claim("Harbour traffic doubled."))
    port = make_item(make_claim("Pelabuhan melayani dua juta penumpang.", language="id"))
    for item in (harbour, port):
        published_verdict(fact_checker, editor, item)

    def found(**query: str) -> list[str]:
        page = client.get(reverse("verdict-list"), query).content.decode()
        return re.findall(r'<h2><a [^>]*lang="(\w+)">', page)

    assert found() == ["id", "en"]
    assert found(q="doubled HARBOUR") == ["en"]
    assert found(language="id") == ["id"]
    assert found(rating="mostly-false") == ["id", "en"]
    assert found(rating="true") == []
    assert found(rating="no-such", language="xx") == ["id", "en"]


def test_search_engines_are_told_which_pages_of_the_index_count(client: Client, db: None) -> None:
    index = client.get(reverse("verdict-list")).content.decode()
    found = client.get(reverse("verdict-list"), {"q": "harbour"}).content.decode()
    about = client.get(reverse("methodology")).content.decode()
    canonical = f'<link rel="canonical" href="{settings.SITE_URL}'
    assert f'{canonical}/">' in index
    assert f'{canonical}{reverse("methodology")}">' in about
    assert canonical not in found
    assert '<meta name="robots" content="noindex, follow">' in found


def test_the_verdict_on_a_merged_claim_is_that_on_the_claim_it_goes_on_as(
    client: Client, fact_checker: User, editor: User
) -> None:
    stands = published_verdict(fact_checker, editor)
    withdrawn = published_verdict(fact_checker, editor)
    plain, stranger = make_claim("The port moved less."), make_claim("Of another port.")
    address = reverse("verdict-detail", args=[plain.pk])
    assert client.get(address).status_code == 404
    verdict_retract(verdict=withdrawn, actor=editor, note="Misread.")
    for claim in (plain, withdrawn.claim):
        Claim.objects.filter(pk=claim.pk).update(merged_into=stands.claim_id)
    led = client.get(address, follow=True)
    there = reverse("verdict-detail", args=[stands.claim_id])
    assert led.redirect_chain == [(f"{there}?merged={plain.pk}", 302)]
    assert f'<q lang="en" dir="auto">{plain.text}</q>' in led.content.decode()
    kept = page_of(client, withdrawn)
    assert "Misread." in kept
    assert f'href="{there}" lang="en"' in kept
    assert stranger.text not in page_of(client, stands, f"?merged={stranger.pk}")


def test_the_index_finds_chinese_in_whichever_script_it_is_asked(
    client: Client, fact_checker: User, editor: User
) -> None:
    item = make_item(make_claim("港務局處理了五百萬個貨櫃。", language="zh-Hant"))
    verdict = published_verdict(fact_checker, editor, item)
    for words, is_found in (("港务局 处理", True), ("貨櫃", True), ("港务局 车站", False)):
        page = client.get(reverse("verdict-list"), {"q": words}).content.decode()
        assert (verdict.claim.text in page) == is_found


def test_every_verdict_is_on_exactly_one_page(
    client: Client, fact_checker: User, editor: User
) -> None:
    for _number in range(PAGE + 2):
        published_verdict(fact_checker, editor)
    Verdict.objects.update(published_at=Verdict.objects.values("published_at")[:1])
    seen: list[str] = []
    address = reverse("verdict-list")
    while address:
        page = client.get(address).content.decode()
        seen += re.findall(r'<h2><a href="/verdicts/(\d+)/"', page)
        older = re.search(r'href="(\?before=\d+)">Older', page)
        address = reverse("verdict-list") + older[1] if older else ""
    assert len(seen) == len(set(seen)) == PAGE + 2


def test_the_index_asks_for_no_article_s_bytes_and_no_more_often_for_more_verdicts(
    client: Client, fact_checker: User, editor: User
) -> None:
    asked = []
    for _more in range(2):
        verdict = published_verdict(fact_checker, editor)
        make_appearance(verdict.claim)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("verdict-list"))
        asked.append(len(queries))
        assert not any('"received"' in query["sql"] for query in queries)
    assert asked[0] == asked[1]


def test_the_methodology_defines_every_rating(client: Client) -> None:
    page = client.get(reverse("methodology")).content.decode()
    for label in ("Unproven", "False", "Mostly false", "Half true", "Mostly true", "True"):
        assert f"</svg>{label}</span>" in page


def test_a_correction_shows_its_kind_and_what_changed_word_by_word(
    client: Client, fact_checker: User, editor: User
) -> None:
    first = published_verdict(fact_checker, editor)
    item = item_reopen(item=first.item, actor=fact_checker, note="New figures")
    review(item, fact_checker)
    draft = Verdict.objects.get(item=item)
    text = dataclasses.replace(
        text_of(draft),
        summary="港口今年处理的集装箱更少。",
        correction_note="更正了年份。",
        correction_kind="clarification",
    )
    verdict_revise(verdict=draft, actor=fact_checker, text=text, based_on=0)
    verdict_publish(verdict=sign_off(draft, editor), actor=editor)
    address = reverse("verdict-detail", args=[first.claim_id])
    page = client.get(address).content.decode()
    assert "clarification" in page
    assert f"<del>{first.summary[:3]}" in page
    assert "<ins>" in page
    assert first.summary in client.get(f"{address}?version=1").content.decode()


def test_a_verdict_that_is_looked_at_again_says_so_and_stands(
    client: Client, fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    address = reverse("verdict-detail", args=[verdict.claim_id])
    assert "looking at this claim again" not in client.get(address).content.decode()
    item_reopen(item=verdict.item, actor=fact_checker, note="New figures")
    page = client.get(address).content.decode()
    assert "looking at this claim again" in page
    assert verdict.summary in page


def test_readers_are_told_what_an_administrator_passed_over(
    client: Client, fact_checker: User, administrator: User
) -> None:
    draft = drafted_verdict(fact_checker)
    item_force(
        item=draft.item, event=Event.FORCE_PUBLISH, actor=administrator, note="All are ill.",
        seen_hash=verdict_hash(draft),
    )  # fmt: skip
    assert "no editor signed it off and the evidence has fewer than two" in page_of(client, draft)


def test_a_shared_link_comes_with_a_picture_of_its_rating(
    client: Client, fact_checker: User, editor: User
) -> None:
    verdict = published_verdict(fact_checker, editor)
    address = re.search(r'property="og:image" content="([^"]*)"', page_of(client, verdict))
    assert address is not None
    pictures = {}
    for rating in verdict.rating.scale.ratings.all():
        answer = client.get(reverse("rating-picture", args=[rating.pk]))
        assert answer["Content-Type"] == "image/png"
        size = struct.unpack(">II", answer.content[16:24])
        assert (answer.content[:8], size) == (b"\x89PNG\r\n\x1a\n", SIZE)
        pictures[f"{settings.SITE_URL}{answer.wsgi_request.path}"] = answer.content
    assert address[1] in pictures
    assert len(set(pictures.values())) == len(pictures)
    assert client.get(reverse("rating-picture", args=[10**6])).status_code == 404
