"""The page that says why two statements are, or are not, one claim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from claims.extraction.pipeline import extract
from claims.matching.embeddings import embed_statements
from claims.matching.types import MatchReason
from claims.models import (
    Appearance,
    Claim,
    ClaimDecision,
    ClaimRelation,
    EarlierCheck,
    EarlierCheckMatch,
    Family,
    PlacedAppearance,
)
from claims.models.values import date_rows, match_reason_rows, quantity_rows
from factcheck.accounts.models import User
from reviews.models import QueueItem, QueueReason
from reviews.services.search_meaning import meaning_embed
from tests.factories import make_appearance, make_article, make_item
from tests.web.desk.conftest import LogIn

INDONESIAN = "Kota ini hujan. Membangun pabrik Nilam-R1 menelan biaya $5,5 juta, kata Alex Dimakis."
CHINESE = "今天下雨。亞歷克斯·迪馬基說，尼拉姆的V3工廠沒有耗資560萬美元。"


def told(text: str, language: str, *, claim: Claim | None = None) -> Appearance:
    """Return the last sentence of an article as an appearance, of a claim of its own by default."""
    sentence = extract(text, language=language).sentences[-1]
    article = make_article(text)
    article.language = language
    article.save()
    made = make_appearance(article=article, start=sentence.start, end=sentence.end)
    row = made.claim
    assert row is not None
    row.text, row.language = made.text, language
    row.vector = embed_statements([made.text], [language])[0].tolist()
    made.quantities = row.quantities = quantity_rows(sentence.quantities)
    made.dates = row.dates = date_rows(sentence.dates)
    made.claim = claim or row
    row.save()
    made.save()
    return made


@dataclass(frozen=True, slots=True)
class Desk:
    """A claim beside another, beside a second place, and beside an earlier check."""

    claim: Claim
    other: Claim
    place: Appearance
    check: EarlierCheck


@pytest.fixture
def desk(db: None) -> Desk:
    claim = told(INDONESIAN, "id").claim
    other = told(CHINESE, "zh-Hant").claim
    assert claim
    assert other
    place = told(INDONESIAN.replace("$5,5", "$5,6"), "id", claim=claim)
    check = EarlierCheck.objects.create(
        url="https://checks.example/1", publisher="Checks of the Bay", rating="false",
        claim_reviewed="Nilam spent 5.5 million dollars.", language="en", claim_review={},
        vector=claim.vector,
    )  # fmt: skip
    make_item(claim)
    return Desk(claim, other, place, check)


def page(client: Client, claim: Claim, other: str) -> str:
    answer = client.get(reverse("claim-explain", args=[claim.pk]), {"with": other})
    assert answer.status_code == 200
    return answer.content.decode()


def plain(html: str) -> str:
    """Return what a page says, without what is only for screen readers."""
    unheard = re.sub(r'<span class="visually-hidden".*?</span>', "", html, flags=re.DOTALL)
    numbered = re.sub(r'<span class="explain__badge[^>]*aria-hidden.*?</span>', "", unheard)
    return unescape(re.sub(r"<[^>]+>", "", numbered))


def test_it_sets_two_claims_side_by_side_as_they_were_written(
    desk: Desk, log_in: LogIn, fact_checker: User
) -> None:
    html = page(log_in(fact_checker), desk.claim, f"claim:{desk.other.pk}")
    assert desk.claim.text in plain(html)
    assert desk.other.text in plain(html)
    assert f'lang="{desk.other.language}"' in html
    assert "US$5.5 million = 5,500,000" in html
    assert "US$5.6 million = 5,600,000" in html
    row = re.search(r"Alex Dimakis</span>.{0,300}亞歷克斯·迪馬基", html, re.DOTALL)
    assert row
    assert "negation, only on this side" in html
    assert "had not compared the two before" in html


def test_it_shows_the_reasons_that_were_stored_and_todays_where_none_were(
    desk: Desk, log_in: LogIn, fact_checker: User
) -> None:
    client = log_in(fact_checker)
    relation = ClaimRelation.objects.create(
        lower=desk.claim, higher=desk.other, outcome="differs", aspects=["subject"],
        similarity=0.61,
        reasons=match_reason_rows([MatchReason("other_subject", -3.38, "V3", "R1")]),
    )  # fmt: skip
    kept = page(client, desk.claim, f"claim:{desk.other.pk}")
    assert "what the matcher said when it compared the two" in kept
    assert kept.index(">R1</span>") < kept.index(">V3</span>")
    assert "−3.4" in kept
    relation.reasons = []
    relation.save()
    assert "reasons of that time were not kept" in page(
        client, desk.other, f"claim:{desk.claim.pk}"
    )


def test_it_explains_a_place_and_an_earlier_check(
    desk: Desk, log_in: LogIn, fact_checker: User
) -> None:
    client = log_in(fact_checker)
    EarlierCheckMatch.objects.create(
        claim=desk.claim, check_found=desk.check, outcome="same", similarity=0.9,
        reasons=match_reason_rows([MatchReason("verbatim", 10.0)]),
    )  # fmt: skip
    there = reverse("claim-explain", args=[desk.claim.pk]), {"with": f"appearance:{desk.place.pk}"}
    unread = client.get(*there)
    assert unread.status_code == 409
    assert "has not read this wording yet" in unread.content.decode()
    meaning_embed(desk.place.text)  # as a worker does that was asked to
    assert "$5,6 juta" in page(client, desk.claim, f"appearance:{desk.place.pk}")
    html = page(client, desk.claim, f"check:{desk.check.pk}")
    assert "Checks of the Bay" in html
    assert "word for word the same" in html


def test_what_a_person_decided_is_told_with_who_and_why(
    desk: Desk, log_in: LogIn, fact_checker: User
) -> None:
    client = log_in(fact_checker)
    by_people = match_reason_rows([MatchReason("by_people", 1.0)])
    ClaimRelation.objects.create(
        lower=desk.claim, higher=desk.other, outcome="differs", aspects=["number"],
        similarity=0.61, reasons=by_people,
    )  # fmt: skip
    Appearance.objects.filter(pk=desk.place.pk).update(match_reasons=by_people)
    for kind, place in [
        ("differs", f"claim:{desk.other.pk}"),
        ("move", f"appearance:{desk.place.pk}"),
    ]:
        decision = ClaimDecision.objects.create(
            kind=kind, claim=desk.other, other=desk.claim, note=f"Note on {kind}", by=fact_checker
        )
        PlacedAppearance.objects.create(decision=decision, appearance=desk.place)
        html = page(client, desk.claim, place)
        assert "A person decided this" in html
        assert f"Note on {kind}" in html
        assert "would have to be at least" not in html
        assert "had not compared" not in html


@pytest.mark.parametrize("other", ["", "claim:0", "claim:x", "verdict:1", "check:99999999999"])
def test_what_it_does_not_know_is_not_found(
    desk: Desk, log_in: LogIn, fact_checker: User, other: str
) -> None:
    client = log_in(fact_checker)
    address = reverse("claim-explain", args=[desk.claim.pk])
    assert client.get(address, {"with": other}).status_code == 404
    assert client.get(f"/api/v1/claims/{desk.claim.pk}/explain", {"with": other}).status_code == 404


def test_the_workspace_leads_to_it(desk: Desk, log_in: LogIn, fact_checker: User) -> None:
    item = QueueItem.objects.get()
    html = log_in(fact_checker).get(reverse("workspace", args=[item.pk])).content.decode()
    assert f"/claims/{desk.claim.pk}/explain/?with=appearance:{desk.place.pk}" in html


def test_the_workspace_says_which_outlet_gives_which_figure(
    desk: Desk, log_in: LogIn, fact_checker: User
) -> None:
    family = Family.objects.create()
    Claim.objects.update(family=family)
    far = told(INDONESIAN.replace("$5,5", "$8,2"), "id").claim
    assert far
    far.family = family
    far.save()
    ClaimRelation.objects.create(
        lower=desk.claim, higher=far, outcome="differs", aspects=["number"], similarity=0.9
    )
    item = QueueItem.objects.get()
    QueueReason.objects.create(item=item, kind="conflict", detail={})
    client = log_in(fact_checker)
    html = client.get(reverse("workspace", args=[item.pk])).content.decode()
    assert "between US$5.5 million = 5,500,000 and US$8.2 million = 8,200,000" in html
    given = client.get(f"/api/v1/claims/{desk.claim.pk}").json()["dispute"]
    assert [each["quantity"]["value"] for each in given["values"]] == [5.5e6, 8.2e6]
    assert [each["texts"] for each in given["values"]] == [2, 1]
