"""A published verdict is corrected, and withdrawn: with a telephone, as readers see it at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk, OpenDesk
from tests.browser.dresses import TRADITIONAL
from tests.browser.page_faults import cut_text
from tests.chromium import needs_chromium
from tests.duties import histories
from tests.duties.histories import verdict_of

pytestmark = [
    pytest.mark.browser,
    needs_chromium,
    pytest.mark.timeout(180),
    pytest.mark.django_db(transaction=True),
]
WHAT = "統計局的新表格改了數字。"
WHY = "我們讀錯了年份。"


def test_readers_learn_what_was_corrected_and_why_it_was_withdrawn(open_desk: OpenDesk) -> None:
    rows = histories.Desk()
    item = histories.drafted_again(rows)
    draft = verdict_of(item)
    author, chief = open_desk(TRADITIONAL), open_desk(TRADITIONAL)
    reader = open_desk(TRADITIONAL, scripts=False)

    author.log_in("author")
    author.page.goto(f"/queue/{item.pk}/")
    author.choose(author.field("Kind of change"), "change of the rating")
    author.type(author.field("What changed"), WHAT)
    author.press(author.button("Save verdict"))
    author.sees("Verdict saved.")
    author.check()

    chief.log_in("editor")
    chief.page.goto(f"/sign-off/{draft.pk}/")
    chief.sees("What changed since version %(version)s", version=1)
    chief.check()
    chief.type(chief.field("Why this evidence is enough"), "只有統計局計算。")
    chief.press(chief.button("Sign off"))
    chief.press(chief.button("Publish"))
    chief.sees("Published. Readers can see it now.")
    read(reader, item.claim_id, "Corrected.", WHAT)

    chief.press(chief.page.locator("summary", has_text=chief.says("Retract")))
    chief.type(chief.field("Why is it withdrawn? Readers see this."), WHY)
    chief.check()
    chief.press(chief.button("Retract"))
    expect(chief.page.get_by_text(WHY).first).to_be_visible()
    read(reader, item.claim_id, "Retracted.", WHY)


def read(desk: Desk, claim: int, told: str, why: str) -> None:
    """Open the verdict in a browser that runs no script."""
    note = desk.page.get_by_role("note").filter(has_text=why)
    desk.page.goto(f"/verdicts/{claim}/")
    expect(note).to_contain_text(desk.says(told))
    assert [*desk.complaints, *cut_text(desk.page)] == []
