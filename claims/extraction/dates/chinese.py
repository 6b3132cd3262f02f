"""The forms of dates in folded Chinese text."""

from __future__ import annotations

import re
from typing import Final

from claims.extraction.dates import absolute, relative
from claims.extraction.dates.reading import Group, Reader
from claims.extraction.lexicon.calendar import MONTHS_AGO, WEEKS_AGO, YEARS_AGO
from claims.extraction.lexicon.wording import any_of

_NUMBER = r"(?:\d{1,2}(?!\d)|[一二两三四五六七八九十]{1,3})"
_YEAR_WORD = any_of(word for word in YEARS_AGO if not word.isascii())
_ONE_YEAR = (
    r"(?:(?<![A-Za-z\d])(?P<year>(?:19|20)\d\d)\s?年|(?<!\d)(?P<short>0\d|\d\d(?=\s?年\s?\d{1,2}\s?月))\s?年"
    r"|(?P<said>[〇○零一二三四五六七八九]{4}|[零〇][一二三四五六七八九])年"
    rf"|民国\s?(?P<era>\d{{1,3}}|[一二三四五六七八九十]{{1,5}})年|(?P<yearword>{_YEAR_WORD}))"
)
_YEAR = rf"(?:{_ONE_YEAR}的?\s?)"
_MONTH = rf"(?<![\d一二三四五六七八九十])(?P<month>{_NUMBER})\s?月"
_DAY = rf"\s?(?P<day>{_NUMBER})\s?[日号]"
_TO = r"\s?[-–—~～至到]\s?"
_WEEKS = [word for word in WEEKS_AGO if not word.isascii()]
_NEAR = any_of(word for word in MONTHS_AGO if not word.isascii())
# 一周三次 is no Wednesday, 上周三家公司 last week and not a Wednesday, 上周日本队 no Sunday.
_WEEKDAY = (
    rf"(?:(?P<week>{any_of(word for word in _WEEKS if word.endswith(('周', '星期', '礼拜')))})"
    r"|(?<![一二两三四五六七八九十每几数\d])(?<!黑色)(?:周|星期|礼拜))"
    r"(?P<word>[一二三四五六日天])(?![家个名位次天年月万千百十届场起人只条亿度大本])"
)
_GRAIN = r"\s?(?:个\s?)?(?P<grain>天|日|周|星期|礼拜|月|季度|季|年)"
_SPAN = rf"(?P<count>{_NUMBER}){_GRAIN}"
_CENTURY = r"(?P<century>十[七八九]|二十一?|1[789]|2[01])世纪"
_YEARS = r"(?<![\d-])(?P<year>(?:19|20)\d\d)\s?年?" + _TO + r"(?P<year2>(?:19|20)\d\d)"
_WORDS = any_of(word for word in relative.AGO if not word.isascii())

_READERS: tuple[tuple[str, Reader], ...] = (
    (
        rf"{_YEAR}?{_MONTH}\s?(?P<day>{_NUMBER})\s?[日号]?{_TO}(?P<day2>{_NUMBER})\s?[日号](?!\d)",
        absolute.calendar_day,
    ),
    (rf"{_YEAR}?{_MONTH}{_DAY}", absolute.calendar_day),
    (rf"(?P<near>{_NEAR}){_DAY}", relative.near_day),
    (
        rf"{_YEAR}?(?<!\d)(?P<month>{_NUMBER})\s?月?{_TO}(?P<month2>{_NUMBER})\s?月份?(?!\s?\d)",
        absolute.calendar_month,
    ),
    (rf"{_YEAR}?{_MONTH}份?(?P<third>[上中下]旬)?", absolute.calendar_month),
    (rf"{_YEAR}第?(?P<quarter>[一二三四1-4])季(?:度)?", absolute.quarter),
    (r"(?<![\d一二三四五六七八九十])第?(?P<quarter>[一二三四1-4])季度", absolute.quarter),
    (rf"{_YEAR}?(?P<half>[上下前后])(?:个)?半年", absolute.half),
    (rf"{_YEAR}(?:前|首|头){_SPAN}", absolute.portion),
    (
        rf"(?:前|首|头)(?P<count>{_NUMBER})\s?个?(?P<grain>月|季度|季)(?!前)",
        absolute.portion,
    ),
    (rf"{_YEAR}(?P<ending>最后)\s?{_SPAN}", absolute.portion),
    (rf"{_YEAR}第(?P<nth>{_NUMBER}){_GRAIN}", absolute.portion),
    (rf"{_YEARS}(?:\s?年|(?![\d-]))", absolute.calendar_year),
    (rf"{_ONE_YEAR}(?!代)", absolute.calendar_year),
    (rf"(?:{_CENTURY}的?)?(?P<tens>[一二三四五六七八九]十|\d0)年代", absolute.decade),
    (r"(?<!\d)(?P<year>(?:19|20)\d0)年代", absolute.decade),
    (_CENTURY, absolute.century),
    (rf"(?P<word>{_WORDS})", relative.relative),
    (rf"(?:(?P<week>{any_of(_WEEKS)})|周)末", relative.weekend),
    (_WEEKDAY, relative.weekday),
    (rf"(?:过去|最近|近)的?\s?{_SPAN}(?:来|里|内|间)?", relative.recent),
    (rf"前\s?(?P<count>{_NUMBER})\s?个?(?P<grain>周|星期)", relative.recent),
    (rf"(?P<ahead>未来|今后|接下来的?|后)\s?{_SPAN}(?:里|内|间)?", relative.recent),
    (rf"(?<!\d){_SPAN}(?:之|以)?前", relative.ago),
    (rf"(?<!\d){_SPAN}(?P<later>之后|以后|后)", relative.ago),
    # 12日表示 is a day, 3日内 and 5日游 are stretches of days.
    (r"(?<![\d月/.:-])(?P<day>\d{1,2})日(?![元圆本游内间报前均子期后])", absolute.day_of_month),
)

GROUPS: Final[tuple[Group, ...]] = (
    (
        re.compile("[年月日号周期拜末代纪季前后今昨明天]"),
        tuple((re.compile(form), reader) for form, reader in _READERS),
    ),
)
