"""Each kind of damage is repaired in the view, and what is no damage stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.repair import repair


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("學(xué)校發(fā)布數(shù)據(jù)", "學校發布數據"),
        ("當?shù)鐵路", "當鐵路"),
        ("會議結(jié)束,,代表離開,。", "會議結束,代表離開。"),
        ("鄉村小學獲得補助?;其他學校沒有", "鄉村小學獲得補助。其他學校沒有"),
        ("Anak -anak di desa", "Anak-anak di desa"),
        ("It\ufffds raining", "It's raining"),
        ("防\ufffd措施", "防措施"),
        ("A&amp;B &quot;ok&quot;", 'A&B "ok"'),
        ("１２０ＭＷ", "120MW"),
        ("air\u200bport", "airport"),
        ("Satu.[banner_3]Dua.", "Satu.\nDua."),
        ("Satu. [Gambas:Video 20detik] Dua.", "Satu. \n Dua."),
        ("Satu. SCROLL UNTUK MELANJUTKAN MEMBACA Dua.", "Satu. \n Dua."),
        ("第一句。我是廣告 請繼續往下閱讀第二句。", "第一句。\n第二句。"),
        ("ten<sup>2</sup> <abbr title='x'>km</abbr>", "ten2 km"),
        ("one<br/>two <b>three</b>", "one\ntwo three"),
    ],
)
def test_it_repairs(damaged: str, whole: str) -> None:
    assert repair(damaged).text == whole


@pytest.mark.parametrize(
    "sound",
    [
        "名為“bridge”(橋)的公司",
        "綠河(Riverbank)公司",
        "biaya turun 3 - 5 persen",
        "AT&T said no; why?",
        "ADVERTISEMENT REVENUE FELL",
        "[Catatan redaksi: sudah dikoreksi]",
        "他说：“好。”",
        "1,234.5",
    ],
)
def test_it_leaves_what_is_no_damage(sound: str) -> None:
    assert repair(sound).text == sound


def test_it_keeps_the_gloss_with_its_character_in_the_original() -> None:
    text = "發(fā)電量增加"
    view = repair(text)
    assert view.span(0, 1).of(text) == "發(fā)"


@given(st.text(max_size=120))
def test_it_never_maps_outside_the_text(text: str) -> None:
    view = repair(text)
    assert all(start < end <= len(text) for start, end in zip(view.starts, view.ends, strict=True))
