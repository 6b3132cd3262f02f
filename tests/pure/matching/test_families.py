from __future__ import annotations

from itertools import combinations

from claims.matching.families import families
from tests.pure.matching.corpus import labelled_statements, statement


def test_nothing_has_no_families() -> None:
    assert families([]) == []


def test_a_statement_alone_is_a_family_of_one() -> None:
    assert families([statement("The bridge collapsed.")]) == [(0,)]


def test_every_statement_is_in_exactly_one_family() -> None:
    statements = [found for _, found in labelled_statements()]
    members = [at for family in families(statements) for at in family]
    assert sorted(members) == list(range(len(statements)))


def test_a_claim_that_many_outlets_copied_stays_one_family() -> None:
    copies = [statement("Banjir di Luwu menewaskan 23 orang.", "id", "23 orang")] * 15
    assert families(copies) == [tuple(range(15))]


def test_it_finds_the_families_of_four_languages_and_joins_no_others() -> None:
    labelled = labelled_statements()
    home = {
        at: number
        for number, family in enumerate(families([found for _, found in labelled]))
        for at in family
    }
    wanted = together = wrong = 0
    for left, right in combinations(range(len(labelled)), 2):
        joined = home[left] == home[right]
        same = labelled[left][0] == labelled[right][0]
        wanted += same
        together += same and joined
        wrong += joined and not same
    assert wrong == 0
    assert together / wanted >= 0.84
