"""The words of the practice claim in each language of the pages. All of it is made up.

Outlet, title, text before the claim, claim, text after it, publisher of the evidence, title of the
sample page, its lines.
"""

from __future__ import annotations

Texts = tuple[str, str, str, str, str, str, str, tuple[str, ...]]

TEXTS: dict[str, Texts] = {
    "en": (
        "The Lantern Bay Courier",
        "Library of Lantern Bay opens on Sundays",
        (
            "The town library of Lantern Bay will open on Sundays from next month. Its head, Mira"
            " Halden, says that many families have no other free day."
        ),
        "The library lent 48,000 books last year, twice as many as the year before.",
        "A reading room for children is to follow in spring.",
        "Lantern Bay Town Register",
        "Yearbook of the town library",
        (
            "Books lent, last year: 48,000",
            "Books lent, the year before: 31,500",
            "Members at the end of last year: 6,240",
            "Open hours a week: 42",
        ),
    ),
    "id": (
        "Kabar Teluk Lentera",
        "Perpustakaan Teluk Lentera buka pada hari Minggu",
        (
            "Mulai bulan depan perpustakaan kota Teluk Lentera buka pada hari Minggu. Kepalanya,"
            " Mira Handayani, mengatakan banyak keluarga tidak punya hari libur lain."
        ),
        (
            "Perpustakaan itu meminjamkan 48.000 buku tahun lalu, dua kali lipat dari tahun"
            " sebelumnya."
        ),
        "Ruang baca anak akan menyusul pada musim kemarau.",
        "Catatan Kota Teluk Lentera",
        "Buku tahunan perpustakaan kota",
        (
            "Buku dipinjamkan, tahun lalu: 48.000",
            "Buku dipinjamkan, tahun sebelumnya: 31.500",
            "Anggota pada akhir tahun lalu: 6.240",
            "Jam buka per minggu: 42",
        ),
    ),
    "zh-hans": (
        "灯湾日报",
        "灯湾图书馆周日开放",
        "灯湾镇图书馆下个月起周日也开放。馆长何米拉说，许多家庭只有这一天有空。",
        "去年图书馆共借出4.8万册书，是前一年的两倍。",
        "儿童阅览室预计明年春天启用。",
        "灯湾镇统计册",
        "镇图书馆年鉴",
        (
            "去年借出图书：4.8万册",
            "前一年借出图书：3.15万册",
            "去年年底读者人数：6240人",
            "每周开放时间：42小时",
        ),
    ),
    "zh-hant": (
        "燈灣日報",
        "燈灣圖書館週日開放",
        "燈灣鎮圖書館下個月起週日也開放。館長何米拉說，許多家庭只有這一天有空。",
        "去年圖書館共借出4.8萬冊書，是前一年的兩倍。",
        "兒童閱覽室預計明年春天啟用。",
        "燈灣鎮統計冊",
        "鎮圖書館年鑑",
        (
            "去年借出圖書：4.8萬冊",
            "前一年借出圖書：3.15萬冊",
            "去年年底讀者人數：6240人",
            "每週開放時間：42小時",
        ),
    ),
}
