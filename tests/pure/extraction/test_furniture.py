"""Page furniture and headings are told from the article, also inside one line."""

from __future__ import annotations

import pytest

from tests.pure.extraction.reading import sentence_with, sentences_of

BODY = {
    "id": "Jembatan Kali Ijo ditutup sejak Senin karena dua tiangnya retak. " * 3,
    "ms": "Jambatan Sungai Hijau ditutup sejak Isnin kerana dua tiangnya retak. " * 3,
    "en": "The Green River bridge has been closed since Monday because two piers cracked. " * 3,
    "zh-Hans": "绿河大桥因两根桥墩开裂，从周一起关闭。" * 5,
    "zh-Hant": "綠河大橋因兩根橋墩開裂，從週一起關閉。" * 5,
}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("id", "Baca juga: Sepuluh jembatan tertua di Jawa"),
        ("id", "Foto: Antara/Budi"),
        ("id", "Sumber: https://contoh.example/berita/1"),
        ("id", "Artikel ini akan membahas penyebab retaknya tiang jembatan itu."),
        ("id", "Ikuti saluran WhatsApp Harian Contoh untuk berita terbaru."),
        ("id", "Ilustrasi ini dibuat dengan AI."),
        ("id", "Komentar (3)"),
        ("id", "Pesan sekarang, bonus helm untuk 50 pembeli pertama!"),
        ("id", "Masukkan kode JEMBATAN10 dan hemat Rp20.000 untuk tiket tol."),
        ("id", "Liputan ini didukung dana hibah Yayasan Contoh 2024."),
        ("ms", "Dapatkan tiket feri pada harga RM9 sahaja minggu ini."),
        ("en", "Use code BRIDGE15 for 15% off your first toll pass."),
        ("en", "Ann Cole is a freelance journalist based in Hull."),
        ("en", "You have 3 free articles left this month."),
        ("en", "Become a supporting member from $3 a month."),
        ("en", "She holds no shares in any of the 5 builders named here."),
        ("en", "Now the editor will take you through all 12 bridges."),
        ("zh-Hans", "小编今天带大家看看全市12座大桥。"),
        ("zh-Hant", "筆者並未持有文中3家公司的股票。"),
        ("zh-Hans", "桥头民宿限量20份，现在预约享首晚99元。"),
        ("zh-Hans", "投票：你会绕行吗？（已有3200人参与）"),
        ("zh-Hant", "輸入折扣碼 BRIDGE9，過橋卡現折 90 元。"),
        ("ms", "Hak Cipta Terpelihara © 2025 Akhbar Contoh"),
        ("ms", "Langgan saluran Telegram kami untuk berita terkini."),
        ("en", "Sign up for our weekly newsletter to get more bridge news."),
        ("en", "© 2025 Example Herald. All rights reserved."),
        ("en", "Reporting by Ann Cole; editing by Tom Reed"),
        ("en", "newsroom@example.org"),
        ("zh-Hans", "责任编辑：李四"),
        ("zh-Hans", "扫描下方二维码，关注我们的公众号。"),
        ("zh-Hans", "声明：本文仅代表作者观点，不代表本站立场。"),
        ("zh-Hant", "更多新聞請下載示例日報APP。"),
        ("zh-Hant", "▲綠河大橋。（圖／示例日報）"),
        ("zh-Hant", "本報記者 陳綠 河城報道 發布時間:2024年05月03日 08:15 閱讀 2.6萬"),
        ("zh-Hans", "示例网 2024-05-03 08:15:02 浏览量 3万 评论 20"),
        ("zh-Hant", "投資一定有風險，請審慎評估。"),
    ],
)
def test_it_is_furniture(language: str, line: str) -> None:
    found = sentences_of(f"{BODY[language]}\n{line}\n", language)
    assert all(not s.selected for wording, s in found.items() if wording in line)
    assert any(s.kind == "furniture" for wording, s in found.items() if wording in line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Riverbank's privacy policy says that bridge tolls are stored for ten years."),
        ("en", "The app was downloaded two million times, and users could not sign up for it."),
        ("en", "Authors have filed a copyright lawsuit against Riverbank over its training data."),
        # News about prices, deadlines, seats, codes and rights, near to what adverts say.
        ("en", "Harbour Lines cut its fares by 20 per cent and made 3,000 tickets free in May."),
        ("en", "Study finds 30% of the piers in England were built before 1950."),
        ("en", "The ministry said drivers must comply with the code by 1 May or pay $500."),
        ("id", "Aturan ganjil genap itu berlaku hingga 31 Desember di 12 ruas jalan."),
        ("id", "Partai Ijo hanya meraih 12 kursi, kata Komisi Pemilihan Umum."),
        ("id", "Kereta dari Semarang tertunda 45 menit karena banjir, kata PT Rel Ijo."),
        ("id", "Sewa kantor di Surabaya turun 8 persen dan harga tanah naik 3 persen."),
        ("zh-Hans", "该药的三期试验已有3200人参加，河岸公司周一表示。"),
        ("zh-Hans", "绿河市避免运输中断，周一用12辆卡车送了300吨粮食。"),
        ("zh-Hans", "人质中只剩3名未获释，绿河警方说。"),
        ("zh-Hant", "綠河公司表示，過橋費從9月起調降20%，預計影響30萬人。"),
        ("id", "Pegawai negeri dilarang menggunakan aplikasi Sungai sejak 3 Maret."),
        ("zh-Hans", "绿河公司的隐私政策称，通行记录保存十年。"),
        ("zh-Hans", "本报记者 陈绿 河城报道，该公司3日宣布裁员500人。"),
        ("zh-Hans", "法院认定该公司未经授权使用了2万张照片。"),
        ("zh-Hans", "市政府规定，未经许可的无人机不得在机场附近飞行，违者罚款两万元。"),
        ("zh-Hant", "用戶一天內下載該應用兩百萬次。"),
    ],
)
def test_news_about_apps_and_rights_is_no_furniture(language: str, line: str) -> None:
    assert sentence_with(f"{BODY[language]}\n{line}\n{BODY[language]}", line, language).selected


