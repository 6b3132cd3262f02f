"""Who says the last sentence of a passage: a table per language, each row a way news says it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from claims.extraction.pipeline import extract

INDONESIAN = [
    # Before, after and around the quotation.
    ("Wali Kota Bima Arya menegaskan pasar itu tidak akan digusur tahun ini.", "Bima Arya"),
    ("“Pasar itu aman,” ucap Sekretaris Daerah Lina Hartati saat ditemui.", "Lina Hartati"),
    ("“Pasar itu,” tutur Lina Hartati, “sudah rusak sejak 2019.”", "Lina Hartati"),
    ("Kerugiannya, menurut Lina Hartati, mencapai Rp3 miliar.", "Lina Hartati"),
    ("Pasar itu, kata Lina Hartati, akan dibuka lagi pada Mei.", "Lina Hartati"),
    ("Seperti dilaporkan Kompas, pasar itu merugi Rp3 miliar.", "Kompas"),
    ("Dikutip dari Bloomberg, harga nikel turun 4 persen.", "Bloomberg"),
    ("Harga nikel turun 4 persen, kata Reuters dalam laporannya.", "Reuters"),
    ("Laporan CNBC menyebutkan pabrik itu berutang US$40 juta.", "CNBC"),
    ("Kepada Tempo, Lina Hartati mengaku belum dibayar tiga bulan.", "Lina Hartati"),
    ("Berbicara di Jakarta, Lina Hartati mengatakan utang itu lunas.", "Lina Hartati"),
    ("Lewat akun X miliknya, Lina Hartati menulis bahwa utang itu lunas.", "Lina Hartati"),
    ("Lina Hartati, 52, yang memimpin koperasi itu, menilai harga terlalu murah.", "Lina Hartati"),
    ("Lina Hartati kepada wartawan, Rabu (4/6), membantah kabar itu.", "Lina Hartati"),
    (
        "Dalam wawancara dengan Tempo, ekonom Lina Hartati menyebut utangnya Rp3 miliar.",
        "Lina Hartati",
    ),
    # Organisations, and those named by a small letter.
    ("Badan Pusat Statistik mencatat inflasi 2,4 persen pada Mei.", "Badan Pusat Statistik"),
    ("Pihak kepolisian mengatakan tujuh orang terluka.", "kepolisian"),
    ("Kementerian Perdagangan membantah impor itu.", "Kementerian Perdagangan"),
    ("Menurut juru bicara Garuda, 14 penerbangan dibatalkan.", "Garuda"),
    ("Dalam keterangan resminya, Bank Mandiri memastikan data nasabah aman.", "Bank Mandiri"),
    # From one sentence to the next.
    ("Lina Hartati memimpin koperasi. Pasar itu aman, ujar Lina.", "Lina Hartati"),
    ("Lina Hartati mengkritik proyek itu. “Biayanya Rp3 miliar,” katanya.", "Lina Hartati"),
    ("Lina Hartati mengkritik proyek itu. Menurutnya, biayanya Rp3 miliar.", "Lina Hartati"),
    (
        "Menurut Lina Hartati, harga naik. Dia juga memperkirakan stok habis pada Juni.",
        "Lina Hartati",
    ),
    # A role stands for its holder, a plan for the planner's word.
    ("Gubernur Lina Hartati meninjau pasar. Gubernur itu mengatakan pasar aman.", "Lina Hartati"),
    ("Menteri Perindustrian Agus Gumilar menolak impor baja.", "Agus Gumilar"),
    ("Direktur Utama PT Baja Makmur, Lina Hartati, berjanji melunasi utang.", "Lina Hartati"),
    ("Baja Makmur berkomitmen menanamkan Rp3 triliun di Cilegon.", "Baja Makmur"),
    ("Kemunculan Garuda mengejutkan. Garuda menyebut penumpangnya naik 4 persen.", "Garuda"),
    (
        (
            "Aplikasi Laju laris. Warga memakai Laju dan Lekas, lalu Laju rusak."
            " Perusahaan dari Bandung itu mengatakan gangguan selesai."
        ),
        "Laju",
    ),
    # Nobody, or not the one named.
    ("Garuda mengejutkan pasar ketika mengumumkan laba Rp3 miliar.", "Garuda"),
    ("Penyuluh menaksir kerugian desa itu mendekati Rp3 miliar.", None),
    ("Saksi pertama menerangkan pemenang tender sudah ditentukan.", None),
    ("Sebagian pedagang mengaku omzetnya turun 4 persen.", None),
    ("Lina Hartati ditanya wartawan soal utang Rp3 miliar itu.", None),
    ("Lina Hartati dituduh menggelapkan dana Rp3 miliar.", None),
    ("Para analis memperkirakan harga nikel turun 4 persen.", None),
    ("Seorang pedagang mengatakan harga beras naik dua kali lipat.", None),
    ("Koperasi Lina Hartati membangun gudang senilai Rp3 miliar.", None),
    ("Beberapa pengamat di Bank Mandiri menilai harga akan turun.", "Bank Mandiri"),
]
MALAY = [
    ("Menteri Besar Kelantan, Datuk Nasir Omar, berkata jambatan itu selamat.", "Nasir Omar"),
    ("“Jambatan itu selamat,” kata Nasir Omar kepada pemberita.", "Nasir Omar"),
    ("Nasir Omar berkata kos naik RM3 juta. Beliau turut menafikan dakwaan itu.", "Nasir Omar"),
    ("Menurut Jabatan Kerja Raya, jambatan itu retak sejak 2019.", "Jabatan Kerja Raya"),
    ("Bernama melaporkan jambatan itu ditutup pada Isnin.", "Bernama"),
    ("Syarikat Maju Jaya dalam satu kenyataan berkata kosnya RM3 juta.", "Syarikat Maju Jaya"),
]
ENGLISH = [
    ("Mayor Ruth Adler told the council on Monday that the pier was unsafe.", "Ruth Adler"),
    ("“The pier,” Ruth Adler said, “was closed in 2019.”", "Ruth Adler"),
    ("The pier, said Ruth Adler, was closed in 2019.", "Ruth Adler"),
    ("The pier lost $3 million last year, Reuters reported.", "Reuters"),
    ("The pier lost $3 million last year, CNBC reported, citing Ruth Adler.", "CNBC"),
    ("According to a report in the Financial Times, the pier lost $3 million.", "Financial Times"),
    ("In a post on X, Ruth Adler called the figure “pure invention”.", "Ruth Adler"),
    (
        "Ruth Adler, who has run the harbour since 2009, says the pier lost $3 million.",
        "Ruth Adler",
    ),
    ("Speaking to reporters in Hull, Ruth Adler denied that the pier was unsafe.", "Ruth Adler"),
    ("Asked about the pier, Ruth Adler said it would open in May.", "Ruth Adler"),
    ("The transport ministry said on Thursday that 40 piers were unsafe.", "transport ministry"),
    ("Police said that seven people had been hurt.", "Police"),
    ("The harbour authority's report found that the pier had 40 cracks.", "harbour authority"),
    ("A spokesman for Harbour Lines said the pier had 40 cracks.", "Harbour Lines"),
    ("Harbour Lines executives said the pier had 40 cracks.", "Harbour Lines"),
    ("Ruth Adler runs the harbour. “It lost $3 million,” Adler told the BBC.", "Ruth Adler"),
    ("Ruth Adler runs the harbour. She expects it to lose $3 million.", "Ruth Adler"),
    ("Ruth Adler said the pier was safe. The harbour, she added, lost $3 million.", "Ruth Adler"),
    # A role stands for its holder, a plan for the planner's word.
    ("Governor Ruth Adler visited the pier. The governor said it would open in May.", "Ruth Adler"),
    (
        "Ruth Adler, the chief engineer, left. The engineer told the BBC it was unsafe.",
        "Ruth Adler",
    ),
    ("Home Affairs Minister Ruth Adler said the pier was unsafe.", "Ruth Adler"),
    ("Harbour Lines plans to spend $3 million on the pier.", "Harbour Lines"),
    (
        "Ruth Adler, Harbour Lines’s boss, quoted a proverb in a post on X: storms pass.",
        "Ruth Adler",
    ),
    ("Analysts at Morgan Stanley said the pier would lose $3 million.", "Morgan Stanley"),
    ("Protection against being admitted to hospital was reported to be higher.", None),
    ("Drone footage of the pier suggests that 40 cracks opened.", None),
    ("Don’t say the pier lost $3 million.", None),
    ("Witnesses said the pier had 40 cracks.", None),
    ("Farmers say the pier has 40 cracks.", None),
    ("Ruth Adler was asked by the Guardian whether the pier was unsafe.", None),
    ("Ruth Adler was accused of hiding $3 million in losses.", None),
    ("Ruth Adler closed the pier in 2019 and sold it for $3 million.", None),
    ("Some analysts said the pier would lose $3 million.", None),
    ("A fisherman in Hull said the pier had 40 cracks.", None),
    ("The report that Ruth Adler commissioned says the pier had 40 cracks.", None),
]
SIMPLIFIED = [
    ("港务局局长陆文清周三对记者表示，码头没有裂缝。", "陆文清"),
    ("“码头没有裂缝，”陆文清说，“也没有关闭。”", "陆文清"),
    ("陆文清在社交平台X上发文称，码头亏损三百万元。", "陆文清"),
    ("陆文清认为，码头去年亏损三百万元。", "陆文清"),
    ("在陆文清看来，码头去年亏损三百万元。", "陆文清"),
    ("据新华社报道，码头去年亏损三百万元。", "新华社"),
    ("CNBC表示，码头去年亏损三百万元。", "CNBC"),
    ("《海港日报》报道说，码头去年亏损三百万元。", "海港日报"),
    ("海港集团在声明中称，码头去年亏损三百万元。", "海港集团"),
    ("交通运输部发言人黄立民回应说，码头没有关闭。", "黄立民"),
    ("彭博社援引知情人士的话称，码头去年亏损三百万元。", "彭博社"),
    ("英国港务公司总裁鲁思·阿德勒指出，码头去年亏损三百万元。", "鲁思·阿德勒"),
    ("鲁思·阿德勒是港务公司总裁。阿德勒说，码头去年亏损三百万元。", "鲁思·阿德勒"),
    ("陆文清否认码头关闭。他还强调，去年没有亏损。", "陆文清"),
    ("陆文清接受了采访。“码头去年亏损三百万元。”他说。", "陆文清"),
    ("摩根士丹利分析师预计，码头今年亏损三百万元。", "摩根士丹利"),
    ("警方表示，七人受伤。", "警方"),
    ("市长陆文清到场。这位市长说，码头去年亏损三百万元。", "陆文清"),
    ("海港集团计划投资三亿元扩建码头。", "海港集团"),
    ("海港集团公布了业绩。公司在声明中称，码头亏损三百万元。", "海港集团"),
    ("陆文清到过码头。据他介绍，码头去年亏损三百万元。", "陆文清"),
    ("海港集团等本地公司都在用码头，数字最能说明问题。", None),
    ("码头被外界形容为三百万元的窟窿。", None),
    ("海港证券研报称，码头去年亏损三百万元。", "海港证券"),
    ("陆文清周二晚间表示，码头没有关闭。", "陆文清"),
    ("其中一人说，码头去年亏损三百万元。", None),
    ("她的同事表示，码头去年亏损三百万元。", None),
    ("去年有分析称，码头亏损三百万元。", None),
    ("有分析师认为，码头今年会亏损三百万元。", None),
    ("业内人士指出，码头去年亏损三百万元。", None),
    ("陆文清被问到码头亏损三百万元的原因。", None),
    ("陆文清去年卖掉了三座码头。", None),
    ("数据显示，码头去年亏损三百万元。", None),
]
TRADITIONAL = [
    ("港務局長陸文清週三受訪時指出，碼頭沒有裂縫。", "陸文清"),
    ("「碼頭沒有裂縫，」陸文清強調，「也沒有關閉。」", "陸文清"),
    ("根據《海港日報》報導，碼頭去年虧損三百萬元。", "海港日報"),
    ("中央社引述陸文清說法指出，碼頭去年虧損三百萬元。", "中央社"),
    ("海港集團週三發布聲明表示，碼頭去年虧損三百萬元。", "海港集團"),
    ("陸文清說，碼頭沒有關閉。他補充說，去年沒有虧損。", "陸文清"),
    ("立法委員高月琴質疑，碼頭去年虧損三百萬元。", "高月琴"),
    ("經濟學者、南灣大學教授高月琴分析，碼頭去年虧損三百萬元。", "高月琴"),
    ("港務公司主任秘書魯思·阿德勒駁斥說，碼頭去年沒有虧損。", "魯思·阿德勒"),
    ("衛生部發言人陸文清已表示不會關閉碼頭。", "陸文清"),
    ("環保團體質疑，碼頭去年虧損三百萬元。", None),
    ("不少專家認為，碼頭今年會虧損三百萬元。", None),
    ("高月琴昨天參觀了三座碼頭。", None),
]
ROWS: dict[str, Sequence[tuple[str, str | None]]] = {
    "id": INDONESIAN,
    "ms": MALAY,
    "en": ENGLISH,
    "zh-Hans": SIMPLIFIED,
    "zh-Hant": TRADITIONAL,
}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [(language, *row) for language, rows in ROWS.items() for row in rows],
)
def test_it_is_said_by(language: str, text: str, name: str | None) -> None:
    speaker = extract(text, language=language).sentences[-1].speaker
    assert (speaker.name if speaker else None) == name
