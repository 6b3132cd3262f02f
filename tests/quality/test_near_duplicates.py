"""Which articles of the starter corpus are taken for copies of one text: precision and recall.

Positives are what outlets do to a report. Negatives are different articles, on one story too,
in the same pages' furniture and with one long quotation in common.
"""

from __future__ import annotations

from itertools import combinations

import pytest

from claims.evidence.near_duplicates import Sketch, is_near_duplicate, sketch
from claims.management.seeds import gold_articles
from claims.scorecard.gold import MarkedArticle
from tests.quality.wire_copies import MENU, PARAGRAPH, edits, writing_of

pytestmark = pytest.mark.quality

RECALL = 0.97
PRECISION = 0.99


def sketched(text: str) -> Sketch:
    found = sketch(text)
    assert found is not None
    return found


def in_a_page(article: MarkedArticle) -> Sketch:
    """Return the sketch of the article in a page like any other's, with a quotation all have."""
    kind = writing_of(article.language)
    return sketched(MENU[kind].format(text=f"{article.text}\n{PARAGRAPH[kind]}"))


def test_copies_of_a_report_are_found_and_reports_of_one_story_kept_apart() -> None:
    articles = list(gold_articles())
    found, missed = 0, []
    for article in articles:
        first = sketched(article.text)
        for name, edit in edits(article.language).items():
            copy = sketched(edit(article.text))
            # As the desk finds them: by a band in common, then by the sketches.
            is_found = bool({*first.bands} & {*copy.bands}) and is_near_duplicate(first, copy)
            found += is_found
            missed += [] if is_found else [(article.name, name)]
    pages = [(article.name, in_a_page(article)) for article in articles]
    wrong = [
        (ours, theirs)
        for (ours, left), (theirs, right) in combinations(pages, 2)
        if is_near_duplicate(left, right)
    ]
    recall, precision = found / (found + len(missed)), found / (found + len(wrong))
    print(f"\nnear-duplicates: recall {recall:.3f} (missed {missed}), precision {precision:.3f}")
    print(f"of {len(pages) * (len(pages) - 1) // 2} pairs apart, taken for one: {wrong}")
    assert recall >= RECALL
    assert precision >= PRECISION