@pytest.mark.parametrize("language", BODY)
def test_a_short_line_without_an_end_is_a_heading(language: str) -> None:
    heading = {"zh": "居民怎么看", "en": "What residents say"}.get(language[:2], "Kata warga")
    found = sentence_with(f"{BODY[language]}\n{heading}\n{BODY[language]}", heading, language)
    assert found.kind == "heading"
    assert not found.selected


@pytest.mark.parametrize("label", ["【核心提示】", "【导读】", "〔內容提要〕"])
def test_a_summary_before_the_article_is_a_heading(label: str) -> None:
    summary = f"{label}两根桥墩开裂，大桥封闭三周，市政府称耗资4亿元。"
    text = f"大桥封闭\n{summary}\n{BODY['zh-Hans']}"
    assert sentence_with(text, summary, "zh-Hans").kind == "heading"


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("id", "Waspada! 12 Jembatan di Semarang Ditutup, Ini Daftarnya"),
        ("en", "Will it hold? Green River bridge shut after 3,000 complaints"),
        ("zh-Hant", "橋墩裂了怎麼辦？工程師一次回答六個問題"),
    ],
)
def test_a_headline_that_cries_is_one_though_it_is_cut_in_two(language: str, heading: str) -> None:
    found = sentences_of(f"{heading}\n{BODY[language]}", language)
    assert [s.kind for wording, s in found.items() if wording in heading] == ["heading"] * 2


def test_a_quotation_and_a_statement_on_a_line_are_no_headline() -> None:
    text = f"{BODY['en']}\n“Run!” she cried. Seven people were hurt on the bridge.\n{BODY['en']}"
    assert sentence_with(text, "Seven people", "en").kind == "body"


def test_a_notice_goes_on_to_the_end_of_the_page() -> None:
    text = BODY["zh-Hant"] + "版權聲明：示例日報所有。編輯部在綠河街5號。"
    assert sentence_with(text, "編輯部", "zh-Hant").kind == "furniture"


def test_a_second_article_below_a_notice_is_read() -> None:
    second = "示例日報3月5日電 綠河公司宣布投資12億美元。新橋將容納3萬輛車。"
    second += "公司負責人這樣說，他們會如期完工。"
    text = BODY["zh-Hant"] + "責任編輯：李四。版權聲明：示例日報所有。 " + second
    assert sentence_with(text, "12億美元", "zh-Hant").selected


def test_a_caption_is_not_chosen() -> None:
    caption = "Wali Kota Rina Marlina meninjau Jembatan Kali Ijo. Foto: Harian Contoh"
    assert not sentence_with(BODY["id"] + "\n" + caption, "meninjau", "id").selected
