"""Reviews are independent: nobody reads another's before all that are wanted are in."""

from __future__ import annotations

from factcheck.accounts.models import User
from tests.api.conftest import Signed
from tests.factories import make_item
from tests.walks import review


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
