from __future__ import annotations

import pytest

from claims.matching.entities import entities


def keys(text: str) -> set[str]:
    return {entity.key for entity in entities(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("英偉達股價大跌", "nvidia"),
        ("Saham Nvidia anjlok", "nvidia"),
        ("辉达领跌", "nvidia"),
        ("Amerika Serikat melarangnya", "us"),
        ("Kata pejabat AS, itu salah", "us"),
        ("美國禁止出口", "us"),
        ("前CEO施密特撰文", "schmidt"),
        ("Menurut Eric Schmidt, itu keliru", "schmidt"),
        ("训练V3只花了两个月", "v3"),
        ("Kemampuan GPT-4O sebanding", "gpt4o"),
        ("on par with o1 in maths", "o1"),
        ("Pendapatan pembuat ChatGPT naik", "openai"),
        ("Investors in the Claude maker", "anthropic"),
    ],
)
def test_it_finds_the_same_name_in_every_script(text: str, wanted: str) -> None:
    assert wanted in keys(text)


@pytest.mark.parametrize("text", ["as good as it gets", "they told us nothing", "it costs US$6"])
def test_a_word_or_a_currency_is_no_country(text: str) -> None:
    assert "us" not in keys(text)


def test_a_price_is_no_model_name() -> None:
    assert not keys("harganya Rp500 atau RM20")


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert keys("Prices rose again") == set()


def test_an_unlisted_name_is_kept_as_it_stands() -> None:
    assert "wanasari" in keys("Banjir melanda Wanasari kemarin")


@pytest.mark.parametrize(
    "text", ["Hollis said prices rose", "Hollis's figures are old", "Hollis membantah kabar itu"]
)
def test_the_first_word_of_a_sentence_is_a_name_if_it_speaks_or_owns(text: str) -> None:
    assert "hollis" in keys(text)


def test_many_of_one_model_are_that_model() -> None:
    assert keys("a cluster of H800s") & keys("seribu H800")


def test_many_of_what_letters_stand_for_are_that_thing() -> None:
    assert keys("to change their PINs") & keys("mengganti PIN")
