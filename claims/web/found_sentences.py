"""The sentences of an article as its page lists them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.extraction.types import Span
from claims.models import Article, Sentence, SentenceMark
from claims.models.sentence import SentenceKind
from claims.selectors.articles import article_sentences
from claims.selectors.sentence_marks import article_marks
from claims.web.marked_text import Mark
from factcheck.accounts.models import User
from reviews.domain.states import REVIEWERS


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence, its words, and what the machine and people made of it.

    `is_raised` says that it goes to people, whoever raised it; `url` is the workspace of its
    claim ("" while there is none). `own` is the current mark of whoever looks, `others` are those
    of everybody else.
    """

    row: Sentence
    text: str
    is_raised: bool
    url: str
    own: SentenceMark | None
    others: tuple[SentenceMark, ...]
    may_mark: bool

    @property
    def anchor(self) -> str:
        """Return the id of the sentence on the page."""
        return f"sentence-{self.row.pk}"


@dataclass(frozen=True, slots=True)
class FoundSentences:
    """What goes to people, and what was left aside, in the order of the text."""

    raised: list[FoundSentence]
    left_aside: list[FoundSentence]


def found_sentences(article: Article, reader: User, links: Mapping[Span, str]) -> FoundSentences:
    """Return all sentences of the article's newest run as `reader` sees them.

    `links` are the addresses of the workspaces by the span of each appearance.
    """
    marks = article_marks(article)
    found = [
        found_sentence(article.text, row, reader, links, marks)
        for row in article_sentences(article)
    ]
    return FoundSentences(
        [each for each in found if each.is_raised],
        [each for each in found if not each.is_raised],
    )


def found_sentence(
    text: str,
    row: Sentence,
    reader: User,
    links: Mapping[Span, str],
    marks: Mapping[Span, Sequence[SentenceMark]],
) -> FoundSentence:
    """Return one sentence of the article `text` as `reader` sees it; `links` as above."""
    span = Span(row.start, row.end)
    said = marks.get(span, ())
    return FoundSentence(
        row=row,
        text=span.of(text),
        is_raised=span in links,
        url=links.get(span, ""),
        own=next((mark for mark in said if mark.by_id == reader.pk), None),
        others=tuple(mark for mark in said if mark.by_id != reader.pk),
        may_mark=bool(REVIEWERS & reader.roles),
    )


def places_to_mark(found: FoundSentences) -> list[Mark]:
    """Return where the text shows that a sentence of it was left aside and may be marked."""
    return [
        Mark(each.row.start, each.row.end, each.row.score, f"#{each.anchor}", is_raised=False)
        for each in found.left_aside
        if each.may_mark and each.row.kind == SentenceKind.BODY
    ]
