"""What of a page is not the article: credits, notices, adverts, headings, judged by sentence.

A notice often goes on in the same line as the last paragraph, so a line is no unit here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from claims.extraction.han import HAN_CHARACTER, count_han
from claims.extraction.lexicon.furniture import CAPTIONS, FOOTERS, LINES
from claims.extraction.sentences import DATELINE
from claims.extraction.types import Span

Kind = Literal["body", "heading", "furniture"]

_FLAGS = re.IGNORECASE | re.MULTILINE
# A text without a Han character need not be tried with the Chinese formulas.
_LINES = {
    True: [re.compile(formula, _FLAGS) for formula in LINES],
    False: [re.compile(formula, _FLAGS) for formula in LINES[:-1]],
}
_FOOTERS = {
    True: [re.compile(formula, _FLAGS) for formula in FOOTERS],
    False: [re.compile(formula, _FLAGS) for formula in FOOTERS[:-1]],
}
# 【核心提示】 opens the summary that an editor put between headline and article.
_SUMMARY = re.compile(
    r"[【\[〔](?:核心|内容|內容)?"
    r"(?:提示|提要|导读|導讀|摘要|导语|導語|编者按|編者按)[】\]〕]"
)
_DATELINE = re.compile(DATELINE.replace(r"(?<=\s)", ""))
_CAPTION = re.compile(CAPTIONS, re.IGNORECASE)
_BARE = re.compile(
    r"[\W\d_]*(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[email.protected\]|[#＃@]\S+)?[\W\d_]*\Z"
)
_ADDRESS = re.compile(r"https?://|www\.\w|[\w.+-]+@[\w-]+\.\w|\[email.protected\]")
_AGENCIES = re.compile(
    r"\s*[(（]?[\w .,/&-]{2,60}"
    r"[(（]\s*(?:menurut|dari|sumber|according to|via|with|from|据|综合)\b.{0,60}[)）]\s*\Z",
    re.IGNORECASE,
)
_CRUMBS = re.compile(
    r"\S+\s*[>»›]\s*\S+\s*[>»›]|^[^.。]{0,80}[|｜][^.。|｜]{1,80}[|｜]|^\W*(?:[#＃]\S+\s+){2,}"
)
_ENDED = re.compile(r"[。！？!?.…；;][\"”’」』）)\]》〉]*\s*\Z")

_CUT = re.compile(r"[^\s….] ?(?:\.{3}|…)\s*\Z")  # "……" is a pause in Chinese
_HEADLINE = 140  # characters: a cut headline is shorter

_CAPTION_LINE = _MENU = 240  # letters, as `_weight` counts: longer has run into the article
_CRIED = re.compile(r"\S[!?！？][\"”’」』]*\s*\S")

_PARAGRAPH = 120  # letters of a line, as `_weight` counts: less is a notice going on
_TAIL_SHARE = 0.35  # of an article's letters: more than this after a notice, and it was none


def judge(text: str, folded: str, sentences: Sequence[Span]) -> list[Kind]:
    """Say of each sentence of the view what it is; `folded` is `text` in Simplified."""
    kinds: list[Kind] = [_kind(text, folded, span) for span in sentences]
    _spread_captions(text, folded, sentences, kinds)
    _spread_calls(text, folded, sentences, kinds)
    _cut_headlines(text, sentences, kinds)
    _close_tail(text, folded, sentences, kinds)
    return kinds


def _kind(text: str, folded: str, span: Span) -> Kind:
    written = span.of(folded)
    if _is_furniture(written):
        return "furniture"
    return "heading" if _is_heading(text, span) else "body"


def _is_furniture(written: str) -> bool:
    if _speaks_of_the_page(written) or _is_notice(written) or _BARE.match(written):
        return True
    if len(written) < 200 and _ADDRESS.search(written):
        return True
    return (
        _AGENCIES.match(written) is not None
        or (_weight(written) < _MENU and _CRUMBS.search(written) is not None)
        or _is_credit(written)
    )


def _speaks_of_the_page(written: str) -> bool:
    return any(formula.search(written) for formula in _LINES[_has_han(written)])


def _is_notice(written: str) -> bool:
    return any(formula.search(written) for formula in _FOOTERS[_has_han(written)])


def _has_han(written: str) -> bool:
    return HAN_CHARACTER.search(written) is not None


def _is_credit(written: str) -> bool:
    return len(written) < 90 and _CAPTION.search(written) is not None


def _is_heading(text: str, span: Span) -> bool:
    """Say whether it is a short line of its own that no mark ends, a label or a summary."""
    if _SUMMARY.match(span.of(text)):
        return True
    line = _line_around(text, span)
    written = span.of(text)
    if len(line) > len(written) + 6:
        # "Bridge shut! What drivers can do": one headline, though it is cut in two.
        return _CRIED.search(line) is not None and _is_short_and_open(line)
    if written.rstrip().endswith((":", "：")):
        return len(written) < 60
    return _is_short_and_open(written)


def _line_around(text: str, span: Span) -> str:
    """Return the line the span stands in, cut where no heading is that long."""
    begun = text.rfind("\n", max(0, span.start - _HEADLINE), span.start) + 1
    ended = text.find("\n", span.end, span.end + _HEADLINE)
    return text[
        begun or max(0, span.start - _HEADLINE) : ended if ended >= 0 else span.end + _HEADLINE
    ].strip()


def _is_short_and_open(written: str) -> bool:
    """Say whether what is written is as long as a heading and no full stop ends it."""
    if _ENDED.search(written):
        return False
    return len(written) <= (36 if count_han(written) * 3 > len(written) else 110)


def _spread_captions(text: str, folded: str, sentences: Sequence[Span], kinds: list[Kind]) -> None:
    """Make the whole of a short line a caption when it ends with a photo credit."""
    for at in range(len(sentences) - 1, 0, -1):
        here, before = sentences[at], sentences[at - 1]
        if kinds[at] == "furniture" and _is_credit(here.of(folded)):
            line_start = text.rfind("\n", 0, here.start) + 1
            whole = text[line_start : here.end]
            if before.start >= line_start and _weight(whole) < _CAPTION_LINE:
                kinds[at - 1] = "furniture"


def _spread_calls(text: str, folded: str, sentences: Sequence[Span], kinds: list[Kind]) -> None:
    """Make what follows a call to the reader furniture: "Follow us on X. Over 20,000 do!".

    Only where the two are a short line of their own.
    """
    for at in range(1, len(sentences)):
        before, here = sentences[at - 1], sentences[at]
        called = kinds[at] == "body" and kinds[at - 1] == "furniture"
        if called and _is_short_line(text, Span(before.start, here.end)):
            kinds[at] = "furniture" if _speaks_of_the_page(before.of(folded)) else "body"


def _is_short_line(text: str, span: Span) -> bool:
    """Say whether the span stands in one line and that line is shorter than a paragraph."""
    begun = text.rfind("\n", max(0, span.start - _PARAGRAPH), span.start) + 1
    ended = text.find("\n", span.end, span.end + _PARAGRAPH)
    start = begun or max(0, span.start - _PARAGRAPH)
    line = text[start : ended if ended >= 0 else span.end + _PARAGRAPH]
    return "\n" not in line and _weight(line) < _PARAGRAPH


def _cut_headlines(text: str, sentences: Sequence[Span], kinds: list[Kind]) -> None:
    """Make headlines of other articles furniture: cut short by the page, and not alone there.

    "He waited..." among whole sentences is prose; "Tolls rise 12 per cent, minister..." beside
    another such, a heading or furniture is a list.
    """
    cut = [_is_cut(text, span) for span in sentences]
    for at in range(len(sentences)):
        beside = range(max(0, at - 1), min(len(sentences), at + 2))
        if cut[at] and any((cut[by] or kinds[by] != "body") for by in beside if by != at):
            kinds[at] = "furniture"


def _is_cut(text: str, span: Span) -> bool:
    return span.end - span.start < _HEADLINE and _CUT.search(text, span.start, span.end) is not None


def _close_tail(text: str, folded: str, sentences: Sequence[Span], kinds: list[Kind]) -> None:
    """Make what follows a notice furniture when the notice stands in the last part.

    A whole paragraph of sentences is an article again: some pages print a second one below.
    """
    lengths = [span.end - span.start for span in sentences]
    # Of the article alone: a short one under a long menu would else be taken for its own tail.
    total = sum(length for length, kind in zip(lengths, kinds, strict=True) if kind == "body")
    rest = 0
    tail = len(sentences)
    for at in range(len(sentences) - 1, -1, -1):
        if rest > total * _TAIL_SHARE:
            break
        if kinds[at] == "furniture" and _is_notice(sentences[at].of(folded)):
            tail = at
        rest += lengths[at] if kinds[at] == "body" else 0
    for group in _groups(text, folded, sentences, tail):
        written = sum(_weight(sentences[at].of(text)) for at in group if kinds[at] == "body")
        if written < _PARAGRAPH or _is_notice(sentences[group[0]].of(folded)):
            for at in group:
                kinds[at] = "furniture"


def _groups(text: str, folded: str, sentences: Sequence[Span], first: int) -> list[list[int]]:
    """Group the sentences from `first` on: a line, a notice and a dateline each begin one."""
    groups: list[list[int]] = []
    for at in range(first, len(sentences)):
        written = sentences[at].of(folded)
        same_line = at > first and "\n" not in text[sentences[at - 1].end : sentences[at].start]
        if same_line and not _is_notice(written) and not _DATELINE.match(written):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _weight(written: str) -> int:
    """Measure by letters; a Han character says about as much as three others."""
    return len(written) + 2 * count_han(written)
