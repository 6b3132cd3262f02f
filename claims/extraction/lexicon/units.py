"""What numbers are counted in: magnitudes, currencies, and words of more or less."""

from __future__ import annotations

from claims.extraction.types import Comparator

MAGNITUDES = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, 
    "ribu": 1e3, "rb": 1e3, "juta": 1e6, "jt": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12, "bilion": 1e9,
    "trilion": 1e12, "biliun": 1e12,
}  # fmt: skip

GLUED_MAGNITUDES = {"bn": 1e9, "mn": 1e6, "tn": 1e12, "m": 1e6, "k": 1e3, "b": 1e9}
"""Written against the number only ("$5.6m", "671B"): apart, m is metres."""

NUMBER_WORDS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "lapan": 8,
    "sembilan": 9, "sepuluh": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "half a": 0.5, "setengah": 0.5,
    "a": 1,
}  # fmt: skip
"""Counted only before a magnitude, a currency or a stretch of time ("dua juta dolar", "two months")."""

TIMES = ("hari", "minggu", "pekan", "bulan", "tahun", "jam", "menit", "minit", "dekade", "years", "year", "months",
         "month", "weeks", "week", "days", "day", "hours", "hour", "minutes", "decades")  # fmt: skip

CHINESE_MAGNITUDES = {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "兆": 1e12}

VAGUE = {
    "puluhan": 1e1, "berpuluh": 1e1, "ratusan": 1e2, "beratus": 1e2, "ribuan": 1e3, "jutaan": 1e6,
    "miliaran": 1e9, "triliunan": 1e12, "dozens": 1e1, "tens": 1e1, "scores": 1e1, "hundreds": 1e2,
    "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12, "berjuta": 1e6, "beribu": 1e3,
}  # fmt: skip
"""Words for some of a size: from once to ten times it ("ratusan juta": 1e8 to 1e9)."""

CURRENCIES = {
    "US$": "USD", "US $": "USD", "AS$": "USD", "USD$": "USD", "U.S.$": "USD", "USD": "USD", "U.S. dollars": "USD", "US dollars": "USD", "US dollar": "USD",
    "dollars": "USD", "dollar": "USD", "dolar AS": "USD", "dolar Amerika": "USD", "dolar": "USD", "$": "USD",
    "S$": "SGD", "SGD": "SGD", "dolar Singapura": "SGD", "Singapore dollars": "SGD",
    "HK$": "HKD", "HKD": "HKD", "Hong Kong dollars": "HKD", "dolar Hong Kong": "HKD",
    "NT$": "TWD", "TWD": "TWD", "Taiwan dollars": "TWD", "A$": "AUD", "AU$": "AUD", "AUD": "AUD",
    "C$": "CAD", "CA$": "CAD", "CAD": "CAD", "NZ$": "NZD", "dolar Australia": "AUD", "Australian dollars": "AUD",
    "RM": "MYR", "MYR": "MYR", "ringgit": "MYR", "Rp": "IDR", "Rp.": "IDR", "IDR": "IDR", "rupiah": "IDR",
    "€": "EUR", "EUR": "EUR", "euros": "EUR", "euro": "EUR", "£": "GBP", "GBP": "GBP", "pounds": "GBP",
    "RMB": "CNY", "CNY": "CNY", "CN¥": "CNY", "yuan": "CNY", "renminbi": "CNY", "JPY": "JPY", "yen": "JPY",
    "₩": "KRW", "KRW": "KRW", "won Korea": "KRW", "Korean won": "KRW", "₹": "INR", "INR": "INR", "Rs": "INR", "rupees": "INR",
    "baht": "THB", "THB": "THB", "₫": "VND", "VND": "VND", "CHF": "CHF", "¥": "CNY", "rubles": "RUB", "pesos": "PHP",
}  # fmt: skip
"""Signs, codes and words as written; the longest that fits is taken."""

CHINESE_CURRENCIES = {
    "新台币": "TWD", "台币": "TWD", "新加坡元": "SGD", "新加坡币": "SGD", "坡元": "SGD", "港元": "HKD", "港币": "HKD",
    "澳元": "AUD", "加元": "CAD", "欧元": "EUR", "英镑": "GBP", "日元": "JPY", "日圆": "JPY", "韩元": "KRW", "韩圜": "KRW",
    "美元": "USD", "美金": "USD", "人民币": "CNY", "卢布": "RUB", "卢比": "INR", "泰铢": "THB", "令吉": "MYR", "马币": "MYR",
    "林吉特": "MYR", "印尼盾": "IDR", "越南盾": "VND", "瑞士法郎": "CHF", "澳门元": "MOP", "元人民币": "CNY",
    "元新台币": "TWD", "元": "CNY", "块钱": "CNY", "圆": "CNY",
}  # fmt: skip

PERCENT = ("per cent", "percent", "persen", "peratus", "pct", "%", "％")

