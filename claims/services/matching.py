"""Stage two of an article: its appearances join known claims or make new ones."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from django.db import connection, transaction
from django.db.models import Q
from pgvector.django import CosineDistance

from claims.matching.compare import compare, score
from claims.matching.crowding import crowding_among
from claims.matching.embeddings import embed_statements
from claims.matching.grouping import are_one_family
from claims.matching.topics import main_subject
from claims.matching.types import Comparison, Statement
from claims.models import Appearance, Article, Claim, ClaimRelation, Family, Stage
from claims.models.values import dates_of, match_reason_rows, quantities_of
from claims.selectors.statements import with_statements
from claims.services.articles import article_end_step, article_lock_step
from claims.services.checked_before import earlier_checks_match
from claims.services.version_passages import passages_carry_over
from factcheck.audit.log import record

Compared = tuple[Claim, Comparison]

CANDIDATES = 20
FAMILY_SAMPLE = 20  # the oldest members of a family speak for it
# One writer of claims at a time: two workers with the same new claim must make one of it.
MATCH_LOCK = 0x6D61746368


def article_match(*, article: Article) -> None:
    """Give every appearance of the article its claim. Running it twice leaves the same rows."""
    passages_carry_over(article=article)
    waiting = list(article.appearances.filter(claim__isnull=True).order_by("start"))
    vectors = embed_statements(
        [appearance.text for appearance in waiting], [article.language] * len(waiting)
    )
    about = main_subject(article.text)
    with transaction.atomic():
        if not article_lock_step(article=article):
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MATCH_LOCK])
        for appearance, vector in zip(waiting, vectors, strict=True):
            _place(appearance, _statement(appearance, vector, article.language, about))
        # A person may have marked a sentence since `waiting` was read: match that one too.
        left = article.appearances.filter(claim__isnull=True).exists()
        article_end_step(article=article, next_stage=Stage.MATCH if left else Stage.QUEUE)
        placed = {str(appearance.pk): appearance.claim_id for appearance in waiting}
        record(actor=None, action="article.match", target=article, after={"claims": placed})


def _place(appearance: Appearance, statement: Statement) -> None:
    """Join the claim the appearance repeats or matches best; else make a new claim of it."""
    if appearance.repeats_id:
        appearance.claim = Appearance.objects.get(pk=appearance.repeats_id).claim
        appearance.save(update_fields=["claim"])
        return
    near = _near(statement)
    crowding = _crowding(statement, near)
    compared = [(claim, compare(statement, other, crowding)) for claim, other in near]
    same = [pair for pair in compared if pair[1].outcome == "same"]
    if same:
        claim, comparison = max(same, key=lambda pair: pair[1].similarity)
        _join(appearance, claim, comparison)
        return
    claim = _new_claim(appearance, statement)
    _relate(claim, statement, compared, crowding)
    earlier_checks_match(claim=claim, statement=statement)


def _near(statement: Statement) -> list[tuple[Claim, Statement]]:
    """Return the claims nearest to `statement` with their statements, nearest first."""
    claims = Claim.objects.filter(merged_into__isnull=True)
    distance = CosineDistance("vector", list(statement.vector))
    return with_statements(claims.order_by(distance)[:CANDIDATES])


def _crowding(statement: Statement, near: Sequence[tuple[Claim, Statement]]) -> float:
    """Return how close the claims around a statement are to it."""
    cosines = [np.dot(statement.vector, other.vector) for _claim, other in near]
    return float(crowding_among(np.array([cosines]))[0])


def _statement(appearance: Appearance, vector: np.ndarray, language: str, about: str) -> Statement:
    return Statement(
        text=appearance.text,
        language=language,
        vector=tuple(map(float, vector)),
        speaker=appearance.speaker,
        quantities=quantities_of(appearance.quantities),
        dates=dates_of(appearance.dates),
        document=str(appearance.article_id),
        about=about,
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
        vector=list(statement.vector),
        about=statement.about,
    )
    appearance.claim = claim
    appearance.save(update_fields=["claim"])
    return claim


def _relate(
    claim: Claim, statement: Statement, compared: Sequence[Compared], crowding: float
) -> None:
    """Store what differs and what is only related; a differing claim's family is joined."""
    differing = [pair for pair in compared if pair[1].outcome == "differs"]
    refused: set[int | None] = set()
    for other, _comparison in sorted(differing, key=lambda pair: -pair[1].similarity):
        if other.family_id in refused - {None}:
            continue
        if _join_family(claim, statement, other, crowding):
            break
        refused.add(other.family_id)
    ClaimRelation.objects.bulk_create(
        ClaimRelation(
            lower=other,
            higher=claim,
            outcome=comparison.outcome,
            aspects=list(comparison.aspects),
            similarity=comparison.similarity,
            reasons=match_reason_rows(comparison.reasons),
        )
        for other, comparison in compared
        if comparison.outcome in ("differs", "related")
    )


def _join_family(claim: Claim, statement: Statement, other: Claim, crowding: float) -> bool:
    """Put `claim` into the family of `other`, if it belongs with the whole of it."""
    family = Q(family__isnull=False, family=other.family_id)
    claims = Claim.objects.filter(Q(pk=other.pk) | family).order_by("pk")
    members = with_statements(claims[:FAMILY_SAMPLE])
    compared = [compare(statement, member, crowding) for _claim, member in members]
    if not are_one_family([score(each.reasons) for each in compared]):
        return False
    if other.family is None:
        other.family = Family.objects.create()
        other.save(update_fields=["family"])
    claim.family = other.family
    claim.save(update_fields=["family"])
    return True
