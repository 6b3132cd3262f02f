"""What numbers are counted in: magnitudes, currencies, and words of more or less."""

from __future__ import annotations

from claims.extraction.lexicon.wording import alternatives, spread, word_set
from claims.extraction.types import Comparator

MAGNITUDES = spread(
    {
        1e3: "thousand|ribu|rb",
        1e6: "million|juta|jt",
        1e9: "billion|miliar|milyar|bilion",
        1e12: "trillion|triliun|trilion|biliun",
    }
)

GLUED_MAGNITUDES = spread(
    {
        1e9: "bn|b",
        1e6: "mn|m",
        1e12: "tn",
        1e3: "k",
    }
)
"""Written against the number only ("$5.6m", "671B"): apart, m is metres."""

NUMBER_WORDS = spread(
    {
        1: "satu|one|a",
        2: "dua|two",
        3: "tiga|three",
        4: "empat|four",
        5: "lima|five",
        6: "enam|six",
        7: "tujuh|seven",
        8: "delapan|lapan|eight",
        9: "sembilan|nine",
        10: "sepuluh|ten",
        11: "eleven",
        12: "twelve",
        20: "twenty",
        0.5: "half a|setengah",
    }
)
"""Counted only before a magnitude, a currency or a stretch of time ("two months")."""

TIMES = word_set(
    """
    bulan day days decades dekade hari hour hours jam menit minggu minit minutes month
    months pekan tahun week weeks year years
    """
)

COUNTED_IN_WORDS = word_set(
    """
    people persons men women children workers passengers residents soldiers students patients adults
    employees orang warga anak pekerja korban penumpang tentara siswa pelajar pasien karyawan buruh
    """
)
"""Who is counted in words ("seven people"); things in words are mostly figures of speech."""

CHINESE_MAGNITUDES = spread(
    {
        1e1: "十",
        1e2: "百",
        1e3: "千",
        1e4: "万",
        1e8: "亿",
        1e12: "兆",
    }
)

VAGUE = spread(
    {
        1e1: "puluhan|berpuluh|dozens|tens|scores",
        1e2: "ratusan|beratus|hundreds",
        1e3: "ribuan|thousands|beribu",
        1e6: "jutaan|millions|berjuta",
        1e9: "miliaran|billions",
        1e12: "triliunan|trillions",
    }
)
"""Words for some of a size: from once to ten times it ("ratusan juta": 1e8 to 1e9)."""

CURRENCIES = spread(
    {
        "USD": (
            "US$|US $|AS$|USD$|U.S.$|USD|U.S. dollars|US dollars|US dollar|dollars|dollar|"
            "dolar AS|dolar Amerika|dolar|$"
        ),
        "SGD": "S$|SGD|dolar Singapura|Singapore dollars",
        "HKD": "HK$|HKD|Hong Kong dollars|dolar Hong Kong",
        "TWD": "NT$|TWD|Taiwan dollars",
        "AUD": "A$|AU$|AUD|dolar Australia|Australian dollars",
        "CAD": "C$|CA$|CAD",
        "NZD": "NZ$",
        "MYR": "RM|MYR|ringgit",
        "IDR": "Rp|Rp.|IDR|rupiah",
        "EUR": "€|EUR|euros|euro",
        "GBP": "£|GBP|pounds",
        "CNY": "RMB|CNY|CN¥|yuan|renminbi|¥",
        "JPY": "JPY|yen",
        "KRW": "₩|KRW|won Korea|Korean won",
        "INR": "₹|INR|Rs|rupees",
        "THB": "baht|THB",
        "VND": "₫|VND",
        "CHF": "CHF",
        "RUB": "rubles",
        "PHP": "pesos",
    }
)
"""Signs, codes and words as written; the longest that fits is taken."""

CHINESE_CURRENCIES = spread(
    {
        "TWD": "新台币|台币|元新台币",
        "SGD": "新加坡元|新加坡币|坡元",
        "HKD": "港元|港币",
        "AUD": "澳元",
        "CAD": "加元",
        "EUR": "欧元",
        "GBP": "英镑",
        "JPY": "日元|日圆",
        "KRW": "韩元|韩圜",
        "USD": "美元|美金",
        "CNY": "人民币|元人民币|元|块钱|圆",
        "RUB": "卢布",
        "INR": "卢比",
        "THB": "泰铢",
        "MYR": "令吉|马币|林吉特",
        "IDR": "印尼盾",
        "VND": "越南盾",
        "CHF": "瑞士法郎",
        "MOP": "澳门元",
    }
)

