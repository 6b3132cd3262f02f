"""From the text of an article to its sentences, each with its score and reasons."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Sequence

from claims.extraction import score as scoring
from claims.extraction.dates import Found, find_dates, month_first, resolved
from claims.extraction.facts import Facts, within
from claims.extraction.folding import simplify
from claims.extraction.furniture import Kind, judge
from claims.extraction.languages import language_of
from claims.extraction.names import names_in
from claims.extraction.quantities import quantities_in
from claims.extraction.quantities.money import yuan_of
from claims.extraction.quotations import quotations_in
from claims.extraction.repair import repair
from claims.extraction.repeats import Said, repeats_in
from claims.extraction.sentences import split
from claims.extraction.speakers import speakers_of
from claims.extraction.types import (
    DateMention,
    Extraction,
    Quantity,
    Reason,
    Sentence,
    Span,
    Speaker,
)
from claims.extraction.units import unit_spans, units_of
from claims.extraction.view import View
from claims.extraction.worth.reading import Reading

ENGINE = "worth-2"


def extract(
    text: str, *, language: str | None = None, published: datetime.date | None = None
) -> Extraction:
    """Return the sentences of `text`, spans in its own code points.

    `language` is detected when not given; `published` anchors dates such as "last week".
    """
    view = repair(text)
    article = _read(view, language or language_of(view.text))
    kinds = judge(view.text, article.folded, article.spans)
    facts = [_facts(article, at) for at in range(len(kinds))]
    reasons = _reasons(facts, kinds)
    dates = [resolved(article.folded, found, published) for found in article.dates]
    sentences = [
        _sentence(view, facts[at], kind, reasons[at], dates[at]) for at, kind in enumerate(kinds)
    ]
    return Extraction(article.language, tuple(_grouped(sentences, facts)), ENGINE)


def figures_of(text: str, *, language: str | None = None) -> tuple[str, tuple[Quantity, ...]]:
    """Return the language and the quantities of a statement that nobody asks the worth of.

    They are those of `extract`, which spends most of its time on judging sentences.
    """
    view = repair(text)
    article = _read(view, language or language_of(view.text))
    found = [each for at in range(len(article.spans)) for each in _facts(article, at).quantities]
    mapped = (dataclasses.replace(each, span=_mapped(view, each.span)) for each in found)
    return article.language, tuple(mapped)


def _grouped(sentences: Sequence[Sentence], facts: Sequence[Facts]) -> Iterator[Sentence]:
    """Yield the sentences, each repetition pointing at what it repeats; furniture is none."""
    told = [at for at, sentence in enumerate(sentences) if sentence.kind != "furniture"]
    first_of = repeats_in([_said(sentences[at], facts[at]) for at in told])
    starts = {
        at: sentences[told[first]].start
        for at, first in zip(told, first_of, strict=True)
        if first is not None
    }
    for at, sentence in enumerate(sentences):
        yield dataclasses.replace(sentence, repeats=starts.get(at))


def _said(sentence: Sentence, facts: Facts) -> Said:
    start = facts.sentence.start
    spans = [*(each.span for each in facts.quantities), *facts.dates]
    return Said(
        folded=facts.written,
        quantities=facts.quantities,
        dates=sentence.dates,
        read=tuple(Span(span.start - start, span.end - start) for span in spans),
    )


def readings(text: str, *, language: str | None = None) -> list[tuple[Span, Kind, Reading]]:
    """Return each sentence of `text` as `extract` shows it to the model: span, kind, reading."""
    view = repair(text)
    article = _read(view, language or language_of(view.text))
    kinds = judge(view.text, article.folded, article.spans)
    seen = scoring.readings_of([_facts(article, at) for at in range(len(kinds))])
    spans = (_mapped(view, span) for span in article.spans)
    return list(zip(spans, kinds, seen, strict=True))


def _reasons(facts: Sequence[Facts], kinds: Sequence[Kind]) -> list[tuple[Reason, ...]]:
    """Return the reasons of every body sentence, and none for the rest, which nobody is shown."""
    body = [at for at, kind in enumerate(kinds) if kind == "body"]
    found = dict(zip(body, scoring.reasons_for([facts[at] for at in body]), strict=True))
    return [found.get(at, ()) for at in range(len(kinds))]


@dataclasses.dataclass(frozen=True, slots=True)
class _Article:
    """An article with what is found over the whole of it; spans are in the view."""

    view: View
    folded: str
    language: str
    spans: Sequence[Span]
    quoted: Sequence[Span]
    speakers: Sequence[Speaker | None]
    dates: Sequence[tuple[Found, ...]]
    yuan: str


def _read(view: View, language: str) -> _Article:
    folded = simplify(view.text)
    spans = split(view, language)
    quoted = quotations_in(view.text)
    speakers = speakers_of(view.text, folded, spans, quoted)
    order = month_first(folded, language)
    dates = [find_dates(folded, span, month_first=order) for span in spans]
    yuan = yuan_of(view.text)
    return _Article(view, folded, language, spans, quoted, speakers, dates, yuan)


def _facts(article: _Article, at: int) -> Facts:
    view, folded, span = article.view, article.folded, article.spans[at]
    dates = [found.span for found in article.dates[at]]
    return Facts(
        folded=folded,
        sentence=span,
        language=article.language,
        names=tuple(names_in(view.text, span)),
        quantities=quantities_in(view, folded, span, article.language, dates, yuan=article.yuan),
        dates=tuple(dates),
        quoted=within(article.quoted, span),
        speaker=article.speakers[at],
    )


def _sentence(
    view: View,
    facts: Facts,
    kind: Kind,
    reasons: Sequence[Reason],
    mentions: Sequence[DateMention],
) -> Sentence:
    value = scoring.score(reasons)
    whole = view.span(facts.sentence.start, facts.sentence.end)
    quantities = tuple(
        dataclasses.replace(quantity, span=_mapped(view, quantity.span))
        for quantity in facts.quantities
    )
    dates = tuple(
        dataclasses.replace(mention, span=_mapped(view, mention.span)) for mention in mentions
    )
    spans = unit_spans(facts) if kind == "body" else ()
    return Sentence(
        start=whole.start,
        end=whole.end,
        kind=kind,
        score=value,
        selected=kind == "body" and value >= scoring.THRESHOLD,
        reasons=tuple(_mapped_reason(view, reason) for reason in reasons),
        speaker=_mapped_speaker(view, facts.speaker),
        quantities=quantities,
        dates=dates,
        units=units_of([_mapped(view, span) for span in spans], quantities, dates),
    )


def _mapped(view: View, span: Span) -> Span:
    return view.span(span.start, span.end)


def _mapped_reason(view: View, reason: Reason) -> Reason:
    return dataclasses.replace(reason, spans=tuple(_mapped(view, span) for span in reason.spans))


def _mapped_speaker(view: View, speaker: Speaker | None) -> Speaker | None:
    if speaker is None or speaker.span is None:
        return speaker
    return dataclasses.replace(speaker, span=_mapped(view, speaker.span))
