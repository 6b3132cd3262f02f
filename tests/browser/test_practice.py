"""The practice claim in a browser: in Indonesian, with a telephone at night, by keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from factcheck.accounts.models import Practice, User
from reviews.domain.practice import story_in
from tests.browser.desk import OpenDesk
from tests.browser.dresses import INDONESIAN
from tests.browser.test_holds import in_database
from tests.chromium import needs_chromium

pytestmark = [
    pytest.mark.browser,
    needs_chromium,
    pytest.mark.timeout(180),
    pytest.mark.django_db(transaction=True),
]


def test_a_new_person_does_the_practice_claim_by_keyboard(
    fact_checker: User, open_desk: OpenDesk
) -> None:
    User.objects.filter(pk=fact_checker.pk).update(practice=Practice.OFFERED)
    desk = open_desk(replace(INDONESIAN, by_keyboard=True))
    desk.log_in(fact_checker.username)
    page, keys = desk.page, desk.page.keyboard
    desk.press(desk.link("Try the practice claim"))
    desk.sees("Read the claim in its article")
    desk.check()
    keys.press("t")

    desk.sees("step %(number)s of %(of)s", number=2, of=4)
    desk.type(desk.field("Passage"), story_in("id").rows[1], key="e")
    desk.check()
    keys.press("Control+Enter")

    desk.sees("step %(number)s of %(of)s", number=3, of=4)
    keys.press("4")
    expect(page.get_by_role("radio").nth(3)).to_be_checked()
    desk.type(desk.field("Summary"), "It lent half as many again, not twice as many.")
    desk.type(desk.field("Rationale"), "1, 2: both years stand in the register.")
    desk.check()
    keys.press("Control+Enter")

    desk.sees(
        "You weighed both: the figure is right, the comparison is not. Which of the steps in"
        " between fits best is what reviewers may see differently."
    )
    desk.check()
    keys.press("Control+Enter")
    expect(desk.button("Take your first claim")).to_be_visible()
    desk.check()
    assert in_database(lambda: User.objects.get(pk=fact_checker.pk).practice) == Practice.DONE
