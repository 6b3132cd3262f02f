"""Who says a sentence: found sentence by sentence, resolved over the article.

A pronoun ("Ia juga menekankan") is carried over from the last speaker, a quotation of several
sentences shares the speaker its attribution names, and a short name stands for the full one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction import speakers_chinese, speakers_latin
from claims.extraction.attribution import LAST_SPEAKER
from claims.extraction.speaker_names import Cast
from claims.extraction.types import Span, Speaker

_HAN = re.compile("[\u3400-\u9fff]")


def speakers_of(
    text: str, folded: str, sentences: Sequence[Span], quotations: Sequence[Span]
) -> list[Speaker | None]:
    """Return the speaker of every sentence; spans are in the view."""
    cast = Cast.of(text, folded, sentences)
    found: list[Speaker | None] = []
    last: Speaker | None = None
    for sentence in sentences:
        named = _named(text, folded, sentence)
        if named == LAST_SPEAKER:
            found.append(Speaker(last.name) if last else None)
        elif named is not None:
            last = Speaker(cast.full_name(named.of(text), sentence.start), named)
            found.append(last)
        else:
            found.append(None)
    _share_quotations(sentences, quotations, found)
    return found


def _named(text: str, folded: str, sentence: Span) -> Span | None:
    if len(_HAN.findall(text, sentence.start, sentence.end)) * 4 > sentence.end - sentence.start:
        return speakers_chinese.find(folded, sentence)
    return speakers_latin.find(text, sentence)


def _share_quotations(
    sentences: Sequence[Span], quotations: Sequence[Span], found: list[Speaker | None]
) -> None:
    """Give each sentence of a quotation the speaker named at its end, else at its start."""
    first = 0
    for quotation in quotations:
        while first < len(sentences) and sentences[first].end <= quotation.start:
            first += 1
        last = first
        while last < len(sentences) and sentences[last].start < quotation.end:
            last += 1
        named = [speaker for speaker in found[first:last] if speaker]
        if not named and last < len(sentences) and sentences[last].start - quotation.end < 3:
            named = [speaker for speaker in found[last : last + 1] if speaker]
        for at in range(first, last) if named else ():
            inside = min(sentences[at].end, quotation.end) - max(
                sentences[at].start, quotation.start
            )
            if found[at] is None and inside * 2 > sentences[at].end - sentences[at].start:
                found[at] = Speaker(named[-1].name)
