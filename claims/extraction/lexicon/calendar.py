"""Words for months and for days and periods counted from an article's own date."""

from __future__ import annotations

from typing import Literal

from claims.extraction.lexicon.wording import spread

MONTHS = spread(
    {
        1: "januari|january|jan",
        2: "februari|february|feb",
        3: "maret|march|mac|mar",
        4: "april|apr",
        5: "mei|may",
        6: "juni|june|jun",
        7: "juli|july|julai|jul",
        8: "agustus|august|ogos|aug|agt",
        9: "september|sept|sep",
        10: "oktober|october|oct|okt",
        11: "november|nov",
        12: "desember|december|disember|dec|des",
    }
)

DAYS_AGO = spread(
    {
        0: (
            "hari ini|malam ini|pagi ini|sore ini|siang ini|today|tonight|this morning|"
            "this afternoon|this evening|今天|今日|今晚|今早|今晨"
        ),
        1: "kemarin|semalam|tadi malam|yesterday|last night|昨天|昨日|昨晚|昨夜",
        2: "kemarin lusa|kelmarin|day before yesterday|the day before yesterday|前天|前日|前晚",
        3: "大前天",
        -1: "besok|esok|tomorrow|明天|明日|明早|明晚",
        -2: "lusa|day after tomorrow|the day after tomorrow|后天",
        -3: "大后天",
    }
)

WEEKS_AGO = spread(
    {
        0: (
            "minggu ini|pekan ini|this week|the current week|本周|这周|本星期|这星期|这个星期|"
            "本礼拜|这礼拜|当周"
        ),
        1: (
            "minggu lalu|pekan lalu|minggu lepas|minggu kemarin|last week|the previous week|"
            "previous week|past week|上周|上星期|上礼拜|上个星期|上个礼拜|上个周|前一周"
        ),
        2: "the week before last|上上周|上上星期|上上个星期|上上个周|上上礼拜",
        -1: (
            "minggu depan|pekan depan|minggu hadapan|next week|the following week|coming week|"
            "下周|下星期|下礼拜|下个星期|下个礼拜|下个周"
        ),
        -2: "the week after next|下下周|下下星期|下下个星期|下下个周|下下礼拜",
    }
)

MONTHS_AGO = spread(
    {
        0: "bulan ini|this month|the current month|本月|这个月|当月",
        1: (
            "bulan lalu|bulan lepas|bulan kemarin|last month|the previous month|previous month|"
            "上个月|上月"
        ),
        2: "上上个月|上上月|the month before last",
        -1: "bulan depan|bulan hadapan|next month|the following month|coming month|下个月|下月",
    }
)

QUARTERS_AGO = spread(
    {
        0: (
            "kuartal ini|suku tahun ini|this quarter|the current quarter|current quarter|"
            "本季度|本季"
        ),
        1: (
            "kuartal lalu|suku tahun lalu|last quarter|the previous quarter|previous quarter|"
            "上季度|上一季度|上个季度|上季"
        ),
        -1: "kuartal depan|next quarter|the following quarter|下季度|下一季度|下个季度|下季",
    }
)

YEARS_AGO = spread(
    {
        0: "tahun ini|this year|the current year|current year|今年|本年度|本年",
        1: (
            "tahun lalu|tahun lepas|tahun kemarin|last year|the previous year|previous year|"
            "去年|上年|上一年"
        ),
        2: "前年|the year before last",
        -1: "tahun depan|tahun hadapan|next year|the following year|coming year|明年",
        -2: "后年",
    }
)

WEEKDAYS = spread(
    {
        0: "senin|isnin|monday|mon|一",
        1: "selasa|tuesday|tues|tue|二",
        2: "rabu|wednesday|wed|三",
        3: "kamis|khamis|thursday|thurs|thu|四",
        4: "jumat|jumaat|friday|fri|五",
        5: "sabtu|saturday|sat|六",
        6: "minggu|ahad|sunday|sun|日|天",
    }
)
"""The Chinese ones stand after 周, 星期 or 礼拜."""

