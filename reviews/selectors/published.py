"""What readers find: published verdicts by words, rating and language, and the scale in use."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet, Subquery

from claims.extraction.folding import simplify, traditionalise
from factcheck.prepared import rows
from reviews.models import Rating, Scale, Verdict, VerdictStatus
from reviews.selectors.queue_choices import LANGUAGES
from reviews.selectors.verdicts import verdicts_published

PAGE = 20
# Of each language any one verdict is enough: DISTINCT would read all, on every visit of the index.
LANGUAGES_PUBLISHED = f"""
SELECT language FROM ({LANGUAGES}) AS known
WHERE EXISTS (
    SELECT FROM claims_claim claim JOIN reviews_verdict verdict ON verdict.claim_id = claim.id
    WHERE claim.language = known.language AND verdict.status = '{VerdictStatus.PUBLISHED}')
ORDER BY language"""  # noqa: S608 (of our own names alone)


@dataclass(frozen=True, slots=True)
class VerdictSearch:
    """What to list. "" leaves a thing open; `before` continues after a verdict's id."""

    words: str = ""
    rating: str = ""
    language: str = ""
    before: int | None = None


@dataclass(frozen=True, slots=True)
class VerdictPage:
    """One page of verdicts, newest first; `next_before` is the `before` of the next, if any."""

    verdicts: list[Verdict]
    next_before: int | None


def verdicts_page(search: VerdictSearch) -> VerdictPage:
    """Return a page of current verdicts. All words have to occur in the claim or the summary."""
    verdicts = verdicts_published()
    for word in search.words.split():
        verdicts = verdicts.filter(_says(word))
    if search.rating:
        verdicts = verdicts.filter(rating__slug=search.rating)
    if search.language:
        verdicts = verdicts.filter(claim__language=search.language)
    found = list(_after(verdicts, search.before)[: PAGE + 1])
    return VerdictPage(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None)


def published_languages() -> list[str]:
    """Return the languages of the claims that have a published verdict."""
    return [language for (language,) in rows(LANGUAGES_PUBLISHED, {})]


def scale_ratings() -> list[Rating]:
    """Return the ratings of the newest scale, lowest number first."""
    scale = Scale.objects.order_by("-version")[:1]
    return list(Rating.objects.filter(scale__in=scale).select_related("scale").order_by("number"))


def _says(word: str) -> Q:
    """Return the condition that a verdict has the word, in whichever Chinese script it is asked."""
    said = Q()
    for script in dict.fromkeys((word, simplify(word), traditionalise(word))):
        for field in ("claim__text", "clarified", "claim__speaker", "summary"):
            said |= Q(**{f"{field}__icontains": script})
    return said


def _after(verdicts: QuerySet[Verdict], before: int | None) -> QuerySet[Verdict]:
    if before is None:
        return verdicts
    at = Verdict.objects.filter(pk=before).values("published_at")
    return verdicts.filter(
        Q(published_at__lt=Subquery(at)) | Q(published_at=Subquery(at), pk__lt=before)
    )
