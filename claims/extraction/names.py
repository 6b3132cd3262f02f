"""Names in Latin script: runs of capitalised words, as "Liang Wenfeng" or "Morgan Stanley"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.types import Span

_WORD = r"[A-Z][\w'’]*(?:[-.][A-Z0-9][\w]*)*"
_LINK = r"(?: (?:bin|binti|van|von|de|der|al|el|ibn|of)(?= [A-Z]))"
_RUN = re.compile(rf"(?<![\w])(?:{_WORD}|[a-z]{{1,3}}[A-Z]\w+)(?:{_LINK}? (?:{_WORD}|[A-Z]\.))*")
_SMALL = frozenset(
    """
    the a an in on at it he she they we i but and or if as this that these those for to of by with from when while
    after before however meanwhile according since there what how why who which our his her their its so yet not
    still also now then under over about because although though despite during many some most more other such
    dan atau di ke dari pada untuk dengan oleh yang ini itu ia dia kami kita mereka namun tetapi tapi jika
    ketika saat setelah sebelum selain sementara meski meskipun menurut dalam sebagai karena kerana hal juga model para banyak
    beberapa artikel sebuah seorang adalah hanya bahkan kini tidak belum sudah telah akan bisa apa bagaimana mengapa sejak
    selama hingga sampai namun begitu demikian bagi oleh manakala beliau walaupun sungguhpun justru pihak saya
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december senin selasa rabu kamis jumat sabtu minggu isnin khamis jumaat ahad januari februari maret
    mei juni juli agustus oktober desember mac ogos disember jun julai okt baru munculnya kasus panggilan dukungan
    """.split()
)


def names_in(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the runs of a sentence, function words at their start left out."""
    for match in _RUN.finditer(text, sentence.start, sentence.end):
        start = match.start()
        while start < match.end():
            word = text[start : match.end()].split(" ", maxsplit=1)[0]
            if word.casefold() not in _SMALL:
                break
            start += len(word) + 1
        if start < match.end() and (
            start > sentence.start + 1 or _surely(text[start : match.end()])
        ):
            yield Span(start, match.end())


def _surely(run: str) -> bool:
    """Say whether a run is a name even where every first word is capitalised."""
    return " " in run or not run[1:].islower() or len(run) == 1
