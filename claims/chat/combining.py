"""The chat model's judgements added to what the built-in engine saw.

A judgement is one more reason with a weight, so that the score stays the sum of what is shown.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from claims.chat.answer import Judgement
from claims.chat.reasons import SIGNAL
from claims.extraction import score as scoring
from claims.extraction.types import Reason, Sentence, Span, Speaker

WEIGHT = 2.5
"""Log-odds of a certain model: taken to be right twelve times out of thirteen. It decides where the
built-in engine hesitates, and does not overrule it where that is certain, too."""


def combine(
    text: str, sentences: Sequence[Sentence], judgements: Iterable[Judgement]
) -> tuple[Sentence, ...]:
    """Return `sentences` of the article `text`, judged once more.

    A quotation that is not in them verbatim, or could be of several of them, points at nothing.
    Of two judgements of one sentence the first counts.
    """
    judged: dict[int, Sentence] = {}
    for judgement in judgements:
        for sentence in _meant(text, sentences, judgement.quote):
            judged.setdefault(sentence.start, _judged(text, sentence, judgement))
    return tuple(judged.get(sentence.start, sentence) for sentence in sentences)


def _meant(text: str, sentences: Sequence[Sentence], quote: str) -> list[Sentence]:
    """Return the sentence quoted; several when they read the same, as headline and lead may."""
    if not quote:
        return []
    holders = [each for each in sentences if text.find(quote, each.start, each.end) >= 0]
    readings = {text[each.start : each.end] for each in holders}
    return holders if len(readings) == 1 else []


def _judged(text: str, sentence: Sentence, judgement: Judgement) -> Sentence:
    start = text.index(judgement.quote, sentence.start, sentence.end)
    span = Span(start, start + len(judgement.quote))
    # Rounded as it is stored, so that the score is the sum of what is shown.
    weight = round((2 * judgement.score - 1) * WEIGHT, 3)
    reasons = (*sentence.reasons, Reason(f"{SIGNAL}_{judgement.reason}", weight, (span,)))
    score = scoring.score(reasons)
    return dataclasses.replace(
        sentence,
        score=score,
        selected=sentence.kind == "body" and score >= scoring.THRESHOLD,
        reasons=reasons,
        speaker=sentence.speaker or _speaker(text, sentence, judgement.speaker),
    )


def _speaker(text: str, sentence: Sentence, name: str) -> Speaker | None:
    """Return the speaker, if the article has the name; with its span, if the sentence has it."""
    if not name or name not in text:
        return None
    start = text.find(name, sentence.start, sentence.end)
    return Speaker(name, None if start < 0 else Span(start, start + len(name)))
