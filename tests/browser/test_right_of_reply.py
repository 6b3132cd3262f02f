"""Somebody is asked for comment before a verdict against them is published, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from claims.services.evidence import evidence_add
from factcheck.accounts.models import User
from reviews.models import Verdict
from tests.browser.desk import Desk
from tests.chromium import needs_chromium
from tests.factories import make_claim, make_item
from tests.walks import drafted_verdict

pytestmark = [pytest.mark.browser, needs_chromium, pytest.mark.timeout(180)]


@pytest.fixture
def verdict(transactional_db: None, fact_checker: User) -> Verdict:
    """A verdict that goes against somebody the claim quotes, waiting for sign-off."""
    claim = make_claim("The port handled 5 million containers, Rina Wijaya said.")
    claim.speaker = "Rina Wijaya"
    claim.save(update_fields=["speaker"])
    evidence_add(
        claim=claim, actor=fact_checker, url="https://port.example/tables", publisher="Port office",
        stance="against", kind="primary", quote="2.4 million containers passed the gates.",
    )  # fmt: skip
    return drafted_verdict(fact_checker, make_item(claim))


def sign_off_and_publish(page: Page, verdict: Verdict) -> None:
    page.goto(f"/sign-off/{verdict.pk}/")
    page.get_by_role("button", name="Sign off").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_text("Published. Readers can see it now.")).to_be_visible()


def test_nothing_is_signed_off_until_an_editor_writes_why_nobody_is_waited_for(
    verdict: Verdict, editor: User, open_desk: Callable[[], Desk]
) -> None:
    chief, reader = open_desk(), open_desk()
    chief.log_in(editor.username)
    page = chief.page
    page.goto(f"/sign-off/{verdict.pk}/")
    expect(page.get_by_text(re.compile("ask them for comment"))).to_be_visible()
    expect(page.get_by_role("button", name="Sign off")).to_have_count(0)
    chief.check()
    page.get_by_role("link", name="Ask, note answers").first.click()
    page.get_by_label("Why the desk does not wait").fill("She died in 2019.")
    chief.check()
    page.get_by_role("button", name="Publish without a reply").click()
    expect(page.get_by_text("need not wait for a reply")).to_be_visible()
    sign_off_and_publish(page, verdict)
    reader.page.goto(f"/verdicts/{verdict.claim_id}/")
    expect(reader.page.get_by_text("She died in 2019.")).to_be_visible()
    reader.check()


def test_an_answer_is_noted_on_a_phone_and_readers_see_it(
    verdict: Verdict, fact_checker: User, editor: User, open_desk: Callable[[], Desk]
) -> None:
    checker, chief, reader = open_desk(), open_desk(), open_desk()
    checker.log_in(fact_checker.username)
    page = checker.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"/queue/{verdict.item_id}/replies/")
    expect(page.get_by_label("Who is asked")).to_have_value("Rina Wijaya")
    page.get_by_label("What was asked").fill("Where is the figure from?")
    page.get_by_label("Address or number").fill("rina@port.example")
    page.get_by_role("button", name="Note it").click()
    checker.check()
    page.get_by_label("Outcome").select_option(label="answered")
    page.get_by_label("Answer", exact=True).fill("We count empty boxes too.")
    page.get_by_role("button", name="Note what came of asking").click()
    page.get_by_role("button", name="among the evidence").click()
    expect(page.get_by_text("The answer is among the evidence now.")).to_be_visible()
    checker.check()
    chief.log_in(editor.username)
    sign_off_and_publish(chief.page, verdict)
    reader.page.goto(f"/verdicts/{verdict.claim_id}/")
    replies = reader.page.get_by_role("region", name="Comment by those concerned")
    expect(replies).to_contain_text("We count empty boxes too.")
    expect(reader.page.get_by_text("rina@port.example")).to_have_count(0)
    reader.check()
