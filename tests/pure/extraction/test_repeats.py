"""What an article says twice."""

from __future__ import annotations

from claims.extraction.repeats import repeats_in


def test_a_summary_point_repeats_the_lead() -> None:
    lead = "The Green River bridge was closed on Monday after two piers cracked"
    point = "The Green River bridge closed on Monday after piers cracked"
    assert repeats_in([lead, "Nobody was hurt in the town at all", point]) == [None, None, 0]


def test_it_holds_for_chinese() -> None:
    assert repeats_in(["绿河大桥因桥墩开裂从周一起关闭", "绿河大桥周一因桥墩开裂关闭"]) == [None, 0]


def test_another_figure_is_still_a_repetition_but_another_subject_is_not() -> None:
    first = "绿河大桥每天通行三万辆汽车"
    assert repeats_in([first, "市图书馆昨天购买了新的书架"]) == [None, None]


def test_too_short_a_sentence_repeats_nothing() -> None:
    assert repeats_in(["He left", "He left"]) == [None, None]
