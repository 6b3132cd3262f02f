"""Words for months and for days and periods counted from an article's own date."""

from __future__ import annotations

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
        8: "agustus|august|ogos|aug",
        9: "september|sept|sep",
        10: "oktober|october|oct|okt",
        11: "november|nov",
        12: "desember|december|disember|dec|des",
    }
)

DAYS_AGO = spread(
    {
        0: "hari ini|today|今天|今日",
        1: "kemarin|semalam|yesterday|昨天|昨日",
        2: "前天|前日",
        -1: "besok|esok|tomorrow|明天|明日",
    }
)

WEEKS_AGO = spread(
    {
        0: "minggu ini|pekan ini|this week|本周|这周|本星期|这星期|这个星期",
        1: "minggu lalu|pekan lalu|minggu lepas|last week|上周|上星期|上礼拜|上个星期",
        -1: "minggu depan|pekan depan|next week|下周|下星期|下礼拜|下个星期",
    }
)

MONTHS_AGO = spread(
    {
        0: "bulan ini|this month|本月",
        1: "bulan lalu|bulan lepas|last month|上个月|上月",
        -1: "bulan depan|next month|下个月|下月",
    }
)

YEARS_AGO = spread(
    {
        0: "tahun ini|this year|今年",
        1: "tahun lalu|tahun lepas|last year|去年",
        2: "前年",
        -1: "tahun depan|next year|明年",
    }
)

WEEKDAYS = spread(
    {
        0: "senin|isnin|monday|一",
        1: "selasa|tuesday|二",
        2: "rabu|wednesday|三",
        3: "kamis|khamis|thursday|四",
        4: "jumat|jumaat|friday|五",
        5: "sabtu|saturday|六",
        6: "minggu|ahad|sunday|日|天",
    }
)
"""The Chinese ones stand after 周, 星期 or 礼拜."""

WEEKS_OF_DAYS = {**WEEKS_AGO, "this": 0, "ini": 0}
"""What says which week a day is in: "Jumat pekan depan", 上周五."""

DAY_SIDES = spread({1: "last|lalu|lepas|kemarin", -1: "next|coming|depan|hadapan|mendatang"})
"""What says on which side of the article's date a day is: 1 before it, -1 after it."""
