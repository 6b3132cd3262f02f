"""Signals see what they are for, and not what only looks like it."""

from __future__ import annotations

import pytest

from tests.pure.extraction.reading import sentence_with


def seen(text: str, language: str) -> dict[str, list[str]]:
    sentence = sentence_with(text, text, language)
    return {r.signal: [text[s.start : s.end] for s in r.spans] for r in sentence.reasons}


def test_a_latin_name_ends_where_chinese_begins() -> None:
    assert seen("昨日Riverbank公布了新桥的造价。", "zh-Hans")["named"] == ["Riverbank"]


def test_a_product_is_seen_between_chinese_characters() -> None:
    assert seen("公司发布的K3模型已在三国上市。", "zh-Hans")["product"] == ["K3"]


@pytest.mark.parametrize(
    ("language", "text", "is_one"),
    [
        ("zh-Hans", "河岸公司十分重视创新。", False),
        ("zh-Hans", "河岸公司股价创新高。", True),
        ("id", "Riverbank akan membangun lebih banyak jembatan.", False),
        ("id", "Riverbank membangun lebih banyak jembatan dari pesaingnya.", True),
        ("en", "Riverbank works with leading engineers.", False),
    ],
)
def test_a_comparison_has_something_to_compare(language: str, text: str, is_one: bool) -> None:
    assert ("comparison" in seen(text, language)) == is_one


def test_praise_that_is_only_mentioned_in_quotation_marks_is_not_the_articles() -> None:
    assert "hype" in seen("河岸公司靠奇迹在三年内建成了十座桥。", "zh-Hans")
    assert "hype" not in seen("河岸公司靠所称的“奇迹”在三年内建成了十座桥。", "zh-Hans")


def test_a_slogan_is_not_seen_in_the_name_of_a_person() -> None:
    assert "slogan" not in seen("研究员陆远航说，这座桥去年重建。", "zh-Hans")
