"""How good the machine's choice of sentences was, by the marks of people, as it was made.

Counted as `manage.py scorecard --set feedback` counts, which reads each marked article again with
the rules of today; here it is what the machine chose when the article came in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.models import MarkLabel
from claims.models.sentence import PERSON
from factcheck.prepared import rows
from reviews.domain.dashboard_window import Window

# A sentence answers for a mark if it brings at least half of it to the reader.
MARKS = f"""
SELECT article.language, coalesce(article.source_id, 0), count(*) FILTER (WHERE wanted),
    count(*) FILTER (WHERE chosen), count(*) FILTER (WHERE wanted AND chosen), count(*)
FROM (
    SELECT mark.article_id, mark.label = '{MarkLabel.CHECK}' AS wanted, coalesce((
        SELECT bool_or(sentence.selected) FROM claims_sentence sentence
        WHERE sentence.article_id = mark.article_id
            AND sentence.engine = (
                SELECT engine FROM claims_sentence newest
                WHERE newest.article_id = mark.article_id AND newest.engine <> '{PERSON}'
                ORDER BY newest.id DESC LIMIT 1)
            AND 2 * (least(sentence."end", mark."end") - greatest(sentence.start, mark.start))
                >= mark."end" - mark.start
    ), false) AS chosen
    FROM claims_sentencemark mark
    WHERE mark.withdrawn_at IS NULL
        AND mark.at >= (%(first)s::date::timestamp AT TIME ZONE %(zone)s::text)
        AND mark.at < ((%(last)s::date + 1)::timestamp AT TIME ZONE %(zone)s::text)
) AS judged JOIN claims_article article ON article.id = judged.article_id
GROUP BY 1, 2"""  # noqa: S608 (of our own names alone)


@dataclass(frozen=True, slots=True)
class Card:
    """Marked sentences: how many, how many should be checked, were chosen, and both."""

    marks: int = 0
    wanted: int = 0
    chosen: int = 0
    both: int = 0

    def __add__(self, other: Card) -> Card:
        return Card(
            self.marks + other.marks,
            self.wanted + other.wanted,
            self.chosen + other.chosen,
            self.both + other.both,
        )

    @property
    def precision(self) -> float | None:
        """Return the share of the chosen that should be checked, 0 to 1; None of no chosen."""
        return self.both / self.chosen if self.chosen else None

    @property
    def recall(self) -> float | None:
        """Return the share of what should be checked that was chosen; None of nothing."""
        return self.both / self.wanted if self.wanted else None


@dataclass(frozen=True, slots=True)
class Marks:
    """The cards of the marks made in a window; outlets by id, 0 for articles of none."""

    all: Card
    languages: Mapping[str, Card]
    sources: Mapping[int, Card]


def marks_of(window: Window, zone: str) -> Marks:
    """Return how the choice was judged by the marks made on the days of the window."""
    languages: dict[str, Card] = {}
    sources: dict[int, Card] = {}
    asked = {"first": window.first, "last": window.last, "zone": zone}
    for language, source, wanted, chosen, both, marks in rows(MARKS, asked):
        card = Card(marks, wanted, chosen, both)
        languages[language] = languages.get(language, Card()) + card
        sources[source] = sources.get(source, Card()) + card
    return Marks(sum(languages.values(), Card()), dict(sorted(languages.items())), sources)
