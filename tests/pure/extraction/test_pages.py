"""Whole pages as bad conversion leaves them: what is news stays, what is page goes to nobody.

Each line of a page is marked: "+" is the article's, "-" must not be chosen, "~" is not judged.
"""

from __future__ import annotations

import pytest

from claims.extraction.pipeline import extract

INDONESIAN = """
- Beranda > Daerah > Jawa Tengah
-
- Tanggul Kali Ijo Jebol, 300 Rumah Terendam
- Redaksi - Rabu, 12 Maret 2025 | 09:14 WIB
- Bagikan:   Facebook   X   WhatsApp   Salin tautan
- Warga Desa Sari mengungsi dengan perahu karet. (Foto: Dok. BPBD)
+ DEMAK, KABARIJO - Tanggul Kali Ijo jebol sepanjang 40 meter pada Selasa malam.
+ Sebanyak 300 rumah di tiga desa terendam air hingga 1,5 meter,, kata Kepala BPBD Rudi Wibisono.
- [iklan_tengah]
- SCROLL UNTUK MELANJUTKAN MEMBACA
+ Perbaikan tanggul menelan biaya Rp4,7 miliar, naik dari Rp3 miliar pada 2023.
- Baca Juga: 5 Kota dengan Banjir Terparah, Nomor 3 Bikin Kaget!
+ &ldquo;Kami sudah mengevakuasi 850 orang,&rdquo; ujar Rudi Wibisono.
- Simak Video "Detik-detik Tanggul Kali Ijo Jebol"
- [Gambas:Video 20detik]
+ Menurut BPBD, dua warga masih hilang sampai Rabu pagi.
- (rdw/ani)
- Halaman: 1 2 Selanjutnya Lihat Semua
- Tag: banjir, tanggul, demak
- Dapatkan update berita pilihan setiap hari dari KabarIjo. Mari bergabung di Grup Telegram kami.
- Anda harus install aplikasi Telegram terlebih dulu di ponsel.
- TERPOPULER
- 1. Harga Emas Hari Ini Naik Rp15 Ribu per Gram, Cek Rinciannya...
- 2. Tarif Tol Naik 12 Persen Mulai Mei, Begini Kata Menteri...
- 3. Viral Pria Menang Undian Rp2 Miliar, Uangnya Dibagikan ke Te...
- Kami menggunakan cookie untuk meningkatkan pengalaman Anda di situs ini.
- Copyright 2025 KabarIjo. Dilarang menggandakan isi tanpa izin tertulis.
"""
MALAY = """
- Laman Utama / Nasional
- Jambatan Sungai Hijau ditutup, 12,000 penduduk terjejas
- Oleh Aminah Yusof  -  12 Mac 2025 @ 9:14am
+ KUALA PILAH: Jambatan Sungai Hijau ditutup sejak Isnin selepas dua tiangnya retak.
+ Penutupan itu menjejaskan 12,000 penduduk di empat kampung, kata Jabatan Kerja Raya.
- IKLAN
+ Kos pembaikan dianggarkan RM3.4 juta, dua kali ganda anggaran tahun 2022.
- ARTIKEL BERKAITAN
- Kerajaan umum bantuan RM500 untuk 30,000 mangsa banjir, semak status anda...
- Lelaki menang loteri RM2 juta, duit habis dalam tiga bulan...
+ "Kami menjangka jambatan dibuka semula pada Jun," kata pengarahnya, Nasir Omar.
- Muat turun aplikasi Berita Lembah secara percuma di App Store dan Google Play.
- Jom sertai saluran WhatsApp Berita Lembah untuk berita terkini!
- Hantar aduan anda ke aduan@lembah.example atau WhatsApp 012-345 6789.
- © Hak Cipta Terpelihara Berita Lembah Sdn. Bhd. 2025
"""
SIMPLIFIED = """
- 打开APP  阅读体验更佳
- 绿河大桥桥墩开裂 三万辆车改道
- 2025-03-12 09:14:22　来源：绿河晚报　浏览 10.3万
- 听新闻　06:21　字体 小 中 大
- （原标题：大桥裂了，怎么办？）
+ 绿河晚报讯（记者 王小溪 通讯员 李桥）绿河大桥两根桥墩11日晚出现裂缝,,大桥随即关闭,。
+ 每天约３万辆车需要改道，市交通局局长陆文清说。
- 点击播放视频
+ 修复工程预计耗资1.2亿元，比2022年的估算高出四成。
- 热门推荐：房价跌了30%，他却一夜赚了500万？
+ “桥上的裂缝最宽达到4毫米。”陆文清在发布会上表示?;
+ 大桥建成于1987年，设计寿命为100年。
- 【编辑:王小五 审核:赵六】
- 更多精彩内容，请长按下图识别二维码关注绿河发布
- 点赞 1024　在看 56　收藏 78
- 最新评论
- 网友甲：交了30年过路费，修桥还要1亿？
- 相关阅读
- 绿河市去年财政收入下降12%，市长回应…
- 男子骑车过桥坠河，获救后索赔50万元…
- 特别提示：以上内容由自媒体上传，平台仅提供信息存储空间服务。
- 违法和不良信息举报电话：010-12345678
- 绿河晚报社 版权所有 绿ICP备00000001号
"""
TRADITIONAL = """
- 首頁 ＞ 生活 ＞ 地方
- 綠河大橋橋墩開裂 3萬輛車改道
- 記者陳小溪／綠河報導
- 2025-03-12 09:14　聽新聞
- ▲綠河大橋11日晚間緊急封閉，3萬輛車改道。（圖／讀者提供）
+ 綠河大橋兩根橋墩11日晚間出現裂縫，大橋隨即封閉。
+ 交通局長陸文清表示，每天約3萬輛車須改道,,預計封閉六週,。
- 【往下看更多】►大橋封閉怎麼走？一圖看懂替代道路
+ 修復工程估計耗資新台幣5億元，比2022年的估算高出四成。
- 我是廣告 請繼續往下閱讀
+ 「裂縫最寬達4公釐，」陸文清說，「鋼筋沒有斷。」
- 延伸閱讀
- ‧房價跌3成 他一夜賺500萬
- ‧騎車過橋墜河 獲救後求償50萬元
- 喜歡這篇文章嗎？按讚加入綠河新聞粉絲團，掌握第一手消息！
- 加入LINE好友，天天抽500元禮券
- 訂閱電子報 每週送上3則精選
- ※ 提醒您：酒後不開車，飲酒過量有礙健康
- 本網站所刊載之文章，未經同意不得轉載。
"""
ENGLISH = """
- Skip to content
- Menu  Search  Log in
- Green River bridge shut as cracks widen
- By Ann Weatherby, Transport correspondent
- Published 12 March 2025, 9:14 GMT · 4 min read
- Listen to this article
- The Green River bridge was closed on Tuesday. Photograph: Tom Reed/The Green Herald
+ The Green River bridge was closed on Tuesday night after engineers found cracks in two piers.
+ About 30,000 vehicles a day will be diverted for six weeks, said the city&#8217;s engineer.
- Advertisement - scroll to continue
+ Repairs will cost $4.7 million, up from the $3 million estimated in 2022, the city said.
- MORE: Tolls to rise 12 percent in May, minister confirms
+ "The widest crack measures 4 millimetres," Adler told reporters .
- Get the Morning Briefing. Our editors pick the five stories you need to know, free every weekday.
- Enter your email
- By signing up you agree to our privacy notice and to receive offers from our partners.
+ The bridge opened in 1987 and was last repaired in 2009, according to city records.
- An earlier version of this article misstated the year in which the bridge opened.
- Ann Weatherby has covered transport for the Herald since 2011. She can be reached at the newsroom.
- Most viewed
- 1 House prices fall 30% in a year, and one man made $500,000 overnight
- 2 Cyclist who fell off the bridge sues the city for $50,000 …
- We have made it easy for you to manage your cookie choices. 47 partners store data on your device.
- Support independent journalism. From $2 a month you can read everything we publish.
- © 2025 The Green Herald Ltd. All rights reserved. Registered in England No. 1234567.
"""
SPANISH = """
- Inicio / Sucesos
- Cierran el puente del río Verde
- Por Ana Robles | 12 de marzo de 2025
~ El puente del río Verde fue cerrado el martes tras aparecer grietas en dos pilares.
~ Unos 30.000 vehículos al día tendrán que desviarse, según el ayuntamiento.
- Lea también: El peaje subirá un 12 % en mayo y costará 4 euros
~ La reparación costará 4,7 millones de euros, un 40 % más de lo previsto en 2022.
- Suscríbete a nuestro boletín y recibe cada día 5 noticias en tu correo.
- Síguenos en Facebook, X e Instagram.
- Todos los derechos reservados. Prohibida su reproducción total o parcial.
- Utilizamos cookies propias y de 47 terceros para analizar sus hábitos de navegación.
"""
PAGES = {
    "id": INDONESIAN,
    "ms": MALAY,
    "zh-Hans": SIMPLIFIED,
    "zh-Hant": TRADITIONAL,
    "en": ENGLISH,
    "es": SPANISH,
}


