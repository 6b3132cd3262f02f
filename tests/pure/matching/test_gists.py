"""Two articles tell one story or two, and what their sentences have in common means as much."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from claims.extraction.pipeline import extract
from claims.matching.compare import compare, score
from claims.matching.gists import gist_of
from claims.matching.statements import statements_of
from claims.matching.types import Comparison, Gist, Statement
from tests.pure.matching.two_stories import DAM, FOOTBALL, WADUK


@cache
def told(text: str, language: str, beginning: str) -> Statement:
    """Return the statement of the sentence that begins so, as its article tells it."""
    found = extract(text, language=language)
    statements = statements_of(text, found, found.sentences, text[:20])
    return next(each for each in statements if each.text.startswith(beginning))


# Fixtures, for to import this module must not wake the engine: its threads survive no fork.
@pytest.fixture
def held() -> Statement:
    return told(DAM, "en", "Police arrested")


@pytest.fixture
def ditangkap() -> Statement:
    return told(WADUK, "id", "Polisi menangkap")


@pytest.fixture
def in_stadium() -> Statement:
    return told(FOOTBALL, "en", "Police counted")


def against(comparison: Comparison) -> float:
    """Return what it counts that the articles are about something else."""
    reasons = [each for each in comparison.reasons if each.signal == "other_story"]
    return sum(each.weight for each in reasons)


def test_a_gist_is_a_vector_of_unit_length(held: Statement) -> None:
    assert np.linalg.norm(held.gist) == pytest.approx(1, abs=1e-4)


def test_articles_of_one_story_are_near_in_two_languages_and_of_two_are_not(
    held: Statement, ditangkap: Statement, in_stadium: Statement
) -> None:
    assert np.dot(held.gist, ditangkap.gist) > 0.5
    assert np.dot(held.gist, in_stadium.gist) < 0.2


def test_one_figure_in_two_stories_speaks_less_for_one_question(
    held: Statement, in_stadium: Statement
) -> None:
    apart = compare(held, in_stadium)
    alone = compare(replace(held, gist=()), replace(in_stadium, gist=()))
    assert against(apart) < 0
    assert score(apart.reasons) == pytest.approx(score(alone.reasons) + against(apart))


@pytest.mark.parametrize(
    ("nearness", "counts"), [(1.0, 0), (0.2, 0), (0.15, -2.5), (0.1, -5), (0.0, -5), (-1.0, -5)]
)
def test_it_counts_from_where_one_story_ends_and_no_further_than_where_another_begins(
    nearness: float, counts: float, held: Statement, in_stadium: Statement
) -> None:
    one: Gist = (1.0, 0.0)
    other: Gist = (nearness, math.sqrt(1 - nearness**2))
    apart = compare(replace(held, gist=one), replace(in_stadium, gist=other))
    assert against(apart) == pytest.approx(counts)


def test_nothing_speaks_against_a_story_that_is_not_known(
    held: Statement, in_stadium: Statement
) -> None:
    assert against(compare(held, replace(in_stadium, gist=()))) == 0


def test_a_notice_of_a_few_sentences_has_no_gist() -> None:
    notice = "\n".join(DAM.splitlines()[:4])
    assert gist_of(notice, extract(notice, language="en")) == ()


def test_a_book_is_about_what_it_begins_with() -> None:
    chapters = f"{DAM}\n" * 17
    gists = [gist_of(text, extract(text)) for text in (chapters, f"{chapters}{FOOTBALL * 9}")]
    assert gists[0] == pytest.approx(gists[1])


def test_an_article_in_a_language_without_a_mean_has_a_gist() -> None:
    text = "\n".join(f"Der Damm hat {number} Meter Höhe." for number in range(20, 27))
    assert len(gist_of(text, replace(extract(text), language="de"))) == 384
