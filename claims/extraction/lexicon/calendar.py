"""Words for months and for days and periods counted from an article's own date."""

from __future__ import annotations

MONTHS = {
    "januari": 1, "january": 1, "jan": 1, "februari": 2, "february": 2, "feb": 2, "maret": 3, "march": 3, "mac": 3, "mar": 3,
    "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "june": 6, "jun": 6, "juli": 7, "july": 7, "julai": 7, "jul": 7,
    "agustus": 8, "august": 8, "ogos": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "oktober": 10, "october": 10,
    "oct": 10, "okt": 10, "november": 11, "nov": 11, "desember": 12, "december": 12, "disember": 12, "dec": 12, "des": 12,
}  # fmt: skip

DAYS_AGO = {
    "hari ini": 0, "today": 0, "今天": 0, "今日": 0, "kemarin": 1, "semalam": 1, "yesterday": 1, "昨天": 1, "昨日": 1,
    "前天": 2, "前日": 2, "besok": -1, "esok": -1, "tomorrow": -1, "明天": -1, "明日": -1,
}  # fmt: skip

WEEKS_AGO = {
    "minggu ini": 0, "pekan ini": 0, "this week": 0, "本周": 0, "这周": 0, "minggu lalu": 1, "pekan lalu": 1, "minggu lepas": 1,
    "last week": 1, "上周": 1, "上星期": 1, "minggu depan": -1, "pekan depan": -1, "next week": -1, "下周": -1,
}  # fmt: skip

MONTHS_AGO = {
    "bulan ini": 0, "this month": 0, "本月": 0, "bulan lalu": 1, "bulan lepas": 1, "last month": 1, "上个月": 1, "上月": 1,
    "bulan depan": -1, "next month": -1, "下个月": -1, "下月": -1,
}  # fmt: skip

YEARS_AGO = {
    "tahun ini": 0, "this year": 0, "今年": 0, "tahun lalu": 1, "tahun lepas": 1, "last year": 1, "去年": 1, "前年": 2,
    "tahun depan": -1, "next year": -1, "明年": -1,
}  # fmt: skip

WEEKDAYS = {
    "senin": 0, "isnin": 0, "monday": 0, "selasa": 1, "tuesday": 1, "rabu": 2, "wednesday": 2, "kamis": 3, "khamis": 3,
    "thursday": 3, "jumat": 4, "jumaat": 4, "friday": 4, "sabtu": 5, "saturday": 5, "minggu": 6, "ahad": 6, "sunday": 6,
}  # fmt: skip
