"""Who says a sentence."""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import extract


def speakers(text: str) -> list[str | None]:
    return [s.speaker.name if s.speaker else None for s in extract(text).sentences]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rina Marlina, kepala dinas kota, membantah bahwa jembatan itu rusak.", "Rina Marlina"),
        (
            "Kepala Dinas Jalan setempat, Rina Marlina, mengatakan jembatan itu aman.",
            "Rina Marlina",
        ),
        ('"Jembatan itu aman sejak dulu," ujar Rina Marlina di Semarang.', "Rina Marlina"),
        ('"Jembatan itu aman," kata Direktur PT Baja, Rina Marlina, Senin.', "Rina Marlina"),
        ("Menurut Rina Marlina, jembatan itu sudah diperiksa dua kali.", "Rina Marlina"),
        (
            "Profesor Rina Marlina dari Universitas Merdeka mengatakan bahwa itu aman.",
            "Rina Marlina",
        ),
        ("Analis Bank Timur Rina Marlina mengatakan saham itu turun.", "Rina Marlina"),
        ("The bridge is safe, said Ann Cole, the city engineer, on Monday.", "Ann Cole"),
        ("The city engineer, Ann Cole, said the bridge had been checked.", "Ann Cole"),
        ('"It held for a century," Governor Ann Cole told reporters.', "Ann Cole"),
        ("The bridge will reopen in May, according to Mayor Ann Cole.", "Ann Cole"),
        ("Reuters reported that the bridge had been closed for a week.", "Reuters"),
        ("Ann Cole, the city engineer, wrote in a report that Bridge Co was late.", "Ann Cole"),
        ("Ann Cole, a city engineer, told me that Bridge Co had been late.", "Ann Cole"),
        ("The union of dock workers also says that fees rose by 18%.", "union of dock workers"),
        ("Fees rose by 18%, according to the office of the mayor.", "office of the mayor"),
        ("According to the league of nurses 40 wards closed in May.", "league of nurses"),
        ("According to the league of nurses prices fell by 4% in May.", "league of nurses"),
        ("According to the league of ward nurses, prices fell by 4%.", "league of ward nurses"),
        ("河岸水务在投资者互动平台称，大坝没有裂缝。", "河岸水务"),
        ("市长王建国在接受采访时表示，大桥已经检查过两次。", "王建国"),
        ("“大桥很安全。”总工程师安娜·科尔说。", "安娜·科尔"),
        ("据路透社报道，大桥已经关闭一周。", "路透社"),
        ("東方鐵路公司發言人回應稱，大橋已經檢查過。", "東方鐵路公司"),
    ],
)
def test_it_names_the_speaker(text: str, name: str) -> None:
    assert speakers(text) == [name]


def test_a_pronoun_is_carried_over_from_the_last_person_who_spoke() -> None:
    text = (
        "Rina Marlina mengatakan jembatan itu aman. PT Baja menyatakan siap membantu."
        " Ia juga menekankan bahwa jalan di sekitarnya rusak."
    )
    assert speakers(text)[-1] == "Rina Marlina"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Dewi Anggraini hadir. Lalu, ia melunak di platform X, dan menulis bahwa itu aman.",
            "Dewi Anggraini",
        ),
        (
            "局长王大川说，桥安全。对此，首席执行官安娜·科斯塔的看法变了。她说，桥墩裂了。",
            "安娜·科斯塔",
        ),
    ],
)
def test_a_pronoun_means_the_one_person_the_sentence_before_is_about(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Riverbank is proud, and Riverbank is old. The company said the dam was safe.",
            "Riverbank",
        ),
        (
            "PT Baja menjual bendungan. Perusahaan asal Semarang itu mengatakan itu aman.",
            "PT Baja",
        ),
        ("河岸公司出售了大坝。这家本地公司说，大坝很安全。", "河岸公司"),
    ],
)
def test_the_company_is_the_one_the_article_was_about(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


def test_a_company_nobody_named_stays_without_a_name() -> None:
    assert speakers("Hujan turun di kota. Perusahaan itu mengatakan jembatan aman.")[-1] is None


def test_a_place_is_not_the_company() -> None:
    text = "China sells dams to its neighbours in China. The company said the dam was safe."
    assert speakers(text)[-1] is None


def test_the_second_verb_of_a_clause_has_the_subject_of_the_first() -> None:
    text = "Riverbank merilis denahnya di bawah lisensi MIT dan mengklaim jembatannya aman."
    assert speakers(text) == ["Riverbank"]


def test_a_line_of_an_interview_is_said_by_the_one_it_is_labelled_with() -> None:
    text = "Ann Cole runs the works department.\nCole: The bridge cost 40 million dollars."
    assert speakers(text)[-1] == "Ann Cole"


def test_a_short_name_stands_for_the_full_one() -> None:
    text = "Ann Cole runs the works department. The bridge is safe, Cole said on Monday."
    assert speakers(text)[-1] == "Ann Cole"


def test_the_sentences_of_a_quotation_share_its_speaker() -> None:
    text = '"The bridge held for a century. The road did not," said Ann Cole.'
    assert speakers(text) == ["Ann Cole", "Ann Cole"]


def test_a_verb_inside_a_quotation_names_nobody_outside() -> None:
    text = 'Ann Cole denied it. "The City told us nothing about the road," she said.'
    assert speakers(text)[-1] == "Ann Cole"


@pytest.mark.parametrize(
    "text",
    [
        "Jembatan itu ditutup sejak Senin karena banjir.",
        "Analysts said the shares would fall further this week.",
        "有关人士表示，大桥不久将重新开放。",
    ],
)
def test_what_nobody_named_says_has_no_speaker(text: str) -> None:
    assert speakers(text) == [None]
