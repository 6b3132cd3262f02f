"""Who speaks must not hang on the name: every way of saying it, with every shape of name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.pure.extraction.speaking import said_by

INDONESIAN_PEOPLE = ("Tirta Wibisana", "Ruslan Handoko", "Maya Lindqvist", "Oskar Brandtner")
INDONESIAN_BODIES = ("Corvanta", "Asosiasi Garam Nusantara", "Kementerian Perikanan", "BPKL")
INDONESIAN_SAYS = (
    "{} menyebutnya sebagai pertaruhan senilai Rp3 triliun.",
    "{} membantahnya dan menyebut angka 4 persen.",
    "{} mengungkapkan Laut Jawa menyumbang 40 persen tangkapan.",
    "Menurut {}, stok garam turun 12 persen.",
    "“Stoknya turun 12 persen,” kata {} usai rapat di Kantor Bupati, Surabaya, Rabu (4/6).",
    "{} ketika itu menganggarkan stok turun 12 persen.",
    "{} beralasan stok turun 12 persen.",
    "“Stoknya turun 12 persen,” cuit {} pada Selasa.",
    "{} berkomentar bahwa stok turun 12 persen.",
    "{} mencuit bahwa stok turun 12 persen.",
    "Dalam keterangan tertulis, {} memastikan stok naik 12 persen.",
    "Surabaya - {} memastikan stok naik 12 persen.",
    "{} mengatakan dalam keterangan tertulis, Rabu, stok naik 12 persen.",
)
INDONESIAN_COUNTS = (
    "Data {} menunjukkan stok garam turun 12 persen.",
    "Berdasarkan data {}, stok garam turun 12 persen.",
    "Survei {} menemukan stok garam turun 12 persen.",
    "{} merilis data bahwa stok turun 12 persen.",
    "Laporan {} mencatat stok garam turun 12 persen.",
    "{} menemukan 40 ribu berkas pelanggan terbuka.",
    "Perusahaan riset {} memperkirakan stok turun 12 persen.",
)
MALAY_SAYS = (
    "{} memberitahu stok garam merosot 12 peratus.",
    "{} memaklumkan stok garam merosot 12 peratus.",
    "“Stok garam merosot 12 peratus,” jelas {} kepada pemberita.",
    "Beritahu {}, stok garam merosot 12 peratus.",
    "{} berkata demikian selepas stok garam merosot 12 peratus.",
    "{} dipetik sebagai berkata stok garam merosot 12 peratus.",
    "{} mendedahkan bahawa stok garam merosot 12 peratus.",
)
ENGLISH_PEOPLE = ("Tamsin Okafor", "Henrik Vallance", "Priya Dorsett", "Jae-won Pell")
ENGLISH_BODIES = ("Corvanta", "Quillstone Research", "Harrow Institute", "NORDAQ")
ENGLISH_SAYS = (
    "{} said the reservoir fell by 12 percent.",
    "{} called it a $3 billion gamble.",
    "The reservoir fell by 12 percent, {} tweeted on Tuesday.",
    "In a post on Mastodon, {} put the loss at 12 percent.",
    "According to {}, the reservoir fell by 12 percent.",
    "“The reservoir fell by 12 percent,” {} told reporters on Monday.",
    "{} likened the plan to a $3 billion gamble.",
    "LISBON — {} said the reservoir fell by 12 percent.",
)
ENGLISH_COUNTS = (
    "Data from {} showed the reservoir fell by 12 percent.",
    "Figures published by {} show the reservoir fell by 12 percent.",
    "A report by {} found that the reservoir fell by 12 percent.",
    "{} data show the reservoir fell by 12 percent.",
    "According to data from {}, the reservoir fell by 12 percent.",
    "Security firm {} found 40,000 customer files in the open.",
    "Research group {} estimates the reservoir fell by 12 percent.",
)
CHINESE_PEOPLE = (
    "格伦维尔",
    "帕滕海姆",
    "穆尔塔扎",
    "布莱德",
    "罗启明",
    "安娜·科斯塔",
    "Tamsin Okafor",
)
CHINESE_BODIES = (
    "蓝湾汽车", "云杉能源", "全国奶业流通商会", "河东市应急管理局", "国家水文中心", "沃尔登航空",
    "河东市水务部巡查服务组", "中国冷链流通协会", "Corvanta", "交通运输和港务部",
)  # fmt: skip
LATIN_IN_CHINESE = (
    "{}未披露测量细节，但称水位下降了12%。",
    "接下来是水文学者{}，他一口咬定水位下降了12%。",
)
CHINESE_BRANDS = ("联安信", "腾岳", "川河电")
CHINESE_SAYS = (
    "{}表示，水位下降了12%。",
    "{}说，河口的水位一年内下降了12%。",
    "{}则痛批，水位下降了12%。",
    "{}指出，水位下降了12%。",
    "{}强调，水位下降了12%。",
    "{}坦言，水位下降了12%。",
    "{}称水位下降了12%。",
    "{}把它形容为一场30亿元的豪赌。",
    "{}将其称为一场30亿元的豪赌。",
    "{}发推说，水位下降了12%。",
    "{}在社交平台发文称，水位下降了12%。",
    "{}放话，水位将下降12%。",
    "{}爆料称，水位下降了12%。",
    "{}估算，损失达30亿元。",
    "去年，{}警告水位下降了12%。",
    "5月3日，{}证实水位下降了12%。",
    "对此，{}回应，水位下降了12%。",
    "{}先前多次警告，水位下降了12%。",
    "{}北京时间4日在港口宣布，水位下降了12%。",
    "{}表态，水位下降了12%。",
    "{}一口咬定，水位下降了12%。",
    "{}的说法更细：水位下降了12%。",
    "{}也在记者会上承认，水位下降了12%。",
)
CHINESE_BRAND_SAYS = (
    "{}表示，水位下降了12%。",
    "{}坦言，水位下降了12%。",
    "对此，{}回应，水位下降了12%。",
    "据{}统计，水位下降了12%。",
    "据{}监测，水位下降了12%。",
    "{}通报，水位下降了12%。",
    "{}翌日发声明，水位下降了12%。",
)
CHINESE_COUNTS = (
    "{}数据显示，水位下降了12%。",
    "{}的统计显示，水位下降了12%。",
    "{}调查显示，水位下降了12%。",
    "{}公布的数据显示，水位下降了12%。",
    "据{}统计，水位下降了12%。",
    "据{}数据，水位下降了12%。",
    "根据{}的报告，水位下降了12%。",
    "{}发布报告称，水位下降了12%。",
    "{}通报，水位下降了12%。",
    "根据{}新闻稿，水位下降了12%。",
    "据{}监测，水位下降了12%。",
    "{}发出警报，水位将下降12%。",
    "{}披露，水位下降了12%。",
    "{}公告称，水位下降了12%。",
    "{}测算，损失达30亿元。",
)
CHINESE_TITLES = (
    "港口投资家{}形容这是一场30亿元的豪赌。",
    "前能源次长{}表示，水位下降了12%。",
    "科技评论人{}吐槽，水位下降了12%。",
    "水利署署长{}透露，水位下降了12%。",
)
TRADITIONAL_PEOPLE = ("葛倫維爾", "帕騰海姆", "羅啟明", "賴思穎")
TRADITIONAL_BODIES = ("藍灣汽車", "全國乳業流通商會", "河東市消防局", "國家水文中心", "晶磊半導體")
TRADITIONAL_SAYS = (
    "{}表示，水位下降12%。",
    "{}則痛批，水位下降12%。",
    "{}指出，水位下降12%。",
    "{}強調，水位下降12%。",
    "{}坦言，水位下降12%。",
    "{}在臉書發文說，水位下降12%。",
    "{}直呼，水位下降12%。",
    "{}宣稱水位下降12%。",
    "{}喊話，水位將下降12%。",
)  # fmt: skip
TRADITIONAL_COUNTS = (
    "{}統計，水位下降12%。",
    "根據{}統計，水位下降12%。",
    "{}公布的資料顯示，水位下降12%。",
    "{}預估，損失達30億元。",
)

# A name beside another one: a post, a firm, an age, an aside.
INDONESIAN_POSTS = (
    "Epidemiolog {} menilai stok garam aman.",
    "Miliarder {} mencuit bahwa stok garam turun 12 persen.",
    "Presiden RI {} mengatakan stok garam turun 12 persen.",
    "Kepala Badan Pengawas Garam dan Perikanan {} membantahnya.",
    "Direktur Utama PT Garam Abadi {} menyebut stok turun 12 persen.",
    "Analis Corvanta Sekuritas, {}, memperkirakan stok turun 12 persen.",
    "“Stoknya turun,” ujar Ketua Forum Petani Garam, {}, Selasa.",
    "“Stoknya turun,” kata Wali Kota {} seusai meninjau gudang di Tegal, Kamis.",
    "Pengamat garam dari Lembaga Laut Biru, {}, menilai stok turun 12 persen.",
    "{}, 41, yang bertani garam sejak kecil, mengeluh panen turun 12 persen.",
)
ENGLISH_POSTS = (
    "{}, an engineer at the Harrow Dam Trust, said the reservoir fell by 12 percent.",
    "{} -- a hydrologist who mapped the valley -- said the reservoir fell by 12 percent.",
    "Asked about the leak, Trust spokesman {} said the reservoir fell by 12 percent.",
    "“The reservoir fell,” {}, a Harrow trade adviser, said Sunday on Valley News.",
    "“The reservoir fell,” {}, PhD, an associate professor of hydrology, said.",
    "Corvanta chief executive {} told investors the reservoir fell by 12 percent.",
    "Former energy secretary {} warned that the reservoir fell by 12 percent.",
    "{} wrote on X that the reservoir fell by 12 percent.",
)
CHINESE_POSTS = (
    "负责水务的副市长{}表示，水位下降了12%。",
    "云杉能源首席执行官{}在财报电话会上说，水位下降了12%。",
    "美国总统{}称，水位下降了12%。",
    "“水位下降了12%。”蓝湾汽车董事长{}说。",
    "蓝湾证券分析师{}认为，水位下降了12%。",
    "国立河口大学教授{}指出，水位下降了12%。",
)
NOBODY = (
    "市民表示，水位下降了12%。",
    "有分析人士认为，水位下降了12%。",
    "技术报告显示，水位下降了12%。",
    "最新数据显示，水位下降了12%。",
    "多名知情人士透露，水位下降了12%。",
    "据初步统计，水位下降了12%。",
    "本地一名不愿具名的经理则直言，“水位下降了12%”。",
    "据卫星监测，水位下降了12%。",
    "据不完全统计，水位下降了12%。",
    "业内普遍认为，水位下降了12%。",
    "一位不愿具名的经理直言，水位下降了12%。",
    "该厂被媒体形容为豪赌，水位下降了12%。",
    "這座水庫以美景著稱，水位下降12%。",
    "GDP数据显示，第二季度增长12%。",
    "Data terbaru menunjukkan stok garam turun 12 persen.",
    "Surabaya - Petani garam panen 12 ribu ton.",
    "Harga 5,6 juta USD hanyalah biaya awal, laporan itu menekankan.",
    "Corvanta belum menanggapi tudingan soal stok yang turun 12 persen.",
    "The Harrow reservoir fell by 12 percent, the report said.",
    "Water from the Harrow Dam fell by 12 percent, experts say.",
    "Another study suggests the reservoir fell by 12 percent.",
    "New data show the reservoir fell by 12 percent.",
    "Around a quarter of adults say the reservoir fell by 12 percent.",
    "A study from Norway found that the reservoir fell by 12 percent.",
    "Prior to this, doctors hypothesised that the reservoir was clean.",
)

FRAMES = (
    (INDONESIAN_SAYS, INDONESIAN_PEOPLE + INDONESIAN_BODIES),
    (INDONESIAN_COUNTS, INDONESIAN_BODIES),
    (INDONESIAN_POSTS, INDONESIAN_PEOPLE),
    (MALAY_SAYS, INDONESIAN_PEOPLE),
    (ENGLISH_SAYS, ENGLISH_PEOPLE + ENGLISH_BODIES),
    (ENGLISH_COUNTS, ENGLISH_BODIES),
    (ENGLISH_POSTS, ENGLISH_PEOPLE),
    (CHINESE_SAYS, CHINESE_PEOPLE + CHINESE_BODIES),
    (CHINESE_COUNTS, CHINESE_BODIES),
    (LATIN_IN_CHINESE, ("Tamsin Okafor", "Corvanta")),
    (CHINESE_BRAND_SAYS, CHINESE_BRANDS),
    (CHINESE_TITLES, CHINESE_PEOPLE),
    (CHINESE_POSTS, CHINESE_PEOPLE),
    (TRADITIONAL_SAYS, TRADITIONAL_PEOPLE + TRADITIONAL_BODIES),
    (TRADITIONAL_COUNTS, TRADITIONAL_BODIES),
)
SPOKEN = [(frame, names) for frames, names in FRAMES for frame in frames]


@pytest.mark.parametrize(("frame", "names"), SPOKEN)
def test_whoever_is_put_in_the_frame_speaks(frame: str, names: Sequence[str]) -> None:
    assert [said_by(frame.format(name)) for name in names] == list(names)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_made_to_speak(text: str) -> None:
    assert said_by(text) is None
