"""Reviews are independent: nobody reads another's before all that are wanted are in."""

from __future__ import annotations

from factcheck.accounts.models import User
from reviews.services.more_reviews import review_ask
from reviews.services.verdicts import verdict_resubmit, verdict_send_back
from tests.api.conftest import Signed
from tests.factories import make_item
from tests.walks import REVIEW, drafted_verdict, review


def test_others_reviews_show_only_when_all_wanted_are_in(
    signed: Signed, fact_checker: User, second_checker: User, editor: User
) -> None:
    item = make_item(reviews_wanted=2)
    path = f"/api/v1/queue/{item.pk}/reviews"
    review(item, fact_checker)

    assert [row["reviewer"] for row in signed(fact_checker).get(path).data] == ["checker"]
    assert signed(second_checker).get(path).data == []
    assert signed(editor).get(path).data == []

    review(item, second_checker)
    shown = [row["reviewer"] for row in signed(editor).get(path).data]
    assert shown == ["checker", "second-checker"]


def test_a_draft_that_waits_for_one_review_more_shows_to_nobody_who_could_give_it(
    signed: Signed, fact_checker: User, editor: User, second_editor: User, administrator: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    path = f"/api/v1/verdicts/{verdict.pk}"
    assert signed(second_editor).get(path).data["summary"] == REVIEW.summary
    review_ask(item=verdict.item, actor=editor, note="A minister is quoted.")

    assert signed(second_editor).get(path).status_code == 404
    for reader in (fact_checker, administrator):  # who reviewed already, and who never does
        assert signed(reader).get(path).data["summary"] == REVIEW.summary

    review(verdict.item, second_editor)
    for reader in (editor, second_editor):
        assert signed(reader).get(path).data["summary"] == REVIEW.summary


def test_a_note_about_a_draft_says_only_that_it_is_hidden(
    signed: Signed, fact_checker: User, editor: User, second_editor: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    verdict_send_back(verdict=verdict, actor=editor, note="False is too hard.")
    verdict_resubmit(verdict=verdict, actor=fact_checker)
    review_ask(item=verdict.item, actor=editor, note="A minister is quoted.")

    def notes(reader: User) -> list[str]:
        moves = signed(reader).get(f"/api/v1/queue/{verdict.item_id}").data["moves"]
        return [move["note"] for move in moves if move["note"]]

    assert notes(fact_checker) == ["False is too hard.", "A minister is quoted."]
    hidden, shown = notes(second_editor)
    assert "hidden" in hidden
    assert shown == "A minister is quoted."
