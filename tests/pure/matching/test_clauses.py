from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.plain import plain
from claims.matching.clauses import clauses
from claims.matching.observation import best_clause_share


def test_each_fact_of_a_long_sentence_is_a_clause() -> None:
    assert clauses("Banjir merendam 900 rumah, sementara dua jembatan putus diterjang arus.") == (
        "Banjir merendam 900 rumah",
        "dua jembatan putus diterjang arus",
    )
    assert len(clauses("新线路全长88公里，总投资120亿元，明年三月建成通车。")) == 3


def test_what_is_too_short_to_say_anything_stays_with_its_neighbour() -> None:
    assert len(clauses("Jalan itu ditutup, katanya.")) == 1


def test_a_figure_is_not_cut_at_its_comma() -> None:
    assert len(clauses("Ekspor naik 12,5 persen menjadi 3.400 ton")) == 1


@given(st.text())
def test_every_text_has_a_clause_and_no_letter_is_added(text: str) -> None:
    found = clauses(text)
    assert found
    assert sum(map(len, found)) <= len(plain(text)) + len(found)


def test_a_fact_across_two_clauses_is_compared_whole() -> None:
    split = "Model ini memiliki performa yang sebanding dengan buatan Norvale, kata pembuatnya"
    assert best_clause_share(split, "其性能与诺韦尔相当") > 0.5
