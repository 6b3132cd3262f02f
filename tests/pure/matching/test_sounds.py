from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.sounds import heard_in


@pytest.mark.parametrize(
    ("name", "text", "characters"),
    [
        ("Altman", "首席执行官奥特曼昨天表示", "奥特曼"),
        ("Schmidt", "前總裁施密特撰文呼籲", "施密特"),
        ("Netanyahu", "總理內塔尼亞胡出席論壇", "内塔尼亚胡"),
        ("Kennedy", "肯尼迪总统的图书馆", "肯尼迪"),
        ("Anderson", "市長安德森否認", "安德森"),
        ("Merkel", "默克尔访问了工厂", "默克尔"),
        ("Widodo", "总统佐科·维多多", "维多多"),
        ("Qingshan", "青山控股的新厂", "青山"),
        ("Weimin", "院士郑纬民认为", "纬民"),
    ],
)
def test_it_hears_a_name_in_chinese(name: str, text: str, characters: str) -> None:
    assert heard_in(name, text) == characters


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Merkel", "首席执行官奥特曼昨天表示"),
        ("Altman", "默克尔访问了工厂"),
        ("Anderson", "安德烈·萨维奇否认"),
        ("Anwar", "他说明年的预算会增加"),
        ("Li", "李先生说"),
        ("Jakarta", "雅典的房价上涨了"),
    ],
)
def test_it_does_not_hear_another_name(name: str, text: str) -> None:
    assert heard_in(name, text) is None


def test_a_name_that_is_translated_is_not_heard() -> None:
    assert heard_in("Microsoft", "微软发布新产品") is None


@given(st.text(max_size=20), st.text(max_size=40))
def test_what_is_heard_stands_in_the_text(name: str, text: str) -> None:
    found = heard_in(name, text)
    assert found is None or len(found) >= 2


@given(st.text(alphabet=st.characters(max_codepoint=0x7F), max_size=40))
def test_nothing_is_heard_in_latin_letters(text: str) -> None:
    assert heard_in("Altman", text) is None
