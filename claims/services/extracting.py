"""Stage one of an article: its text into sentences, the selected ones into appearances."""

from __future__ import annotations

import logging

from django.conf import settings
from django.db import transaction

from claims.chat.endpoint import Endpoint
from claims.chat.engine import consult
from claims.extraction.pipeline import extract
from claims.extraction.types import Extraction
from claims.extraction.types import Sentence as Found
from claims.matching.gists import gist_of
from claims.models import Appearance, Article, Sentence, Stage
from claims.models.values import date_rows, quantity_rows, reason_rows, unit_rows
from claims.services.articles import article_end_step, article_lock_step
from claims.services.text_copies import body_sketch, sketch_keep
from factcheck.audit.log import record

logger = logging.getLogger(__name__)


def article_extract(*, article: Article) -> None:
    """Find the sentences worth checking. Running it twice leaves the same rows."""
    published = article.published_at.date() if article.published_at else None
    # The language somebody gave stands; one found out before is found out again, and the same.
    extraction = extract(article.text, language=article.language or None, published=published)
    extraction = _with_second_opinion(article, extraction)
    found, gist = body_sketch(article.text, extraction), gist_of(article.text, extraction)
    with transaction.atomic():
        if not article_lock_step(article=article):
            return
        article.language = extraction.language
        sentences = _store_sentences(article, extraction)
        _store_appearances(article, extraction, sentences)
        sketch_keep(article=article, found=found, gist=gist)
        article_end_step(article=article, next_stage=Stage.MATCH)
        record(
            actor=None,
            action="article.extract",
            target=article,
            after={
                "engine": extraction.engine,
                "sentences": len(extraction.sentences),
                "selected": sum(found.selected for found in extraction.sentences),
            },
        )


def _with_second_opinion(article: Article, extraction: Extraction) -> Extraction:
    """Return what the chat endpoint makes of the extraction; unchanged if none is set, or it fails.

    Outside any transaction: no row stays locked while a model thinks.
    """
    if not settings.CHAT_URL:
        return extraction
    endpoint = Endpoint(
        settings.CHAT_URL, settings.CHAT_MODEL, settings.CHAT_KEY, settings.CHAT_TIMEOUT
    )
    opinion = consult(endpoint, article.text, extraction)
    if opinion.failure:
        logger.warning("article %d: the chat endpoint %s", article.pk, opinion.failure)
    return opinion.extraction


def _store_sentences(article: Article, extraction: Extraction) -> dict[int, Sentence]:
    """Return the stored sentences by start."""
    Sentence.objects.bulk_create(
        [
            Sentence(
                article=article,
                engine=extraction.engine,
                start=found.start,
                end=found.end,
                kind=found.kind,
                score=found.score,
                selected=found.selected,
                repeats=found.repeats,
                reasons=reason_rows(found.reasons),
                **_said(article, found),
            )
            for found in extraction.sentences
        ],
        ignore_conflicts=True,
    )
    stored = Sentence.objects.filter(article=article, engine=extraction.engine)
    return {sentence.start: sentence for sentence in stored}


def _store_appearances(
    article: Article, extraction: Extraction, sentences: dict[int, Sentence]
) -> None:
    """Store an appearance per selected sentence; a repeat points at the first of its group.

    The sentence all of a group repeat may be a headline, which is no appearance: the first of
    them that is one stands for it.
    """
    first_of: dict[int, Appearance] = {}
    for found in extraction.sentences:
        if not found.selected:
            continue
        group = found.start if found.repeats is None else found.repeats
        repeated = first_of.get(group)
        appearance, _made = Appearance.objects.get_or_create(
            article=article,
            start=found.start,
            end=found.end,
            defaults={
                "sentence": sentences[found.start],
                "text": article.text[found.start : found.end],
                "score": found.score,
                "reasons": reason_rows(found.reasons),
                "repeats": repeated,
                **_said(article, found),
            },
        )
        first_of.setdefault(group, appearance)


def _said(article: Article, found: Found) -> dict[str, object]:
    return {
        "speaker": found.speaker.name[:200] if found.speaker else "",
        "quantities": quantity_rows(found.quantities),
        "dates": date_rows(found.dates),
        "units": unit_rows(found.units, article.text),
    }
