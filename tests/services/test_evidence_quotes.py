"""The quotation of evidence is chosen in the copy of its page, while nothing rests on it."""

from __future__ import annotations

import pytest

from claims.models import Evidence, PageWatch
from factcheck.accounts.models import User
from factcheck.errors import DeskError, NotAllowed, Stale
from reviews.services.evidence_quotes import evidence_quote
from tests.audit import assert_chain_is_intact, events_of
from tests.factories import keep_copy, make_claim, make_evidence
from tests.walks import drafted_verdict, sign_off

PAGE = "The table counts 2.4 million 😀 containers.\nIt was made by hand.\nIt was made by hand."
OLD = "2.4 million containers"
NEW = "2.4 million 😀 containers.\nIt was made"


@pytest.fixture
def evidence(fact_checker: User) -> Evidence:
    """Evidence whose quotation is not in its copy."""
    row = keep_copy(make_evidence(make_claim(), fact_checker, quote=OLD), PAGE)
    PageWatch.objects.filter(evidence=row).update(quote_found="missing", gone_times=1)
    return row


def test_words_of_the_copy_become_the_quotation_as_it_has_them(
    evidence: Evidence, fact_checker: User
) -> None:
    quote = NEW.replace("\n", "  ").upper()
    row = evidence_quote(evidence=evidence, actor=fact_checker, quote=quote, based_on=OLD)
    assert row.quote == Evidence.objects.get().quote == NEW
    watch = PageWatch.objects.get()
    assert (watch.quote_found, watch.gone_times, watch.latest) == ("exact", 0, None)
    assert events_of(row)[-1] == "evidence.quote"
    again = evidence_quote(evidence=evidence, actor=fact_checker, quote=NEW, based_on=OLD)
    assert events_of(again).count("evidence.quote") == 1
    assert_chain_is_intact()


@pytest.mark.parametrize(
    ("quote", "code"),
    [("2.5 million boats", "not_found"), (" ", "invalid"), ("a\x00b", "no_text")],
)
def test_what_the_copy_has_not_is_no_quotation(
    evidence: Evidence, fact_checker: User, quote: str, code: str
) -> None:
    with pytest.raises(DeskError) as refusal:
        evidence_quote(evidence=evidence, actor=fact_checker, quote=quote, based_on=OLD)
    assert refusal.value.code == code
    assert Evidence.objects.get().quote == OLD


def test_a_quotation_changed_meanwhile_is_not_written_over(
    evidence: Evidence, fact_checker: User
) -> None:
    evidence_quote(evidence=evidence, actor=fact_checker, quote=NEW, based_on=OLD)
    with pytest.raises(Stale) as refusal:
        evidence_quote(evidence=evidence, actor=fact_checker, quote="The table", based_on=OLD)
    assert refusal.value.current == {"quote": NEW}


def test_the_adder_and_editors_choose_and_nobody_else(
    evidence: Evidence, second_checker: User, administrator: User, editor: User
) -> None:
    for person in (second_checker, administrator):
        with pytest.raises(NotAllowed):
            evidence_quote(evidence=evidence, actor=person, quote=NEW, based_on=OLD)
    evidence_quote(evidence=evidence, actor=editor, quote=NEW, based_on=OLD)


def test_it_takes_a_copy(fact_checker: User) -> None:
    bare = make_evidence(make_claim(), fact_checker, quote=OLD)
    with pytest.raises(DeskError) as refusal:
        evidence_quote(evidence=bare, actor=fact_checker, quote=NEW, based_on=OLD)
    assert refusal.value.code == "no_copy"


def test_what_a_review_or_a_verdict_rests_on_stays(fact_checker: User, editor: User) -> None:
    draft = drafted_verdict(fact_checker)
    evidence = keep_copy(draft.claim.evidence.get(), PAGE)
    evidence_quote(evidence=evidence, actor=editor, quote=NEW, based_on=evidence.quote)
    draft.item.reviews.get().evidence.add(evidence)
    assert refusal_of(evidence, editor) == "cited"
    draft.item.reviews.get().evidence.clear()
    sign_off(draft, editor)
    assert refusal_of(evidence, editor) == "cited"


def refusal_of(evidence: Evidence, actor: User) -> str:
    with pytest.raises(DeskError) as refusal:
        evidence_quote(evidence=evidence, actor=actor, quote="The table", based_on=NEW)
    return refusal.value.code
