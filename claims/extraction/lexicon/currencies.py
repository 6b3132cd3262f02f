"""Money: signs, codes and words for currencies, each with its ISO 4217 code."""

from __future__ import annotations

from claims.extraction.lexicon.wording import spread

CURRENCIES = spread(
    {
        "USD": (
            "US$|US $|AS$|USD$|U.S.$|u.s $|U.S. $|USD|U.S. dollars|US dollars|US dollar|dollars|"
            "dollar|dolar AS|dolar Amerika|dolar Amerika Serikat|dolar|United States dollars|$"
        ),
        "SGD": "S$|SGD|dolar Singapura|Singapore dollars|Singapore dollar",
        "HKD": "HK$|HK $|HKD|Hong Kong dollars|Hong Kong dollar|dolar Hong Kong",
        "TWD": "NT$|NT $|TWD|Taiwan dollars|New Taiwan dollars|dolar Taiwan",
        "AUD": "A$|AU$|AUD|AUD$|dolar Australia|Australian dollars|Australian dollar",
        "CAD": "C$|C $|CA$|CAD|CAD$|Canadian dollars|Canadian dollar|dolar Kanada",
        "NZD": "NZ$|NZD|NZD$|New Zealand dollars|dolar Selandia Baru",
        "BND": "B$|BND|dolar Brunei|Brunei dollars",
        "MYR": "RM|MYR|ringgit|ringgit Malaysia",
        "IDR": "Rp|Rp.|IDR|rupiah|rupiahs|Indonesian rupiah",
        "EUR": "€|EUR|euros|euro",
        "GBP": "£|GBP|pounds sterling|pound sterling|poundsterling|British pounds|pounds",
        "CNY": "RMB|CNY|CN¥|yuan|Chinese yuan|renminbi|¥|kuai",
        "JPY": "JPY|JP¥|yen|Japanese yen|yen Jepang|yen Jepun",
        "KRW": "₩|KRW|won|Korean won|South Korean won|won Korea",
        "INR": "₹|INR|Rs|Rs.|rupees|rupee|Indian rupees|rupee India",
        "PKR": "PKR|Pakistani rupees",
        "LKR": "LKR|Sri Lankan rupees|ரூ",
        "BDT": "BDT|৳|taka",
        "THB": "฿|THB|baht",
        "VND": "₫|VND|dong",
        "PHP": "₱|PHP|Philippine pesos|peso Filipina",
        "MMK": "MMK|kyat",
        "KHR": "KHR|riel",
        "LAK": "₭|LAK|kip",
        "CHF": "CHF|Swiss francs|Swiss franc|francs|franc",
        "SEK": "SEK|Swedish kronor|Swedish krona|kronor",
        "NOK": "NOK|Norwegian kroner|Norwegian krone",
        "DKK": "DKK|Danish kroner|Danish krone",
        "PLN": "zł|PLN|zloty|zlotys",
        "CZK": "CZK|koruna|korunas",
        "HUF": "HUF|forint|forints",
        "RUB": "₽|RUB|rubles|ruble|roubles|rouble|rubel",
        "UAH": "₴|UAH|hryvnia|hryvnias",
        "TRY": "₺|TRY|Turkish lira|Turkish liras|lira Turki|lira",
        "GEL": "₾|GEL|lari",
        "KZT": "₸|KZT|tenge",
        "ILS": "₪|ILS|shekels|shekel",
        "SAR": "SAR|riyals|riyal|Saudi riyals|riyal Saudi|riyal Arab Saudi",
        "AED": "AED|dirhams|dirham",
        "QAR": "QAR|Qatari riyals",
        "KWD": "KWD|Kuwaiti dinars|dinar Kuwait",
        "IRR": "IRR|Iranian rials|rial Iran|rials",
        "EGP": "EGP|Egyptian pounds",
        "ZAR": "ZAR|rand",
        "NGN": "₦|NGN|naira",
        "KES": "KES|Kenyan shillings",
        "MXN": "Mex$|MXN|MXN$|Mexican pesos|pesos|peso",
        "BRL": "R$|BRL|reais|Brazilian reais",
        "ARS": "ARS|Argentine pesos",
        "CLP": "CLP|Chilean pesos",
        "COP": "Colombian pesos",
        "CRC": "₡|CRC|colones",
        "ESP": "pesetas|peseta",
        "FIM": "Finnish markka|markka",
        "DEM": "Deutsche marks|deutschmarks|marks",
        "NLG": "Dutch guilders|guilders",
        "ITL": "Italian lire|lire",
        "BTC": "₿|BTC|bitcoins|bitcoin",
        "ETH": "ETH",
    }
)
"""Signs, codes and words as written; the longest that fits is taken."""