def read(page: str, between: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Return the page's text and the mark and place of each of its lines."""
    text = ""
    marked = []
    for line in page.strip().splitlines():
        mark, written = line[0], line[2:]
        marked.append((mark, len(text), len(text) + len(written)))
        text += written + between
    return text, marked


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"])
def test_a_page_gives_its_news_and_nothing_else(language: str, between: str) -> None:
    text, marked = read(PAGES[language], between)
    sentences = extract(text).sentences
    chosen = [s for s in sentences if s.selected]
    news = [s for s in sentences if s.kind == "body"]
    for mark, start, end in marked:
        found = {"+": news, "-": chosen, "~": []}[mark]
        touched = any(s.start < end and s.end > start for s in found)
        assert touched == (mark == "+"), text[start:end]


@pytest.mark.parametrize("language", PAGES)
def test_a_page_that_lost_its_line_breaks_leaks_nothing(language: str) -> None:
    text, marked = read(PAGES[language], "" if language.startswith("zh") else " ")
    news = [(start, end) for mark, start, end in marked if mark != "-"]
    for sentence in extract(text).sentences:
        if sentence.selected:
            wording = text[sentence.start : sentence.end]
            assert any(sentence.start < end and sentence.end > start for start, end in news), (
                wording
            )


@pytest.mark.parametrize("language", PAGES)
def test_a_page_is_in_its_own_language(language: str) -> None:
    assert extract(read(PAGES[language], "\n")[0]).language == language
