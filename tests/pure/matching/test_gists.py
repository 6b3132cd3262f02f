"""Two articles tell one story or two, and what their sentences have in common means as much."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from claims.extraction.pipeline import extract
from claims.matching.compare import compare, score
from claims.matching.gists import gist_of
from claims.matching.statements import statements_of
from claims.matching.types import Comparison, Gist, Statement

DAM = """Villagers of Tumbrek blocked the road to the new dam on Tuesday.
The reservoir is to flood 340 hectares of their fields.
Police arrested 27 people after stones were thrown.
The ministry of public works says the dam will water rice fields of three districts.
Farmers complain that nobody has paid for the land under the reservoir.
Work on the spillway stopped for two days."""
WADUK = """Warga Tumbrek memblokade jalan menuju bendungan baru pada hari Selasa.
Waduk itu akan menenggelamkan 340 hektare sawah mereka.
Polisi menangkap 27 orang setelah terjadi pelemparan batu.
Kementerian Pekerjaan Umum menyatakan bendungan itu akan mengairi sawah di tiga kabupaten.
Petani mengeluh ganti rugi lahan di dalam waduk belum dibayar.
Pekerjaan di saluran pelimpah berhenti selama dua hari."""
FOOTBALL = """Fans of Harbour United stormed the pitch after the final on Saturday.
The referee had refused a goal in the last minute.
Police counted 27 arrests in the stadium and at the station.
The league will decide next week whether the match is played again.
The goalkeeper of the visitors was taken to hospital with a broken hand.
Harbour United had won its five matches before."""


def told(text: str, language: str, beginning: str) -> Statement:
    """Return the statement of the sentence that begins so, as its article tells it."""
    found = extract(text, language=language)
    statements = statements_of(text, found, found.sentences, text[:20])
    return next(each for each in statements if each.text.startswith(beginning))


HELD = told(DAM, "en", "Police arrested")
DITANGKAP = told(WADUK, "id", "Polisi menangkap")
IN_STADIUM = told(FOOTBALL, "en", "Police counted")


def against(comparison: Comparison) -> float:
    """Return what it counts that the articles are about something else."""
    reasons = [each for each in comparison.reasons if each.signal == "other_story"]
    return sum(each.weight for each in reasons)


def test_a_gist_is_a_vector_of_unit_length() -> None:
    assert np.linalg.norm(HELD.gist) == pytest.approx(1, abs=1e-4)


def test_articles_of_one_story_are_near_in_two_languages_and_of_two_are_not() -> None:
    assert np.dot(HELD.gist, DITANGKAP.gist) > 0.5
    assert np.dot(HELD.gist, IN_STADIUM.gist) < 0.2


def test_one_figure_in_two_stories_speaks_less_for_one_question() -> None:
    apart = compare(HELD, IN_STADIUM)
    alone = compare(replace(HELD, gist=()), replace(IN_STADIUM, gist=()))
    assert against(apart) < 0
    assert score(apart.reasons) == pytest.approx(score(alone.reasons) + against(apart))


@pytest.mark.parametrize(
    ("nearness", "counts"), [(1.0, 0), (0.2, 0), (0.15, -2.5), (0.1, -5), (0.0, -5), (-1.0, -5)]
)
def test_it_counts_from_where_one_story_ends_and_no_further_than_where_another_begins(
    nearness: float, counts: float
) -> None:
    one: Gist = (1.0, 0.0)
    other: Gist = (nearness, math.sqrt(1 - nearness**2))
    apart = compare(replace(HELD, gist=one), replace(IN_STADIUM, gist=other))
    assert against(apart) == pytest.approx(counts)


def test_nothing_speaks_against_a_story_that_is_not_known() -> None:
    assert against(compare(HELD, replace(IN_STADIUM, gist=()))) == 0


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
