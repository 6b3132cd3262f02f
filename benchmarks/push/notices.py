"""Short articles by the thousand: two sentences each, in four languages, none twice.

The number of an article in mixed radix chooses its pattern, place, month and figures, so that a run
of any length has as many different ones, the same in every run.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

ONSETS = (
    "Ba",
    "Cila",
    "Deru",
    "Gan",
    "Jati",
    "Kela",
    "Lum",
    "Mera",
    "Naga",
    "Pali",
    "Ranu",
    "Suka",
)
MIDDLES = ["bo", "ka", "ling", "ma", "ndo", "pa", "ra", "sa", "ti", "wa"]
ENDINGS = ["gan", "jaya", "kit", "lang", "mur", "nang", "rejo", "tan"]
CHINESE_FIRST = "临江海云青石白金长东南北"
CHINESE_SECOND = "安平宁川山湖桥泉溪林岭原"
CHINESE_LAST = ["市", "县", "镇", "区", "新区", "港"]
TRADITIONAL = str.maketrans("临云长东宁桥岭县区门个湾", "臨雲長東寧橋嶺縣區門個灣")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of news in one language; `{thing}` is one of its things, and figures differ, too."""

    language: str
    text: str
    things: str


KINDS = (
    Kind(
        "en",
        "Hospitals in {place} admitted {many} patients with {thing} in {year}, the health office "
        "said. The {thing} ward in {place} has {few} beds.",
        "dengue measles cholera influenza malaria hepatitis asthma burns",
    ),
    Kind(
        "en",
        "Farmers near {place} harvested {share} percent more {thing} in {year}. A new {thing} "
        "store in {place} cost ${few} million, the ministry said.",
        "rice maize coffee cocoa rubber pepper tea cassava",
    ),
    Kind(
        "en",
        "{place} exported {many} tonnes of {thing} in {year}, according to customs. Duties on "
        "{thing} brought {place} {few} million dollars.",
        "nickel copper coal timber cement steel glass paper",
    ),
    Kind(
        "id",
        "Pemerintah {place} membagikan {thing} kepada {many} keluarga pada {year}, kata kepala "
        "dinas sosial. Anggaran {thing} di {place} mencapai Rp{few} miliar.",
        "beras minyak gula telur susu selimut obat pupuk",
    ),
    Kind(
        "id",
        "Produksi {thing} di {place} turun {share} persen pada {year}. Sebanyak {many} pekerja "
        "{thing} di {place} kehilangan pekerjaan.",
        "ikan garam batik sepatu mebel kopi cengkih rotan",
    ),
    Kind(
        "id",
        "Sebanyak {few} {thing} di {place} rusak akibat banjir pada {year}, menurut badan "
        "penanggulangan bencana. Perbaikan {thing} {place} menelan Rp{many} juta.",
        "sekolah jembatan rumah masjid pasar puskesmas bendungan dermaga",
    ),
    Kind(
        "zh-Hans",
        "{place}统计局表示，{year}年当地{thing}销量增长{share}%。{place}全年售出{thing}{many}台。",
        "电动汽车 空调 手机 电脑 冰箱 机器人 相机 电梯",
    ),
    Kind(
        "zh-Hans",
        "{place}政府宣布，{year}年新建{few}所{thing}。{place}的{thing}总投资{many}万元。",
        "小学 中学 医院 养老院 图书馆 体育馆 博物馆 幼儿园",
    ),
    Kind(
        "zh-Hant",
        "{place}衛生局表示，{year}年{thing}病例增加{share}%。{place}共有{many}名{thing}病人住院。",
        "流感 登革熱 腸病毒 麻疹 肺炎 瘧疾 水痘 氣喘",
    ),
    Kind(
        "zh-Hant",
        "{place}農會指出，{year}年{thing}產量減少{few}公噸。{place}約有{many}名{thing}農受到影響。",
        "芒果 香蕉 鳳梨 茶葉 稻米 甘蔗 柑橘 花生",
    ),
)
FIRST_YEAR, YEARS = 2011, 15


def notices(count: int) -> Iterator[dict[str, str]]:
    """Return short articles as the API takes them."""
    return (_notice(number) for number in range(count))


def _notice(number: int) -> dict[str, str]:
    kind = KINDS[number % len(KINDS)]
    chance = random.Random(number)
    text = kind.text.format(
        thing=chance.choice(kind.things.split()),
        place=_place(number // len(KINDS), kind.language),
        year=FIRST_YEAR + chance.randrange(YEARS),
        share=chance.randrange(2, 90),
        few=chance.randrange(3, 980),
        many=chance.randrange(1001, 9_999),
    )
    return {"text": text, "outlet": f"Outlet {number % 40}", "language": kind.language}


def _place(number: int, language: str) -> str:
    """Return the name of a place: there are 960 in Latin letters and 864 in Chinese."""
    if language.startswith("zh"):
        first, rest = number % len(CHINESE_FIRST), number // len(CHINESE_FIRST)
        second, rest = rest % len(CHINESE_SECOND), rest // len(CHINESE_SECOND)
        name = (
            CHINESE_FIRST[first] + CHINESE_SECOND[second] + CHINESE_LAST[rest % len(CHINESE_LAST)]
        )
        return name.translate(TRADITIONAL) if language == "zh-Hant" else name
    first, rest = number % len(ONSETS), number // len(ONSETS)
    middle, rest = rest % len(MIDDLES), rest // len(MIDDLES)
    return ONSETS[first] + MIDDLES[middle] + ENDINGS[rest % len(ENDINGS)]
