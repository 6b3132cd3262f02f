"""The versions of a page, and what became in one of the passages quoted from the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F

from claims.evidence.quotations import Found, find_quote
from claims.extraction.types import Span
from claims.models import Appearance, Article
from claims.selectors.articles import article_sentences

CONTEXT = 200  # code points on each side of a passage, to tell it from the same words elsewhere
VERSIONS = """
WITH RECURSIVE earlier AS (
    SELECT id, supersedes_id FROM claims_article WHERE id = %(article)s
    UNION ALL
    SELECT page.id, page.supersedes_id FROM claims_article page
    JOIN earlier ON page.id = earlier.supersedes_id
), later AS (
    SELECT id FROM claims_article WHERE id = %(article)s
    UNION ALL
    SELECT page.id FROM claims_article page JOIN later ON page.supersedes_id = later.id
)
SELECT id FROM earlier UNION SELECT id FROM later
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that was a claim in the version before: where it stands now, and what it says.

    `found` is None and `now` "" when it is gone. A changed one is widened to whole sentences.
    """

    appearance: Appearance
    found: Found | None
    now: str

    @property
    def is_intact(self) -> bool:
        """Return whether it still says the same, but for script, case, blanks and punctuation."""
        return self.found is not None and self.found.how != "fuzzy"


def article_versions(article: Article) -> list[Article]:
    """Return all versions of the page of `article`, the newest first, without their texts."""
    ids = [each.pk for each in Article.objects.raw(VERSIONS, {"article": article.pk})]
    versions = Article.objects.filter(pk__in=ids).select_related("received_by", "source")
    return list(versions.defer("text", "received").order_by("-version"))


def passages_of_version(version: Article) -> list[Passage]:
    """Return what became of each claim of the version before, in the order of its text."""
    before = version.supersedes
    if before is None:
        return []
    made = before.appearances.filter(claim__isnull=False).select_related("claim__merged_into")
    made = made.defer("claim__vector", "claim__merged_into__vector")
    return [
        _passage(version, before.text, appearance)
        for appearance in made.order_by(F("repeats_id").asc(nulls_first=True), "start")
    ]


def _passage(version: Article, text: str, appearance: Appearance) -> Passage:
    found = find_quote(
        version.text,
        appearance.text,
        before=text[max(0, appearance.start - CONTEXT) : appearance.start],
        after=text[appearance.end : appearance.end + CONTEXT],
    )
    if found is None:
        return Passage(appearance, None, "")
    span = found.span if found.how != "fuzzy" else _whole_sentences(version, found.span)
    return Passage(appearance, found, span.of(version.text))


def _whole_sentences(version: Article, span: Span) -> Span:
    """Return the span from the start of its first sentence to the end of its last."""
    spans = list(_spans_meeting(version, span))
    return Span(min((span, *spans)).start, max(each.end for each in (span, *spans)))


def _spans_meeting(version: Article, span: Span) -> Iterator[Span]:
    meeting = article_sentences(version).filter(start__lt=span.end, end__gt=span.start)
    for start, end in meeting.values_list("start", "end"):
        yield Span(start, end)
