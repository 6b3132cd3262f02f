"""What there is to choose from in the filters of the queue, found without reading every claim."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from factcheck.accounts.models import User
from factcheck.prepared import rows
from reviews.domain.states import EDITORS, REVIEWERS
from reviews.models import Tag

MOST_SOURCES = 500
# Steps from one language to the next over the index: DISTINCT would read every entry of it.
LANGUAGES = """
WITH RECURSIVE known AS (
    SELECT min(language) AS language FROM claims_claim
    UNION ALL
    SELECT (SELECT min(language) FROM claims_claim WHERE language > known.language)
    FROM known WHERE known.language IS NOT NULL
)
SELECT language FROM known WHERE language <> ''
"""
SOURCES = "SELECT id, name FROM claims_source ORDER BY name LIMIT %(most)s"
TAGS = "SELECT id, name FROM reviews_tag WHERE retired_at IS NULL ORDER BY name"


@dataclass(frozen=True, slots=True)
class TriageChoices:
    """The tags in use, and the people who may review."""

    tags: list[Tag]
    people: list[User]


@dataclass(frozen=True, slots=True)
class QueueChoices(TriageChoices):
    """The languages of claims besides, and the outlets as (id, name)."""

    languages: list[str]
    sources: list[tuple[int, str]]


def triage_choices(actor: User) -> TriageChoices:
    """Return what an order for items offers to `actor`: only editors assign to others."""
    oneself = [actor] if REVIEWERS & actor.roles else []
    return TriageChoices(_tags(), _people() if EDITORS & actor.roles else oneself)


def queue_choices() -> QueueChoices:
    """Return what the filters of the queue offer."""
    return QueueChoices(
        tags=_tags(),
        people=_people(),
        languages=claim_languages(),
        sources=[(source, name) for source, name in rows(SOURCES, {"most": MOST_SOURCES})],
    )


def _people() -> list[User]:
    """Return the reviewers with what names them and what they may do is asked by, no more."""
    return list(
        reviewers().only("username", "first_name", "last_name", "is_active", "is_superuser")
    )


def _tags() -> list[Tag]:
    return [Tag(id=tag, name=name) for tag, name in rows(TAGS, {})]


def claim_languages() -> list[str]:
    """Return the languages claims are in, as BCP 47 tags."""
    return [language for (language,) in rows(LANGUAGES, {})]


def reviewers() -> QuerySet[User]:
    """Return the people an item can be assigned to."""
    people = User.objects.filter(is_active=True, groups__name__in=sorted(REVIEWERS))
    return people.distinct().order_by("username")