BEFORE: dict[str, Comparator] = {
    "about": "~", "around": "~", "roughly": "~", "approximately": "~", "some": "~", "nearly": "~", "almost": "~",
    "an estimated": "~", "estimated": "~", "close to": "~", "more than": ">", "over": ">", "above": ">", "exceeding": ">",
    "exceeded": ">", "upwards of": ">", "less than": "<", "under": "<", "below": "<", "fewer than": "<", "just under": "<",
    "at least": ">=", "no less than": ">=", "a minimum of": ">=", "up to": "<=", "as much as": "<=", "as many as": "<=",
    "at most": "<=", "no more than": "<=",
    "sekitar": "~", "kira-kira": "~", "kurang lebih": "~", "hampir": "~", "mendekati": "~", "diperkirakan": "~",
    "lebih kurang": "~", "dianggarkan": "~", "lebih dari": ">", "lebih daripada": ">", "melebihi": ">", "di atas": ">",
    "kurang dari": "<", "kurang daripada": "<", "di bawah": "<", "tidak sampai": "<", "setidaknya": ">=",
    "paling sedikit": ">=", "sedikitnya": ">=", "sekurang-kurangnya": ">=", "minimal": ">=", "tidak kurang dari": ">=",
    "hingga": "<=", "sehingga": "<=", "maksimal": "<=", "paling banyak": "<=", "tidak lebih dari": "<=",
}  # fmt: skip

CHINESE_BEFORE: dict[str, Comparator] = {
    "约": "~", "大约": "~", "约为": "~", "大概": "~", "近": "~", "将近": "~", "接近": "~", "左右": "~", "估计": "~", "约合": "~",
    "约莫": "~", "上下": "~", "超过": ">", "逾": ">", "多于": ">", "超": ">", "高于": ">", "大于": ">", "突破": ">", "超出": ">",
    "不到": "<", "不足": "<", "少于": "<", "低于": "<", "未到": "<", "不超过": "<=", "至多": "<=", "最多": "<=", "最高": "<=",
    "不高于": "<=", "至少": ">=", "最少": ">=", "不低于": ">=", "不少于": ">=",
}  # fmt: skip

CHINESE_AFTER: dict[str, Comparator] = {
    "左右": "~", "上下": "~", "以上": ">=", "以下": "<=", "以内": "<=", "之多": "=",
}  # fmt: skip

AFTER: dict[str, Comparator] = {
    "or more": ">=", "or less": "<=", "or so": "~", "lebih": ">", "atau lebih": ">=",
}  # fmt: skip

NOT_COUNTED = frozenset(
    """
    and or of in on at to from by with for as than the a an is are was were be been has have had that which who while when
    but if it its this these those they he she we per after before between during since until through not
    dan atau di ke dari pada untuk dengan oleh yang adalah ialah ini itu juga karena kerana saat ketika sebagai dalam
    atas bawah tetapi namun sampai hingga lebih kurang telah sudah akan bisa boleh daripada kepada manakala lalu silam lepas
    ago later more less year-on-year januari februari maret april mei juni juli agustus september oktober november desember
    january february march may june july august october december am pm wib wita wit gmt persen
    """.split()
)
"""Small words after a number that are not what is counted."""

GLUED_UNITS = ("GWh", "MWh", "kWh", "GW", "MW", "kW", "TB", "GB", "MB", "km", "kg", "mm", "cm", "nm", "ha", "ms", "GHz", "°C", "℃")
"""Measures that may stand against the number ("15GWh")."""

CHINESE_CLASSIFIERS = (
    "名|位|家|个百分点|个小时|个月|个星期|个|人次|人|款|项|次|台|张|块|枚|颗|种|套|件|所|座|支|例|起|份|部|篇|倍|天|小时|分钟|秒|周年|周"
    "|年|岁|公里|千米|公尺|厘米|毫米|微米|纳米|公顷|亩|英亩|平方公里|平方米|平方公尺|坪|公吨|吨|公斤|千克|克|立方米|升|摄氏度|国|股|点|页|字|票|条|场"
    "|轮|层|片|辆|架|只|户|吉瓦时|吉瓦|兆瓦|千瓦时|度|米|剂|间|栋|幢|处|宗|桩|艘|列|班|根|对|箱|瓶|针|节|头|棵|艇|口|村|县|市|省|街|笔|批|GWh|MWh|GW|MW|GB|TB|mm|km|kg"
)

CHINESE_COUNTED = (
    "公司|企业|用户|芯片|晶片|显卡|国家|机构|模型|应用|城市|银行|参数|客户|订单|GPU|图形处理器|加速卡|项目|服务器|伺服器|岗位|职位|门店"
    "|论文|专利|账号|账户|token|tokens|Token|Tokens|词元|房屋|家庭|学校|村庄|航班|列车|车辆|病例|样本|案件|题目|基站"
)
"""What follows a classifier, or a bare number, and belongs to the unit (3家公司)."""

CHINESE_PEOPLE = r"[\u3400-\u9fff]{0,5}?(?:者|员|工人|学生|教师|民|客|专家|科学家|医师|医生|用户|人|户|童|工|师)"
"""Who is counted after 名 or 位 (21名受试者)."""