MEGA_CODES = {f"M{code}": code for code in ("USD", "EUR", "GBP", "AUD", "CAD", "SEK", "NOK")}
"""Codes with a million in front ("120 MEUR")."""

AMBIGUOUS = frozenset({"won", "marks", "rand", "lari", "kip", "dong", "lira"})
"""Words that are money after a large number only ("5 won", but "5 billion won")."""

SUBUNITS = {
    "USD": (0.01, ("cents", "cent", "¢")),
    "GBP": (0.01, ("pence", "penny")),
    "MYR": (0.01, ("sen",)),
    "CNY": (0.1, ("mao", "jiao")),
}
"""Hundredths that stand alone ("fell 34 cents"): how many of the unit, and their words."""

CHINESE_CURRENCIES = spread(
    {
        "TWD": "新台币|台币|元新台币|新台币元|新台幣",
        "SGD": "新加坡元|新加坡币|坡元|新元|新币",
        "HKD": "港元|港币|港纸",
        "AUD": "澳元|澳币|澳大利亚元",
        "CAD": "加元|加币|加拿大元",
        "NZD": "新西兰元|纽元|纽币",
        "EUR": "欧元",
        "GBP": "英镑",
        "JPY": "日元|日圆|日币",
        "KRW": "韩元|韩圜|韩币|韩圆",
        "KPW": "朝鲜元",
        "USD": "美元|美金|美圆|美刀|美币",
        "CNY": "人民币|元人民币|元|块钱|圆|人民币元",
        "RUB": "卢布",
        "INR": "卢比|印度卢比",
        "PKR": "巴基斯坦卢比",
        "THB": "泰铢",
        "MYR": "令吉|马币|林吉特|零吉",
        "IDR": "印尼盾|印度尼西亚盾|印尼卢比",
        "VND": "越南盾|越盾",
        "PHP": "菲律宾比索|菲律宾披索",
        "MXN": "墨西哥比索|比索|披索",
        "CHF": "瑞士法郎|瑞郎|法郎",
        "SEK": "瑞典克朗|克朗",
        "NOK": "挪威克朗",
        "DKK": "丹麦克朗",
        "MOP": "澳门元|澳门币",
        "TRY": "土耳其里拉|里拉",
        "BRL": "雷亚尔|巴西雷亚尔",
        "ZAR": "兰特|南非兰特",
        "SAR": "沙特里亚尔",
        "AED": "迪拉姆",
        "IRR": "里亚尔|伊朗里亚尔",
        "NGN": "奈拉",
        "UAH": "格里夫纳",
        "ILS": "谢克尔|新谢克尔",
        "BTC": "比特币",
        "ETH": "以太币",
    }
)
"""In Simplified characters, as the folded text has them."""

PLAIN_YUAN = frozenset({"元", "圆", "块钱"})
"""Words for the money of the place the text is from."""

PLACES = {
    "CNY": (
        "人民币|北京|上海|深圳|广州|杭州|武汉|成都|重庆|国务院|发改委|工信部|证监会|央视|新华社|"
        "中共|A股|沪深|内地|大陆居民|省委|市委|互联网|软件|信息化|视频|"
        "芯片|硅谷|服务器|首席执行官|我国|网民"
    ),
    "TWD": (
        "新台币|台币|台湾|全台|台股|台北|新北|桃园|新竹|台中|台南|高雄|花莲|嘉义|彰化|屏东|"
        "行政院|立法院|立委|经济部|金管会|卫福部|健保|台积电|鸿海|民进党|中央社|里长|国道|"
        "执行长|软体|网路|人工智慧|数位|新创|资安"
    ),
    "HKD": (
        "港元|港币|香港|全港|港股|恒生|恒指|九龙|新界|港岛|立法会|特首|特区政府|金管局|港交所|"
        "港铁|屯门|沙田|旺角|元朗|行政总裁"
    ),
}
"""Places and bodies, and words, in Simplified characters, that tell whose money 元 is."""