SHORT_WEEKDAYS = frozenset({"mon", "tues", "tue", "wed", "thurs", "thu", "fri", "sat", "sun"})
"""Words that are days beside a date only ("Tue, May 9")."""

WEEKS_OF_DAYS = {**WEEKS_AGO, "this": 0, "ini": 0}
"""What says which week a day is in: "Jumat pekan depan", 上周五."""

DAY_SIDES = spread(
    {
        1: "last|past|previous|lalu|lepas|kemarin",
        -1: "next|coming|upcoming|following|depan|hadapan|mendatang",
    }
)
"""What says on which side of the article's date a day is: 1 before it, -1 after it."""

GRAINS = spread(
    {
        "day": "day|days|hari|天|日",
        "week": "week|weeks|minggu|pekan|周|星期|礼拜",
        "fortnight": "fortnight|fortnights",
        "month": "month|months|bulan|月",
        "quarter": "quarter|quarters|kuartal|triwulan|suku tahun|季度|季",
        "year": "year|years|tahun|年",
        "decade": "decade|decades|dekade|dasawarsa",
    }
)

ORDINALS = spread(
    {
        1: "first|1st|pertama|kesatu|i|1",
        2: "second|2nd|kedua|ii|2",
        3: "third|3rd|ketiga|iii|3",
        4: "fourth|4th|keempat|final|iv|4",
    }
)
"""Of quarters and halves: "the third quarter", "kuartal II"."""

COUNTS = spread(
    {
        1: "one|a|an|satu",
        2: "two|dua|couple of|a couple of|couple",
        3: "three|tiga",
        4: "four|empat",
        5: "five|lima",
        6: "six|enam",
        7: "seven|tujuh",
        8: "eight|delapan|lapan",
        9: "nine|sembilan",
        10: "ten|sepuluh",
        11: "eleven|sebelas",
        12: "twelve|dua belas",
        13: "thirteen|tiga belas",
        14: "fourteen|empat belas",
        15: "fifteen|lima belas",
        16: "sixteen|enam belas",
        17: "seventeen|tujuh belas",
        18: "eighteen|delapan belas|lapan belas",
        19: "nineteen|sembilan belas",
        20: "twenty|dua puluh",
        30: "thirty|tiga puluh",
        40: "forty|empat puluh",
        50: "fifty|lima puluh",
        60: "sixty|enam puluh",
        70: "seventy|tujuh puluh",
        80: "eighty|delapan puluh|lapan puluh",
        90: "ninety|sembilan puluh",
        100: "hundred|a hundred|seratus",
    }
)
"""How many days, weeks, months or years back."""

_FIRST_DAYS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]

DAY_NUMBERS = {
    **{word: number for number, word in enumerate(_FIRST_DAYS, 1)},
    **{
        f"twenty{joint}{word}": 20 + number
        for number, word in enumerate(_FIRST_DAYS[:9], 1)
        for joint in "- "
    },
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty first": 31,
}
"""Days of a month, spelled out."""

PARTS: dict[str, Literal["early", "mid", "late", "earlier", "later"]] = spread(
    {
        "early": "early|beginning|start|awal",
        "mid": "mid|middle|pertengahan",
        "late": "late|end|close|akhir|penghujung|hujung",
        "earlier": "earlier",
        "later": "later",
    }
)
"""Which part of the period behind it a word takes."""

YEAR_STARTS = {
    "seventeen": 1700,
    "eighteen": 1800,
    "nineteen": 1900,
    "twenty": 2000,
    "two": 2000,
}
"""The century a year begins with in speech: nineteen ninety-six, two thousand and five."""

SEASONS = spread({3: "spring", 6: "summer", 9: "autumn|fall", 12: "winter"})
"""The month each begins in, north of the equator."""

SPOKEN_DECADES = spread(
    {
        20: "twenties",
        30: "thirties",
        40: "forties",
        50: "fifties",
        60: "sixties",
        70: "seventies",
        80: "eighties",
        90: "nineties",
    }
)
