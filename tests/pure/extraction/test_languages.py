"""The language of a text, damaged and mixed as news is."""

from __future__ import annotations

import pytest

from claims.extraction.languages import language_of

TEXTS = {
    "id": "Pemerintah kota menutup tiga pasar karena banjir. Warga tidak bisa berjualan.",
    "ms": "Kerajaan negeri menutup tiga pasar kerana banjir. Peniaga boleh memohon bantuan.",
    "en": "The city closed three markets because of the flood, and traders have asked for help.",
    "zh-Hans": "因为洪水，市政府关闭了三个市场，商贩们已经申请补助。",
    "zh-Hant": "因為洪水，市政府關閉了三個市場，攤販們已經申請補助。",
    "es": "El ayuntamiento cerró tres mercados por la inundación y los vendedores pidieron ayuda.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_it_names_the_language(language: str) -> None:
    assert language_of(TEXTS[language]) == language


def test_it_reads_chinese_full_of_latin_names_as_chinese() -> None:
    assert language_of("OpenAI和Microsoft發布GPT-4o與Azure的新價格") == "zh-Hant"


def test_it_goes_by_most_of_a_mixed_text() -> None:
    assert language_of(TEXTS["id"] * 8 + " " + TEXTS["en"]) == "id"


@pytest.mark.parametrize("nothing", ["", "   \n", "12:30 -- 45%", "😀😀"])
def test_it_says_und_when_there_is_nothing_to_read(nothing: str) -> None:
    assert language_of(nothing) == "und"
