"""Stage two of an article: its appearances join known claims or make new ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from django.db import transaction

from claims.matching.compare import SAME_SIMILARITY_TRANSLATED, compare
from claims.matching.crowding import crowding_among
from claims.matching.embeddings import embed_statements
from claims.matching.keys import keys_of
from claims.matching.topics import main_subject
from claims.matching.types import Comparison, Gist, Statement
from claims.models import Appearance, Article, Claim, Stage
from claims.models.values import dates_of, match_reason_rows, quantities_of
from claims.selectors.candidates import claims_to_be_near, near_claims
from claims.selectors.decisions import put_by_people
from claims.selectors.statements import gist_of_article
from claims.services.articles import article_end_step, article_lock_step
from claims.services.checked_before_matching import earlier_checks_match
from claims.services.locks import matching_lock
from claims.services.placing import BY_PEOPLE
from claims.services.relating import Arrival, claims_relate_step
from claims.services.version_passages import passages_carry_over
from factcheck.audit.log import record

Compared = tuple[Claim, Comparison]
Near = Sequence[tuple[Claim, Statement]]


def article_match(*, article: Article) -> None:
    """Give every appearance of the article its claim. Running it twice leaves the same rows."""
    passages_carry_over(article=article)
    waiting = list(article.appearances.filter(claim__isnull=True).order_by("start"))
    vectors = embed_statements(
        [appearance.text for appearance in waiting], [article.language] * len(waiting)
    )
    about, gist = main_subject(article.text), gist_of_article(article.pk)
    with transaction.atomic():
        if not article_lock_step(article=article):
            return
        matching_lock()
        others = claims_to_be_near()
        placed = [
            _place(appearance, _statement(appearance, vector, about, gist), others)
            for appearance, vector in zip(waiting, vectors, strict=True)
        ]
        claims_relate_step(arrivals=[each for each in placed if each])
        # A person may have marked a sentence since `waiting` was read: match that one too.
        left = article.appearances.filter(claim__isnull=True).exists()
        article_end_step(article=article, next_stage=Stage.MATCH if left else Stage.QUEUE)
        claims = {str(appearance.pk): appearance.claim_id for appearance in waiting}
        record(actor=None, action="article.match", target=article, after={"claims": claims})


def _place(appearance: Appearance, statement: Statement, others: int) -> Arrival | None:
    """Join the claim the appearance repeats or matches best; else make a new claim of it.

    Where people put this wording it goes too. The words of a claim that was merged lead to the one
    that stands.
    """
    if appearance.repeats_id:
        appearance.claim = Appearance.objects.get(pk=appearance.repeats_id).claim
        appearance.save(update_fields=["claim"])
        return None
    chosen = put_by_people(appearance.text)
    if chosen is not None:
        appearance.claim, appearance.match_reasons = chosen, BY_PEOPLE
        appearance.save(update_fields=["claim", "match_reasons"])
        return None
    near = near_claims(statement)
    joined = _same_claim(statement, near, others)
    if joined:
        claim, comparison = joined
        _join(appearance, claim.merged_into or claim, comparison)
        return None
    return _arrive(appearance, statement, near)


def claim_split_off(*, appearance: Appearance, vector: np.ndarray, about: str) -> Claim:
    """Make a claim of an appearance that a person says is none of its claim's.

    It stands to other claims as any new one; only the person's word is not asked again.
    """
    gist = gist_of_article(appearance.article_id)
    statement = _statement(appearance, vector, about, gist)
    arrival = _arrive(appearance, statement, near_claims(statement))
    claims_relate_step(arrivals=[arrival])
    return arrival.claim


def _arrive(appearance: Appearance, statement: Statement, near: Near) -> Arrival:
    """Make a claim of the appearance; what was merged is no claim to stand near."""
    claim = _new_claim(appearance, statement)
    earlier_checks_match(claim=claim, statement=statement)
    standing = [(other, told) for other, told in near if other.merged_into_id is None]
    return Arrival(claim, statement, standing)


def _same_claim(statement: Statement, near: Near, others: int) -> Compared | None:
    """Return the nearest claim that is the same, or None."""
    cosines = [float(np.dot(statement.vector, other.vector)) for _claim, other in near]
    crowding = float(crowding_among(np.array([cosines]), others)[0])
    compared = [
        (claim, compare(statement, other, crowding))
        for (claim, other), cosine in zip(near, cosines, strict=True)
        if cosine >= SAME_SIMILARITY_TRANSLATED
    ]
    same = [pair for pair in compared if pair[1].outcome == "same"]
    return max(same, key=lambda pair: pair[1].similarity, default=None)


def _statement(appearance: Appearance, vector: np.ndarray, about: str, gist: Gist) -> Statement:
    return Statement(
        text=appearance.text,
        language=appearance.article.language,
        vector=tuple(map(float, vector)),
        speaker=appearance.speaker,
        quantities=quantities_of(appearance.quantities),
        dates=dates_of(appearance.dates),
        document=str(appearance.article_id),
        about=about,
        gist=gist,
    )


def _join(appearance: Appearance, claim: Claim, comparison: Comparison) -> None:
    appearance.claim = claim
    appearance.match_similarity = comparison.similarity
    appearance.match_reasons = match_reason_rows(comparison.reasons)
    appearance.save(update_fields=["claim", "match_similarity", "match_reasons"])


def _new_claim(appearance: Appearance, statement: Statement) -> Claim:
    claim = Claim.objects.create(
        text=appearance.text,
        language=statement.language,
        speaker=appearance.speaker,
        quantities=appearance.quantities,
        dates=appearance.dates,
        units=appearance.units,
        score=appearance.score,
        keys=keys_of(statement.text, statement.quantities),
        vector=list(statement.vector),
        about=statement.about,
    )
    appearance.claim = claim
    appearance.save(update_fields=["claim"])
    return claim
