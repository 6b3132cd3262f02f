"""The words of an article that a comment is about."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from claims.evidence.chosen_words import holds_anything, span_chosen, span_of_words
from claims.extraction.types import Span
from claims.models import Appearance, Article, Claim
from factcheck.errors import InvalidInput, WrongState
from factcheck.texts import check_text
from reviews.selectors.comments import of_claim

MOST_QUOTED = 1000  # characters
MOST_SENT = 4000  # with the blanks a page shows between paragraphs


@dataclass(frozen=True, slots=True)
class Words:
    """Words somebody chose in the article with that id. Without `span` they are looked for."""

    article: int | None
    words: str
    span: Span | None = None


def words_chosen(article: int | None, words: str, start: int | None, end: int | None) -> Words:
    """Return words with where they stand, if both ends of it are known."""
    is_known = start is not None and end is not None
    return Words(article, words, Span(start or 0, end or 0) if is_known else None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand in the frozen text, and how they read there."""

    article: Article
    span: Span

    @property
    def quote(self) -> str:
        """Return the words as the article has them."""
        return self.span.of(self.article.text)


def place_of(claim: Claim, about: Words | None) -> Place | None:
    """Return where the words stand; None without any.

    Raises InvalidInput naming `article` unless the claim was made in it, or `words`, and WrongState
    `words_differ` when the text has others at the span.
    """
    if about is None or not about.words.strip():
        return None
    check_text("words", about.words, limit=MOST_SENT)
    article = _article(claim, about.article)
    span = _span(article.text, about)
    if span.end - span.start > MOST_QUOTED:
        message = _("A comment quotes at most %(limit)d characters. Choose fewer words.")
        raise InvalidInput("words", message % {"limit": MOST_QUOTED}, code="too_long")
    return Place(article, span)


def _article(claim: Claim, pk: int | None) -> Article:
    made = Appearance.objects.filter(of_claim(claim.pk), article=pk).values("article")
    article = Article.objects.defer("received").filter(pk__in=made).first()
    if article is None:
        raise InvalidInput("article", _("This claim was not made in such an article."))
    return article


def _span(text: str, about: Words) -> Span:
    if not holds_anything(about.words):
        raise InvalidInput("words", _("Give the words of the article that you comment on."))
    if about.span is None:
        found = span_of_words(text, about.words)
        if found is None:
            message = _("These words are not in the article. Copy them from its text.")
            raise InvalidInput("words", message, code="not_found")
        return found
    chosen = span_chosen(text, about.words, about.span)
    if chosen is None:
        message = _("The article does not say this there. Select the words again.")
        raise WrongState(message, code="words_differ")
    return chosen
