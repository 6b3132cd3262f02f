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

# Short, mixed, quoting another language or full of names, as news is.
HARD = [
    ("id", "Harga beras naik lagi."),
    (
        "id",
        (
            "Kata Wali Kota: “We will rebuild every school before the rains return, and "
            "nobody will be left behind.” Pernyataan itu disampaikan di hadapan ratusan "
            "warga yang rumahnya terendam banjir sejak Senin pagi di Demak."
        ),
    ),
    (
        "id",
        (
            "JAKARTA – Startup Kolega merilis fitur machine learning dan cloud computing "
            "untuk e-commerce, online booking dan digital payment di Indonesia."
        ),
    ),
    (
        "id",
        (
            "Gubernur Jateng meresmikan jembatan baru sepanjang 240 meter di Kabupaten "
            "Batang, Selasa (4/3)."
        ),
    ),
    ("id", "Dia bilang gak tau soal duit itu, katanya sih udah dibalikin."),
    ("ms", "Harga beras naik lagi, kata Menteri Pertanian di Putrajaya."),
    ("ms", "Polis menahan tiga lelaki berhubung kes rompakan di Shah Alam pada Khamis."),
    (
        "ms",
        "Beliau berkata peruntukan RM3 juta itu akan disalurkan kepada mangsa banjir di Kelantan.",
    ),
    ("ms", "Kerajaan negeri akan membina 12 buah sekolah baharu menjelang 2027."),
    ("id", "Pemerintah daerah akan membangun 12 sekolah baru menjelang 2027."),
    ("ms", "Pengguna boleh memuat turun aplikasi itu secara percuma bermula Ahad ini."),
    ("id", "Pengguna bisa mengunduh aplikasi itu secara gratis mulai Minggu ini."),
    ("en", "Rice prices rise again"),
    (
        "en",
        (
            "Jakarta Governor Pramono Anung said Bank DKI and Transjakarta would share "
            "data with Kementerian Perhubungan from May."
        ),
    ),
    (
        "en",
        (
            "Datuk Seri Anwar Ibrahim and Tan Sri Muhyiddin Yassin met in Putrajaya on "
            "Monday to discuss the budget."
        ),
    ),
    ("zh-Hans", "米价又涨了。"),
    ("zh-Hant", "米價又漲了。"),
    ("zh-Hans", "大桥明天开放。"),
    (
        "zh-Hant",
        "港府昨日公布，新橋將於下月通車，市民可免費使用一星期。官員引述內地報道：「大桥已经完工，将于下月开放。」",
    ),
    (
        "zh-Hans",
        "据台媒报道，「大橋已經完工」。市政府随后证实，新桥将于下个月正式通车，市民可以免费使用一个星期。",
    ),
    ("zh-Hant", "台北市長表示,,新橋發(fā)布通車時間,,市民可免費通(tōng)行。"),
    ("zh-Hans", "OpenAI的GPT-4o、Google的Gemini和Meta的Llama 3都在榜上，DeepSeek排名第一。"),
    ("zh-Hans", "【快讯】A股三大指数集体高开"),
    ("ja", "橋は明日から一般に開放され、市民は一週間無料で利用できる。"),
    ("ko", "다리는 내일부터 일반에 개방되며 시민들은 일주일 동안 무료로 이용할 수 있다."),
    (
        "fr",
        "Le pont sera ouvert demain et les habitants pourront l'utiliser gratuitement.",
    ),
    ("es", "El puente abrirá mañana y los vecinos podrán usarlo gratis."),
    (
        "de",
        (
            "Die Brücke wird morgen eröffnet, und die Anwohner dürfen sie eine Woche "
            "lang kostenlos benutzen."
        ),
    ),
    ("pt", "A ponte será aberta amanhã e os moradores poderão usá-la de graça."),
    ("vi", "Cây cầu sẽ mở cửa vào ngày mai và người dân được sử dụng miễn phí."),
    ("th", "สะพานจะเปิดให้บริการในวันพรุ่งนี้และประชาชนสามารถใช้ได้ฟรี"),
    ("ru", "Мост откроется завтра, и жители смогут пользоваться им бесплатно."),
    ("ar", "سيفتح الجسر غدا ويمكن للسكان استخدامه مجانا."),
    (
        "tl",
        (
            "Bubuksan bukas ang tulay at libre itong magagamit ng mga residente sa loob "
            "ng isang linggo."
        ),
    ),
    ("nl", "De brug gaat morgen open en bewoners mogen hem gratis gebruiken."),
]


@pytest.mark.parametrize(("language", "text"), HARD)
def test_it_names_the_language_of_a_short_or_mixed_text(language: str, text: str) -> None:
    assert language_of(text) == language


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
