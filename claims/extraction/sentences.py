"""Where sentences begin and end, in the repaired view.

Chinese, Indonesian, Malay and English are split by the rules here, which also hold for a text that
mixes them; other languages by `sentencex`. Everything is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentencex import segment

from claims.extraction.han import HAN, count_han, is_han
from claims.extraction.lexicon.abbreviations import ALWAYS_GOES_ON, BEFORE_A_NUMBER, MAY_END
from claims.extraction.lexicon.asking import ASKING
from claims.extraction.lexicon.speech import CHINESE_TAIL
from claims.extraction.types import Span
from claims.extraction.view import View

# A reader is shown one statement, never a page that forgot its full stops.
LONGEST_HAN, LONGEST = 250, 600

_OWN = {"zh", "id", "ms", "en", "und"}
_CLOSERS = "\"”’」』）)】》〉]'"
_END = re.compile(rf"(?:[。！？!?…]+|\.+|[；;])[。！？!?…]*(?P<closed>[{re.escape(_CLOSERS)}]*)")
# A dateline opens the article even where the line break before it was lost.
DATELINE = (
    r"\b[A-Z]{4,20}(?: [A-Z]{4,20})?"
    r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2}| \([A-Z][\w. ]{1,20}\)),? ?[–—-]{1,2} "
    rf"|(?<=\s){HAN}{{2,8}}\d{{1,2}}月\d{{1,2}}日[电電讯訊]"
)
# （圖／讀者提供）: a caption ends with its credit, whatever has run into it.
_CREDIT = (
    r"[(（](?:圖|图|照片|翻攝|翻摄|攝影|摄影|[Ff]oto|[Pp]hoto|[Gg]ambar)\W[^()（）\n]{1,40}[)）]"
)
# 五、结语有人说: the last section's heading, run into its text.
_HEADING = (
    r"(?<=[。！？!?”…\n])\s*(?:[一二三四五六七八九十]{1,2}[、.．])?"
    r"(?:[结結][语語]|前言|引言|[导導][语語]|小[结結]|[写寫]在最[后後])(?=[^，,、的是。])"
)
_MARK = re.compile(f"(?P<dateline>{DATELINE})|(?P<alone>{_CREDIT}|{_HEADING})|{_END.pattern}")
_LINE = re.compile(r"[^\n]+")
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[\w.]{0,11})?\Z")
# "Dsn. Kaluwan", "Tb. Maktal", "Ph. D.": what no one can pronounce is shortened. Not "MHz".
_UNSPEAKABLE = re.compile(r"[A-Z][bcdfghjklmnpqrstvwxz]{1,3}\Z")
# "12.904. 678 orang": a space has got into the number.
_THOUSANDS = re.compile(r"(?:\A|\D)\d{1,3}(?:\.\d{3})*\Z")
_THREE_DIGITS = re.compile(r"\s\d{3}(?:\.\d{3})*\s+[a-z]")
_NUMBERED = re.compile(r"\s*[(（]?\d{1,3}\Z")
_STARTER = re.compile(r"\s+(?:The|A|An|It|He|She|They|We|In|On|At|But|And|This|That|If|For|As)\b")
_SOFT_END = re.compile(r"[，,；;、:：]|\s")
_EDGE = " \u00a0•·●▪■◆*–—-"


def split(view: View, language: str) -> list[Span]:
    """Return the sentences of the view, in its offsets: ordered, trimmed, never overlapping."""
    found: list[Span] = []
    for line in _LINE.finditer(view.text):
        pieces = (
            _own_pieces(view.text, line.start(), line.end())
            if language.split("-", maxsplit=1)[0] in _OWN
            else _other_pieces(line[0], line.start(), language)
        )
        for start, end in pieces:
            found.extend(_within_limit(view, _trimmed(view.text, start, end)))
    return found


def _own_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begun = start
    for match in _MARK.finditer(text, start, end):
        if match["dateline"]:
            if match.start() > begun:
                yield begun, match.start()
                begun = match.start()
        elif match.end() < end and (match["alone"] or _ends_here(text, begun, end, match)):
            yield begun, match.end()
            begun = match.end()
    if begun < end:
        yield begun, end


def _other_pieces(line: str, offset: int, language: str) -> Iterator[tuple[int, int]]:
    at = 0
    for piece in segment(language, line):
        begun = line.find(piece, at)
        if begun < 0:  # sentencex rewrote the piece: keep the rest whole rather than guess
            break
        yield offset + begun, offset + begun + len(piece)
        at = begun + len(piece)
    if at < len(line):
        yield offset + at, offset + len(line)


def _ends_here(text: str, begun: int, line_end: int, match: re.Match[str]) -> bool:
    """Say whether the mark ends a sentence; the line goes on after it."""
    mark, after = text[match.start()], text[match.end() : match.end() + 40]
    if mark == ".":
        return _stop_ends(text, begun, match, after)
    if mark in ";；":
        return mark == "；" or is_han(text[match.start() - 1]) or is_han(after[0])
    if mark == "…" and not after[0].isspace():
        return False
    if mark == "?" and _is_lost(text, begun, match, after):
        return False
    if mark in "!?":
        chinese = is_han(text[match.start() - 1]) and after[0] not in ",，、.。"
        return _starts_anew(after) or is_han(after[0]) or chinese
    return not _goes_on(text, match, line_end)


def _is_lost(text: str, begun: int, match: re.Match[str], after: str) -> bool:
    """Say whether "?" stands for a lost character: amid Chinese that asks nothing."""
    amid = is_han(text[match.start() - 1]) and is_han(after[0])
    return amid and ASKING.search(text, begun, match.start()) is None


def _goes_on(text: str, match: re.Match[str], line_end: int) -> bool:
    """Say whether a sentence goes on after a Chinese end mark, as in “！”的口号 or “。”他说。"""
    after = text[match.end() : min(match.end() + 36, line_end)].lstrip()
    if after[:1] in "，,、；;：:。的—" and after:
        return True
    if not match["closed"]:  # "没有错。与此同时，": what could join two quotations opens sentences
        return False
    return after[:1] in "和与與及是等" or CHINESE_TAIL.match(after) is not None


def _stop_ends(text: str, begun: int, match: re.Match[str], after: str) -> bool:
    before = text[max(begun, match.start() - 12) : match.start()]
    if is_han(after[0]):
        return _NUMBERED.match(text[begun : match.start()]) is None if before else False
    if not after[0].isspace():
        return _glued(before, after, bool(match["closed"]))
    if _NUMBERED.match(text[begun : match.start()]):
        return False
    if not match["closed"] and not _may_end(before, after):
        return False
    if _THREE_DIGITS.match(after) and _THOUSANDS.search(before):
        return False
    return _starts_anew(after) and not _in_brackets(text, begun, match)


def _in_brackets(text: str, begun: int, match: re.Match[str]) -> bool:
    """Say whether a bracket opened in the sentence closes soon: "Kasim II (SSK. II) di kota"."""
    opened = text.rfind("(", max(begun + 1, match.start() - 40), match.start())
    if opened < 0 or ")" in text[opened : match.start()]:
        return False
    rest = text[match.start() : match.end() + 40]
    return ")" in rest and "(" not in rest[: rest.index(")")]


def _glued(before: str, after: str, closed: bool) -> bool:
    """Say whether a sentence ended without the space that should follow it ("ujarnya.Ia pergi")."""
    lower = before[-2:].islower() and before[-2:].isalpha()
    return (lower or closed) and re.match(r"[A-Z][a-z]+[ ,]|[“「\"]", after) is not None


def _may_end(before: str, after: str) -> bool:
    word = _WORD_BEFORE.search(before)
    if word is None:
        return True
    written = word[0]
    if written.casefold() in ALWAYS_GOES_ON:
        return False
    if written.casefold() in BEFORE_A_NUMBER:
        return not after.lstrip()[:1].isdigit()
    if (len(written) == 1 and written.isupper()) or written.casefold() in MAY_END:
        return _STARTER.match(after) is not None
    return _UNSPEAKABLE.match(written) is None


def _starts_anew(after: str) -> bool:
    """Say whether what follows a mark could open a sentence: no small letter, no comma."""
    following = after.lstrip()
    if not after[0].isspace() or not following:
        return False
    return not following[0].islower() and following[0] not in ",;:)"


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in _EDGE):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _within_limit(view: View, span: Span) -> Iterator[Span]:
    """Cut what is longer than a reader or an export takes, at a comma or space if it can."""
    start = span.start
    while start < span.end:
        limit = LONGEST_HAN if _mostly_han(view.text[start : start + LONGEST_HAN]) else LONGEST
        end = _cut(view, start, min(span.end, start + limit), span.end, limit)
        piece = _trimmed(view.text, start, end)
        if piece.start < piece.end:
            yield piece
        start = end


def _cut(view: View, start: int, end: int, last: int, limit: int) -> int:
    while view.width(start, end) > limit and end > start + 1:
        end -= max(1, (view.width(start, end) - limit) // 8)
        end = max(end, start + 1)
    if end == last:
        return end
    marks = [
        match.end() for match in _SOFT_END.finditer(view.text, start + (end - start) // 2, end)
    ]
    return marks[-1] if marks else end


def _mostly_han(text: str) -> bool:
    return count_han(text) * 3 > len(text)
