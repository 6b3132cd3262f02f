from __future__ import annotations

from claims.matching.names import compare_names
from claims.matching.topics import main_subject
from claims.matching.types import Statement

ARTICLE = """Nvidia opened a plant in Penang on Monday. The governor said Nvidia would hire locally.
Analysts compared the plant with one of Intel. Shares of Nvidia rose."""


def said(text: str, about: str = "") -> Statement:
    return Statement(text, "en", (1.0,), about=about)


def test_it_finds_whom_an_article_is_about() -> None:
    assert main_subject(ARTICLE) == "nvidia"


def test_nobody_stands_out_in_a_short_notice() -> None:
    assert main_subject("Nvidia opened a plant. Intel did not.") == ""


def test_a_sentence_that_names_only_a_rival_may_mean_the_main_subject() -> None:
    compared = said("The new plant is said to be as large as the one that Intel runs.", "nvidia")
    named = said("Nvidia's plant equals the largest of its rivals.")
    assert not compare_names(compared, named).other_subject
    assert compare_names(said(compared.text), named).other_subject


def test_a_sentence_that_opens_with_another_subject_means_that_one() -> None:
    rival = said("Intel laid off 300 people in Penang.", "nvidia")
    assert compare_names(rival, said("Nvidia laid off 300 people in Penang.")).other_subject


def test_a_name_that_only_sounds_the_same_is_shared_across_scripts() -> None:
    left = said("Governor Elena Markovic denied it.")
    right = Statement("州长埃莱娜·马尔科维奇予以否认。", "zh-Hans", (1.0,))
    assert {entity.key for entity, _ in compare_names(left, right).shared} >= {"markovic"}


def test_firms_that_no_table_knows_are_others_and_words_of_their_kind_are_no_names() -> None:
    ours = said("PT Nusantara Baterai menanamkan US$1,2 miliar, kata Haryo.")
    theirs = said("PT Cakrawala Baterai juga menanamkan US$1,2 miliar.")
    assert compare_names(ours, theirs).other_name
    assert not compare_names(ours, said("Haryo said the phase costs $1.2 billion.")).other_name