PERCENT = ("per cent", "percent", "persen", "peratus", "pct", "%", "％")

BEFORE: dict[str, Comparator] = spread(
    {
        "~": (
            "about|around|roughly|approximately|some|nearly|almost|an estimated|estimated|"
            "close to|sekitar|kira-kira|kurang lebih|hampir|mendekati|diperkirakan|"
            "lebih kurang|dianggarkan"
        ),
        ">": (
            "more than|over|above|exceeding|exceeded|upwards of|lebih dari|lebih daripada|"
            "melebihi|di atas"
        ),
        "<": (
            "less than|under|below|fewer than|just under|kurang dari|kurang daripada|di bawah|"
            "tidak sampai"
        ),
        ">=": (
            "at least|no less than|a minimum of|setidaknya|paling sedikit|sedikitnya|"
            "sekurang-kurangnya|minimal|tidak kurang dari"
        ),
        "<=": (
            "up to|as much as|as many as|at most|no more than|hingga|sehingga|maksimal|"
            "paling banyak|tidak lebih dari"
        ),
    }
)

CHINESE_BEFORE: dict[str, Comparator] = spread(
    {
        "~": "约|大约|约为|大概|近|将近|接近|左右|估计|约合|约莫|上下",
        ">": "超过|逾|多于|超|高于|大于|突破|超出",
        "<": "不到|不足|少于|低于|未到",
        "<=": "不超过|至多|最多|最高|不高于",
        ">=": "至少|最少|不低于|不少于",
    }
)

CHINESE_AFTER: dict[str, Comparator] = spread(
    {
        "~": "左右|上下",
        ">=": "以上",
        "<=": "以下|以内",
        "=": "之多",
    }
)

AFTER: dict[str, Comparator] = spread(
    {
        ">=": "or more|atau lebih",
        "<=": "or less",
        "~": "or so",
        ">": "lebih",
    }
)

NOT_COUNTED = word_set(
    """
    a adalah after ago agustus akan am an and april are as at atas atau august bawah be been
    before between bisa boleh but by dalam dan dari daripada december dengan desember di
    during februari february for from gmt had has have he hingga ialah if in ini is it its
    itu januari january juga juli july june juni karena ke kepada kerana ketika kurang lalu
    later lebih lepas less manakala march maret may mei more namun not november october of
    oktober oleh on or pada per persen pm saat sampai sebagai september she silam since
    sudah telah tetapi than that the these they this those through to until untuk was we
    were when which while who wib wit wita with yang year-on-year
    """
)
"""Small words after a number that are not what is counted."""

GLUED_UNITS = word_set(
    """
    GB GHz GW GWh MB MW MWh TB cm ha kW kWh kg km mm ms nm °C ℃
    """
)
"""Measures that may stand against the number ("15GWh")."""

CHINESE_CLASSIFIERS = alternatives(
    r"""
    名|位|家|个百分点|个小时|个月|个星期|个|人次|人|款|项|次|台|张|块|枚|颗|种|套|件|所|座|支|例
    起|份|部|篇|倍|天|小时|分钟|秒|周年|周|年|岁|公里|千米|公尺|厘米|毫米|微米|纳米|公顷|亩|英亩
    平方公里|平方米|平方公尺|坪|公吨|吨|公斤|千克|克|立方米|升|摄氏度|国|股|点|页|字|票|条|场|轮
    层|片|辆|架|只|户|吉瓦时|吉瓦|兆瓦|千瓦时|度|米|剂|间|栋|幢|处|宗|桩|艘|列|班|根|对|箱|瓶|针
    节|头|棵|艇|口|村|县|市|省|街|笔|批|GWh|MWh|GW|MW|GB|TB|mm|km|kg
    """
)

CHINESE_COUNTED = alternatives(
    r"""
    公司|企业|用户|芯片|晶片|显卡|国家|机构|模型|应用|城市|银行|参数|客户|订单|GPU|图形处理器
    加速卡|项目|服务器|伺服器|岗位|职位|门店|论文|专利|账号|账户|token|tokens|Token|Tokens|词元
    房屋|家庭|学校|村庄|航班|列车|车辆|病例|样本|案件|题目|基站
    """
)
"""What follows a classifier, or a bare number, and belongs to the unit (3家公司)."""

CHINESE_PEOPLE = (
    r"[\u3400-\u9fff]{0,5}?"
    r"(?:者|员|工人|学生|教师|民|客|专家|科学家|医师|医生|用户|人|户|童|工|师)"
)
"""Who is counted after 名 or 位 (21名受试者)."""
