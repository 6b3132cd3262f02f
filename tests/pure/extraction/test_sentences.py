"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.repair import repair
from claims.extraction.sentences import LONGEST, LONGEST_HAN, split


def wordings(text: str, language: str) -> list[str]:
    view = repair(text)
    return [view.span(s.start, s.end).of(text) for s in split(view, language)]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "id",
            ["Prof. Dr. Sari tiba di Jl. Melati No. 5 pada Senin.", " Ia membawa Rp. 5.500,75."],
        ),
        ("id", ["Kapal itu membawa meriam kaliber. 40 dan dua torpedo.", " Awaknya selamat."]),
        ("id", ["PT. Maju Tbk. rugi 5.5 juta.", " Sahamnya turun."]),
        ("en", ["Mr. J. R. Hale left the U.S. on Monday.", " He took $5.6 million."]),
        ("en", ["The firm cut jobs in the U.S.", " The union objected."]),
        ("id", ["Rapat digelar di Dsn. Krajan pada Senin.", " Ketuanya Tb. Hasan."]),
        ("id", ["Gelar Ph. D. diraih Sari.", " Ia mengukur sinyal 450 MHz.", " Hasilnya baik."]),
        ("id", ["Bandara Raden Inten II (TKG. II) ditutup.", " Penerbangan dialihkan."]),
        ("id", ["“Kami menunggu.", " Belum ada kabar,” kata Sari."]),
        ("id", ["Harga beras naik Rp1.250,50 per kg.", " Warga mengeluh."]),
        ("ms", ["Datuk Seri Dr. Azmi tiba pukul 3.30 p.m. di Kuala Pilah.", " Beliau diam."]),
        ("en", ["Is it safe?", " No.", " The U.S. Army closed it at 5 p.m. on Monday."]),
        ("en", ["She asked, “Why now?” and left.", " Nobody answered."]),
        ("en", ["The bill rose 4.5 per cent to £1.2bn.", " “Too much,” he said.", " He paid."]),
        ("en", ["He waited... and waited.", " Nothing came."]),
        ("id", ["Jembatan itu runtuh semalam.", "Warga menolong korban."]),
        ("en", ["“It broke.”", " The driver fled."]),
        ("zh-Hans", ["桥昨晚塌了。", "居民救出三人！", "原因是什么？", "还在调查；", "结果未出……"]),
        ("zh-Hans", ["他喊出“快跑！”的口号后离开。", "警察到了。"]),
        ("zh-Hans", ["他说河岸公司没有错。", "与此同时，公司股价下跌。", "和去年相比，跌了一成。"]),
        ("zh-Hans", ["“水涨了！”和“快走！”的喊声传来。", "桥塌了。"]),
        ("zh-Hans", ["“桥已经关闭。”市长说。", "“车请绕行。”"]),
        ("zh-Hant", ["橋樑關閉.", "居民繞行."]),
        ("zh-Hans", ["他反问：“谁来修桥？”。", "没有人回答。"]),
        ("zh-Hans", ["“桥塌了。", "路也断了。”王建国说。"]),
        ("zh-Hans", ["增幅为3.5%。", "耗资12.8亿元！！", "“贵吗？”记者问。"]),
        ("zh-Hant", ["他說：「橋安全。", "路也安全。」", "眾人鼓掌。"]),
    ],
)
def test_it_splits(language: str, parts: list[str]) -> None:
    assert wordings("".join(parts), language) == [part.strip() for part in parts]


def test_it_splits_other_languages_too() -> None:
    assert len(wordings("El Sr. Gil salió. Volvió a las 3. ¿Por qué?", "es")) == 3


def test_a_caption_ends_with_its_credit_where_the_line_break_was_lost() -> None:
    text = "▲綠河大橋封閉。（圖／讀者提供）綠河大橋昨晚封閉。"
    assert wordings(text, "zh-Hant")[-1] == "綠河大橋昨晚封閉。"


def test_a_heading_of_the_last_section_is_no_part_of_its_first_sentence() -> None:
    text = "大桥关闭了。五、结语有人说，这是必然。"
    assert wordings(text, "zh-Hans") == ["大桥关闭了。", "五、结语", "有人说，这是必然。"]


def test_a_question_mark_for_a_lost_character_ends_nothing() -> None:
    assert len(wordings("他们在当?居民帮助下离开。", "zh-Hans")) == 1


def test_a_space_inside_a_number_ends_nothing() -> None:
    assert len(wordings("Aplikasi itu punya 3.118. 402 pengguna di Tegal.", "id")) == 1
    assert len(wordings("Pabrik itu tutup pada 1998. 450 buruh pulang.", "id")) == 2


def test_a_hospital_is_shortened_before_its_name() -> None:
    assert len(wordings("Korban dirawat di RS. Harapan Tegal sejak Senin.", "id")) == 1


def test_a_dateline_begins_a_sentence_where_the_line_break_was_lost() -> None:
    text = "Harga Cabai Naik Lagi SURABAYA, Harian Pagi – Jembatan ditutup sejak kemarin."
    assert wordings(text, "id")[1].startswith("SURABAYA")


@pytest.mark.parametrize("language", ["en", "zh-Hans", "es"])
@given(text=st.text(alphabet=st.sampled_from('Aa中。！.,，”"“ \n?5…😀()《'), max_size=200))
def test_spans_are_ordered_trimmed_and_apart(language: str, text: str) -> None:
    view = repair(text)
    last = 0
    for span in split(view, language):
        assert last <= span.start < span.end <= len(view.text)
        assert view.text[span.start : span.end].strip() == view.text[span.start : span.end]
        last = span.end


@pytest.mark.parametrize("filler", ["a", "word ", "中", "發(fā)", "”", ", "])
def test_nothing_is_longer_than_a_reader_takes(filler: str) -> None:
    text = filler * 3000
    for wording in wordings(text, "zh-Hans" if filler > "\u3000" else "en"):
        assert len(wording) <= (LONGEST_HAN if "中" in wording or "發" in wording else LONGEST)
