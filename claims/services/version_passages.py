"""The claims of a page stay its claims in the next version, where the passage is still there."""

from __future__ import annotations

from django.db import transaction

from claims.extraction.types import Span
from claims.matching.types import MatchReason
from claims.models import Appearance, Article, Sentence
from claims.models.values import match_reason_rows
from claims.selectors.article_versions import Passage, passages_of_version
from claims.services.articles import article_lock_step
from claims.services.locks import matching_lock
from factcheck.audit.log import record

REASONS = match_reason_rows([MatchReason("same_passage", 1.0)])
COPIED = ("speaker", "quantities", "dates", "units", "score", "reasons")


def passages_carry_over(*, article: Article) -> None:
    """Give the passages of `article` that the version before has too the claims they have there.

    One that a person marked, and the machine did not choose again, appears here as well. Running
    it twice leaves the same rows. A passage that was changed is left to the matcher.
    """
    intact = [each for each in passages_of_version(article) if each.is_intact]
    if not intact:
        return
    with transaction.atomic():
        if not article_lock_step(article=article):
            return
        matching_lock()
        carried = {
            str(made.pk): made.claim_id for each in intact for made in _carried(article, each)
        }
        if carried:
            after = {"claims": carried}
            record(actor=None, action="article.carry_over", target=article, after=after)


def _carried(article: Article, passage: Passage) -> list[Appearance]:
    """Return the appearances of the passage in `article` that got its claim now."""
    if passage.found is None:
        return []
    span = passage.found.span
    # Asked again: people may have merged or moved it since the passages were read.
    claim_id = Appearance.objects.values_list("claim", flat=True).get(pk=passage.appearance.pk)
    here = Appearance.objects.filter(article=article, start__lt=span.end, end__gt=span.start)
    made = list(here.select_for_update(no_key=True).order_by("start"))
    if not made:
        made = [_copied(article, passage, span)]
    waiting = [each for each in made if each.claim_id is None and _is_same(each, passage)]
    for each in waiting:
        each.claim_id = claim_id
        each.match_similarity, each.match_reasons = 1.0, REASONS
        each.save()
    return waiting


def _is_same(here: Appearance, passage: Passage) -> bool:
    """Say whether it is the passage and no longer sentence around it; a full stop is no matter."""
    return abs(len(here.text) - len(passage.now)) <= 2


def _copied(article: Article, passage: Passage, span: Span) -> Appearance:
    """Return an appearance of the passage in `article`, not stored yet."""
    sentences = Sentence.objects.filter(article=article, start=span.start, end=span.end)
    return Appearance(
        article=article,
        sentence=sentences.last(),
        start=span.start,
        end=span.end,
        text=passage.now,
        **{name: getattr(passage.appearance, name) for name in COPIED},
    )
