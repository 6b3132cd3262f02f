"""Repairs of the damage that conversion does to news text, each a general rule.

A rule changes the view only; the original stays as it was received (see `view`).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from claims.extraction.han import HAN
from claims.extraction.view import Replacement, View, substitute, view_of

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_READING = rf"(?=[a-z]{{0,4}}[{_TONED}])[a-zü{_TONED}]{{1,7}}"
GLOSS = re.compile(rf"({HAN})[(（](?:{_READING}|men|de|le|zhe|ne|ma|ba|zi)[)）]")
"""發(fā)布: a character (group 1) and the reading a converter put in behind it.

Syllables without a tone mark are only those that never carry one, so 開放(open) stays.
"""

# Same length in and out, so one translate does them all: full-width letters, digits and signs to
# ASCII, and every odd space to a plain one.
_WIDTH = (
    {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
    | {code: code - 0xFEE0 for code in range(0xFF41, 0xFF5B)}
    | {0xFF05: ord("%"), 0xFF04: ord("$"), 0xFF0E: ord("."), 0xFF0D: ord("-"), 0xFFE5: ord("¥")}
    | dict.fromkeys((0xA0, 0x3000, 0x202F, 0x2009, 0x200A, 0x2002, 0x2003, 0x9), ord(" "))
    | dict.fromkeys((0x0D, 0x85, 0x2028, 0x2029, 0x0B, 0x0C), ord("\n"))
)


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of damage: what it looks like and what should stand there."""

    name: str
    pattern: re.Pattern[str]
    replacement: Replacement


REPAIRS = (
    Repair("invisible characters", re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]+"), ""),
    Repair(
        "entities left over",
        re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});"),
        lambda match: html.unescape(match[0]).replace("\xa0", " "),
    ),
    Repair(
        "tags that break lines", re.compile(r"</?(?:br|p|div|li|h[1-6]|tr)\b[^<>\n]{0,200}>"), "\n"
    ),
    Repair(
        "other tags",
        re.compile(
            r"</?(?:a|abbr|b|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup"
            r"|time|u|wbr)\b[^<>\n]{0,300}>"
        ),
        "",
    ),
    Repair("shortcodes", re.compile(r"\[/?[A-Za-z]{2,20}(?:_[A-Za-z0-9]{1,10})+\]"), "\n"),
    # "[Gambas:Video 20detik]": what a content system would have put in.
    Repair("embeds", re.compile(r"\[[A-Za-z]{3,15}:[^\[\]\n]{1,60}\]"), "\n"),
    # Set between two paragraphs, and the line breaks around it lost.
    Repair(
        "adverts announced",
        re.compile(
            r"\bADVERTISEMENT(?=\s+[A-Z][a-z])|\bSCROLL (?:TO|UNTUK) [A-Z ]{4,40}\b(?=\s|\Z)"
            r"|\bAdvertisement\W{1,4}scroll to continue(?: reading)?"
            r"|(?:我是[廣广]告[ ,，]*)?[請请][繼继][續续]往下[閱阅][讀读]"
        ),
        "\n",
    ),
    Repair("glossed readings", GLOSS, r"\1"),  # the gloss belongs to the character before it
    # 鐵?shù)工程: a character and the opening bracket of its gloss were lost.
    Repair(
        "broken glosses",
        re.compile(rf"\?{_READING}[)）]"),
        "",
    ),
    # 如期完工?;…: the full stop was lost and left two ASCII marks.
    Repair("lost full stops", re.compile(r"\?[;；]"), "。"),
    Repair("lost commas", re.compile(rf"(?<={HAN})\?(?=[,，、])"), ""),
    Repair(
        "lost apostrophes", re.compile(r"(?<=[A-Za-z])\ufffd{1,3}(?=(?:s|t|re|ve|ll|d|m)\b)"), "'"
    ),
    Repair("lost characters", re.compile(r"\ufffd+"), ""),
    Repair("doubled commas", re.compile(r"[,，、]+(?=[。；;！!？?])|(?<=[,，、])[,，、]+"), ""),
    Repair("stops before commas", re.compile(r"(?<=。)[,，、。]+"), ""),
    Repair("spaced hyphens", re.compile(r"(?<=[A-Za-z]{2}) +-(?=[a-z]{2})"), "-"),
)


def repair(text: str) -> View:
    """Return the view of `text` with every known kind of damage repaired."""
    plain = view_of(text)
    view = View(text.translate(_WIDTH), plain.starts, plain.ends)
    for rule in REPAIRS:
        view = substitute(view, rule.pattern, rule.replacement)
    return view
