"""What was written, and what somebody asks who has to find it."""

from __future__ import annotations

# (language, written, asked for): every pair has to be found.
FOUND = (
    # One script finds the other.
    ("zh-Hant", "交通部說，海灣大橋的造價超過預算三成。", "海湾大桥"),
    ("zh-Hans", "卫生部门说，流感疫苗的库存只够两个月。", "流感疫苗的庫存"),
    ("zh-Hant", "該市去年關閉了四十所學校。", "学校 关闭"),
    ("zh-Hans", "渔业税明年起提高。", "稅"),
    ("zh-Hant", "漁業稅明年起提高。", "税"),
    # Width and case, and accents.
    ("en", "The ferry company ＡＢＣ Lines lost its licence.", "abc lines"),
    ("id", "Badan Pusat Statistik mencatat inflasi naik.", "BADAN pusat"),
    ("en", "The café owners of Curaçao paid nothing.", "cafe curacao"),
    ("en", "The owners don’t pay the harbour tax.", "don't pay"),
    ("zh-Hans", "公司ＨＦ３００型拖拉机售罄。", "hf300"),
    # Damage of conversion.
    ("zh-Hant", "港務局發(fā)布了新的規定。", "港务局发布"),
    # Amounts, however they are written.
    ("id", "Tunnel itu menelan biaya 5,5 juta dolar AS.", "5.5 million"),
    ("id", "Tunnel itu menelan biaya 5,5 juta dolar AS.", "550万"),
    ("id", "Tunnel itu menelan biaya 5,5 juta dolar AS.", "550萬美元"),
    ("id", "Tunnel itu menelan biaya 5,5 juta dolar AS.", "US$5.5 million"),
    ("id", "Tunnel itu menelan biaya 5,5 juta dolar AS.", "5,500,000"),
    ("en", "The tunnel cost $7.25 million.", "7,25 juta dolar"),
    ("en", "The tunnel cost $7.25 million.", "725万"),
    ("zh-Hans", "隧道耗资约８１０万美元。", "8.1 million dollars"),
    ("zh-Hans", "隧道耗资约８１０万美元。", "８．１ ｍｉｌｌｉｏｎ"),
    ("zh-Hant", "基金共有三千二百億元。", "3200亿"),
    ("zh-Hans", "一百万人参加了游行。", "1 juta orang"),
    ("zh-Hans", "一百万人参加了游行。", "百万"),
    ("en", "About two million voters stayed away.", "dua juta"),
    ("en", "About two million voters stayed away.", "200万"),
    ("en", "About two million voters stayed away.", "juta"),
    ("id", "Sekitar 3,4 juta ton beras diimpor.", "million"),
    ("id", "Angka itu 1.500 rumah.", "1500"),
    ("en", "It built 1,750 houses.", "1.750"),
    ("id", "Harga naik 12,5 persen.", "12.5%"),
    ("zh-Hans", "物价上涨百分之九点五。", "9,5 persen"),
    ("en", "Some 640 people were moved.", "640 orang"),
    # Names in two scripts, by the matcher's table.
    ("en", "Singapore raised its water tariff again.", "新加坡"),
    ("zh-Hans", "马来西亚削减了柴油补贴。", "malaysia"),
    # The last word may be begun only.
    ("en", "The subsidies for diesel end in July.", "subsid"),
    ("en", "The subsidies for diesel end in July.", '"subsidies for diesel"'),
    ("en", "The subsidies for diesel end in July.", "petrol OR diesel"),
    ("en", "The subsidies for diesel end in July.", "subsidies -petrol"),
    ("zh-Hans", "渔业税明年起提高。", "「渔业税」"),
)
# (language, written, asked for): none of these may be found.
NOT_FOUND = (
    ("en", "The tunnel cost $7.25 million.", "7.26 million"),
    ("en", "The tunnel cost $7.25 million.", "7.25 million yuan"),
    ("en", "The tunnel cost $7.25 million.", "7.25 billion"),
    ("en", "The subsidies for diesel end in July.", '"diesel for subsidies"'),
    ("en", "The subsidies for diesel end in July.", "subsidies -diesel"),
    ("zh-Hans", "渔业税明年起提高。", "业渔"),
    ("zh-Hans", "渔业税明年起提高。", "渔业 房产"),
    ("en", "Some 640 people were moved.", "64"),
)
