"""A reviewer makes a claim of any words of an article that the machine missed."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from claims.evidence.chosen_words import holds_anything, span_chosen, span_of_words
from claims.extraction.types import Span
from claims.models import Appearance, Article, MarkLabel, SentenceMark, Stage
from claims.selectors.sentence_marks import appearances_over, mark_of
from claims.services.locks import article_lock
from claims.services.passages import passage_sentence
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, WrongState
from factcheck.texts import check_text
from reviews.domain.states import State
from reviews.selectors.claim_items import newest_item
from reviews.services.sentence_marks import check_marker, sentence_raise

MOST_CHARACTERS = 1000
MOST_SENT = 4000  # with the blanks a page shows between paragraphs


class IsClaimed(WrongState):
    """The words are a claim already, or part of one: `appearance` is where."""

    code = "is_claim"

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(_("These words are part of a claim already."))
        self.appearance = appearance


def passage_raise(
    *, article: Article, actor: User, words: str, start: int | None = None, end: int | None = None
) -> SentenceMark:
    """Say that these words of the article should be checked; they go the way of a raised sentence.

    `start` and `end` are code points of its text; without them the words are looked for. A claim
    may run over several lines: a page may break a sentence anywhere. Doing it twice leaves the same
    rows. Raises NotAllowed for whoever may not review, InvalidInput naming `words`, WrongState
    `words_differ` when the text has others there, and IsClaimed.
    """
    check_marker(actor)
    check_text("words", words, limit=MOST_SENT)
    span = _span(article.text, words, start, end)
    with transaction.atomic():
        locked = article_lock(article_id=article.pk)
        if locked.stage == Stage.EXTRACT:  # its figures are not known yet, and would never be
            message = _("The machine has not read this article yet. Try again in a moment.")
            raise WrongState(message, code="not_read_yet")
        _check_is_news(locked, span, actor)
        return sentence_raise(sentence=passage_sentence(article=locked, span=span), actor=actor)


def _span(text: str, words: str, start: int | None, end: int | None) -> Span:
    if not holds_anything(words):
        raise InvalidInput("words", _("Give the words of the article that make the claim."))
    if start is None or end is None:
        span = span_of_words(text, words)
        if span is None:
            message = _("These words are not in the article. Copy them from its text.")
            raise InvalidInput("words", message, code="not_found")
    else:
        span = span_chosen(text, words, Span(start, end))
        if span is None:
            message = _("The article does not say this there. Select the words again.")
            raise WrongState(message, code="words_differ")
    if span.end - span.start > MOST_CHARACTERS:
        message = _("A claim has at most %(limit)d characters. Choose fewer words.")
        raise InvalidInput("words", message % {"limit": MOST_CHARACTERS}, code="too_long")
    return span


def _check_is_news(article: Article, span: Span, actor: User) -> None:
    """Raise IsClaimed for words of a claim that stands, unless this person raised just them."""
    for appearance in appearances_over(article, span):
        if _is_dismissed(appearance):
            continue
        is_same = (appearance.start, appearance.end) == (span.start, span.end)
        mark = mark_of(appearance.sentence, actor) if appearance.sentence else None
        if not (is_same and mark is not None and mark.label == MarkLabel.CHECK):
            raise IsClaimed(appearance)


def _is_dismissed(appearance: Appearance) -> bool:
    claim = appearance.claim
    item = newest_item(claim.merged_into_id or claim.pk) if claim else None
    return item is not None and item.state == State.DISMISSED
