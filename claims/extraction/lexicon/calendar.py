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
        0: "minggu ini|pekan ini|this week|本周|这周",
        1: "minggu lalu|pekan lalu|minggu lepas|last week|上周|上星期",
        -1: "minggu depan|pekan depan|next week|下周",
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
        0: "senin|isnin|monday",
        1: "selasa|tuesday",
        2: "rabu|wednesday",
        3: "kamis|khamis|thursday",
        4: "jumat|jumaat|friday",
        5: "sabtu|saturday",
        6: "minggu|ahad|sunday",
    }
)
