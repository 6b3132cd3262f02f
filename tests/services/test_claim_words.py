"""Claims are found by their words, in any of the desk's scripts, through an index."""

from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.models import Claim
from claims.models.claim_words import has_words
from tests.factories import make_claim

pytestmark = pytest.mark.django_db


def found(text: str) -> set[str]:
    wanted = has_words(text)
    assert wanted is not None
    return set(Claim.objects.filter(wanted).values_list("text", flat=True))


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        ("The port handled 5.2 million containers.", "million CONTAINERS"),
        ("The port handled 5.2 million containers.", "contain"),
        ("The port handled 5.2 million containers.", "5.2"),
        ("Harga beras naik 12,5 persen.", "persen harga"),
        ("港口去年处理了五百万个集装箱。", "集装箱"),
        ("港口去年处理了五百万个集装箱。", "集裝箱 去年"),
        ("港口去年處理了五百萬個集裝箱。", "处理 集装箱"),
        ("渡轮票价上涨１２％。", "12"),
        ("Tarif feri Covid-19 di Tanjung Biru.", "covid-19"),
        ("她住在𠮷野。", "𠮷野"),
    ],
)
def test_a_claim_is_found_by_its_words(claim: str, asked: str) -> None:
    make_claim(claim)
    make_claim("Nothing of the kind.")
    assert found(asked) == {claim}


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        ("The port handled 5.2 million containers.", "million ships"),
        ("The port handled 5.2 million containers.", "tainers"),
        ("港口去年处理了五百万个集装箱。", "箱集装"),
    ],
)
def test_a_claim_without_one_of_the_words_is_not(claim: str, asked: str) -> None:
    make_claim(claim)
    assert found(asked) == set()


def test_a_claim_is_found_by_its_speaker_and_its_clarified_wording() -> None:
    claim = make_claim("It was half of that.")
    claim.speaker, claim.clarified = "Sari Wulandari", "Rice imports halved."
    claim.save()
    assert found("wulandari") == found("imports") == {claim.text}


@pytest.mark.parametrize("text", ["", " ", "?!", "——", "\u3000"])
def test_nothing_is_looked_for_where_there_is_no_word(text: str) -> None:
    assert has_words(text) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40))
def test_whatever_is_typed_can_be_looked_for(text: str) -> None:
    if has_words(text) is not None:
        found(text)


def test_the_words_are_read_from_an_index() -> None:
    wanted = has_words("集装箱")
    assert wanted is not None
    with connection.cursor() as cursor:
        # Of a table this small the planner reads all, one way or another.
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")
    plan = Claim.objects.filter(wanted).explain()
    assert "claim_words" in plan
