"""Evidence is added by people of the desk, once, and removed by a mark."""

from __future__ import annotations

import random
from typing import Any

import pytest

from claims.models import Evidence
from claims.services.evidence import evidence_add, evidence_remove
from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed, WrongState
from tests.audit import events_of
from tests.factories import make_claim, make_evidence

FIELDS: dict[str, Any] = {
    "url": "https://statistics.example/ports",
    "publisher": "Bureau of Statistics",
    "stance": "against",
    "kind": "primary",
    "quote": "2.4 million containers",
}


def test_evidence_is_kept_with_who_added_it(fact_checker: User) -> None:
    evidence = evidence_add(claim=make_claim(), actor=fact_checker, **FIELDS)
    assert evidence.added_by == fact_checker
    assert events_of(evidence) == ["evidence.add"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("url", "ftp://statistics.example/ports"),
        ("url", "javascript:alert(1)"),
        ("url", "http://[::1"),
        ("url", "https://"),
        ("url", "https://statistics.example:port/"),
        ("url", "https://statistics example/"),
        ("url", "https://statistics.example/" + "a" * 2000),
        ("publisher", "B" * 201),
        ("title", "T" * 501),
        ("stance", "maybe"),
        ("kind", "rumour"),
    ],
)
def test_what_cannot_be_taken_is_refused_at_its_field(
    fact_checker: User, field: str, value: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        evidence_add(claim=make_claim(), actor=fact_checker, **(FIELDS | {field: value}))
    assert refusal.value.field == field
    assert not Evidence.objects.exists()


def test_the_same_passage_of_the_same_source_is_added_once(fact_checker: User) -> None:
    claim = make_claim()
    evidence_add(claim=claim, actor=fact_checker, **FIELDS)
    with pytest.raises(InvalidInput) as refusal:
        evidence_add(claim=claim, actor=fact_checker, **FIELDS)
    assert refusal.value.code == "duplicate"
    evidence_add(claim=claim, actor=fact_checker, **(FIELDS | {"quote": "Another passage"}))
    assert Evidence.objects.count() == 2


def test_a_passage_of_many_pages_is_taken(fact_checker: User) -> None:
    # An index entry holds under 2,704 bytes; random letters do not compress.
    letters = random.Random(7).choices("abcdefghijklmnopqrstuvwxyz ", k=15_000)
    passage = "".join(letters).strip()
    evidence = evidence_add(claim=make_claim(), actor=fact_checker, **(FIELDS | {"quote": passage}))
    assert Evidence.objects.get(pk=evidence.pk).quote == passage


def test_outsiders_and_administrators_do_not_touch_evidence(
    fact_checker: User, outsider: User, administrator: User
) -> None:
    evidence = make_evidence(make_claim(), fact_checker)
    for person in (outsider, administrator):
        with pytest.raises(NotAllowed):
            evidence_add(claim=evidence.claim, actor=person, **FIELDS)
        with pytest.raises(NotAllowed):
            evidence_remove(evidence=evidence, actor=person)
    assert Evidence.objects.get().removed_at is None


def test_removing_is_a_mark_with_who_and_when(fact_checker: User, editor: User) -> None:
    evidence = make_evidence(make_claim(), fact_checker)
    removed = evidence_remove(evidence=evidence, actor=editor)
    assert removed.removed_by == editor
    assert removed.removed_at is not None
    assert events_of(evidence) == ["evidence.add", "evidence.remove"]


def test_evidence_is_removed_once(fact_checker: User) -> None:
    evidence = make_evidence(make_claim(), fact_checker)
    evidence_remove(evidence=evidence, actor=fact_checker)
    with pytest.raises(WrongState):
        evidence_remove(evidence=evidence, actor=fact_checker)


def test_what_was_removed_can_be_added_again(fact_checker: User) -> None:
    claim = make_claim()
    evidence_remove(
        evidence=evidence_add(claim=claim, actor=fact_checker, **FIELDS), actor=fact_checker
    )
    assert evidence_add(claim=claim, actor=fact_checker, **FIELDS).removed_at is None
