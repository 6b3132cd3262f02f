"""A desk's own points: which rules fit which claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.boosts import Boost, Trait, Traits, boosts_that_fit, has_words

FERRY = Traits(
    text="Tarif feri naik 12 persen mulai Juni.",
    language="id",
    speakers=frozenset({"Sari Wulandari"}),
    sources=frozenset({"Harbour Gazette"}),
    tags=frozenset({"Transport"}),
)


@pytest.mark.parametrize(
    ("trait", "value", "fits"),
    [
        (Trait.LANGUAGE, "id", True),
        (Trait.LANGUAGE, "ID", True),
        (Trait.LANGUAGE, "i", False),
        (Trait.SOURCE, "harbour gazette", True),
        (Trait.SOURCE, "Harbour", False),
        (Trait.SPEAKER, "Sari Wulandari", True),
        (Trait.TAG, "transport", True),
        (Trait.WORD, "feri", True),
        (Trait.WORD, "fer", False),
        (Trait.WORD, "tarif FERI", True),
        (Trait.WORD, "  ", False),
    ],
)
def test_a_rule_fits_what_it_names(trait: Trait, value: str, fits: bool) -> None:
    boost = Boost(trait, value, 10, "A series.")
    assert boosts_that_fit([boost], FERRY) == ((boost,) if fits else ())


@pytest.mark.parametrize(("tag", "fits"), [("zh-Hans", True), ("zh-Hant", True), ("zhx", False)])
def test_a_rule_for_a_language_covers_its_scripts(tag: str, fits: bool) -> None:
    boost = Boost(Trait.LANGUAGE, "zh", 5, "A series.")
    traits = Traits("港口", tag, frozenset(), frozenset(), frozenset())
    assert bool(boosts_that_fit([boost], traits)) == fits


def test_chinese_words_are_found_without_spaces_around_them() -> None:
    assert has_words("去年渡轮票价上涨了", "渡轮")
    assert not has_words("去年渡轮票价上涨了", "轮渡")


@given(st.text(max_size=20), st.text("abcd", min_size=1), st.text(max_size=20))
def test_a_word_between_spaces_is_found_wherever_it_stands(
    before: str, word: str, after: str
) -> None:
    assert has_words(f"{before} {word} {after}", word)


@given(st.text("ab", min_size=1, max_size=6), st.text("ab", min_size=1, max_size=3))
def test_a_part_of_a_word_is_not_the_word(word: str, part: str) -> None:
    assert has_words(word, part) == (word == part)
