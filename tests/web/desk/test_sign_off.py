"""The sign-off room through its pages: the author revises, another person decides."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.domain.states import Event
from reviews.models import Verdict
from reviews.selectors.changes_waiting import changes_waiting
from reviews.selectors.contents import verdict_hash
from reviews.selectors.sign_offs import verdicts_waiting
from reviews.services.corrections import item_reopen
from reviews.services.verdicts import verdict_resubmit, verdict_revise, verdict_send_back
from reviews.services.withdrawals import review_withdraw
from reviews.web.mending import mending_of
from tests import walks
from tests.factories import make_evidence
from tests.web.desk.conftest import LogIn


def revised(verdict: Verdict, **changes: Any) -> dict[str, Any]:
    text = {
        "based_on": verdict.revision,
        "rating": "false",
        "summary": "The port handled half of that.",
        "explanation": "Two tables agree.",
        "true_as_of": "2025-01-31",
        "no_evidence_reason": "",
        "correction_note": "",
        **changes,
    }
    return {f"verdict-{name}": value for name, value in text.items()}


def approved(verdict: Verdict) -> dict[str, str]:
    """Return what the form of the sign-off sends."""
    return {"seen_hash": verdict_hash(verdict), "one_origin_reason": walks.ONE_ORIGIN}


def test_a_verdict_goes_back_is_revised_signed_off_and_published(
    fact_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict = walks.drafted_verdict(fact_checker)
    author, chief = log_in(fact_checker), log_in(editor)
    back = reverse("sign-off-send-back", args=[verdict.pk])
    assert chief.post(back, {"note": ""}).status_code == 409
    chief.post(back, {"note": "Name both tables."})
    author.post(reverse("verdict-revise", args=[verdict.item_id]), revised(verdict))
    author.post(reverse("verdict-resubmit", args=[verdict.item_id]))
    verdict.refresh_from_db()
    chief.post(reverse("sign-off-approve", args=[verdict.pk]), approved(verdict))
    chief.post(reverse("sign-off-publish", args=[verdict.pk]))
    verdict.refresh_from_db()
    assert (verdict.status, verdict.summary) == ("published", "The port handled half of that.")


def test_a_page_whose_draft_went_with_its_review_says_so(
    fact_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict = walks.drafted_verdict(fact_checker)
    review_withdraw(item=verdict.item, actor=fact_checker)
    back = reverse("sign-off-send-back", args=[verdict.pk])
    answer = log_in(editor).post(back, {"note": "Name both tables."})
    assert answer.status_code == 409
    assert "The reviewer took the review back." in answer.content.decode()


def test_a_stale_revision_is_refused_and_the_text_kept(fact_checker: User, log_in: LogIn) -> None:
    verdict = walks.drafted_verdict(fact_checker)
    client, url = log_in(fact_checker), reverse("verdict-revise", args=[verdict.item_id])
    client.post(url, revised(verdict, summary="First window"))
    answer = client.post(url, revised(verdict, summary="Second window"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<del>First</del><ins>Second</ins> window" in page
    assert "Second window</textarea>" in page
    assert 'name="verdict-overwrite" value="1"' in page
    mine = revised(verdict, summary="Second window", overwrite=1)
    assert client.post(url, mine).status_code == 302


def test_a_sign_off_counts_only_for_what_was_seen(
    fact_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict = walks.drafted_verdict(fact_checker)
    seen = verdict_hash(verdict)
    make_evidence(verdict.claim, fact_checker)
    answer = log_in(editor).post(
        reverse("sign-off-approve", args=[verdict.pk]), {**approved(verdict), "seen_hash": seen}
    )
    assert answer.status_code == 409
    assert "changed while you read" in answer.content.decode()
    assert verdict_hash(verdict) in answer.content.decode()


def test_an_editor_does_not_sign_off_their_own_verdict(editor: User, log_in: LogIn) -> None:
    verdict = walks.drafted_verdict(editor)
    answer = log_in(editor).post(
        reverse("sign-off-approve", args=[verdict.pk]), {"seen_hash": verdict_hash(verdict)}
    )
    assert answer.status_code == 403


def test_a_correction_shows_what_changed_since_the_published_version(
    fact_checker: User, second_checker: User, editor: User, log_in: LogIn
) -> None:
    published = walks.published_verdict(fact_checker, editor)
    again = item_reopen(item=published.item, actor=editor, note="A new table is out.")
    correction = walks.drafted_verdict(second_checker, again)
    log_in(second_checker).post(
        reverse("verdict-revise", args=[again.pk]),
        revised(correction, summary="The port handled far fewer containers."),
    )
    page = log_in(editor).get(reverse("sign-off", args=[correction.pk])).content.decode()
    assert "What changed since version 1" in page
    assert "<ins>far " in page


def test_one_origin_takes_a_reason_and_what_was_typed_stays(
    fact_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict = walks.drafted_verdict(fact_checker)
    chief, url = log_in(editor), reverse("sign-off-approve", args=[verdict.pk])
    due = (timezone.localdate() + datetime.timedelta(days=90)).isoformat()
    typed = {**approved(verdict), "one_origin_reason": "", "review_by": due}
    answer = chief.post(url, typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "fewer than two independent origins" in page
    assert f'value="{due}"' in page
    assert "1 source · 1 independent" in " ".join(page.split())
    assert chief.post(url, {**typed, "review_by": "soon"}).status_code == 422


def test_a_verdict_that_was_sent_back_is_handed_over(
    fact_checker: User, second_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict = walks.drafted_verdict(fact_checker)
    chief = log_in(editor)
    chief.post(reverse("sign-off-send-back", args=[verdict.pk]), {"note": "Which year?"})
    fields = {"author": second_checker.username, "note": "She is on leave."}
    chief.post(reverse("sign-off-hand-over", args=[verdict.pk]), fields)
    verdict.refresh_from_db()
    assert verdict.author == second_checker
    page = chief.get(reverse("sign-off", args=[verdict.pk])).content.decode()
    assert "From checker to second-checker, by editor" in page
    mine = log_in(second_checker).get(reverse("workspace", args=[verdict.item_id]))
    assert "Which year?" in mine.content.decode()


def test_an_editor_sees_word_by_word_what_came_of_sending_it_back(
    fact_checker: User, editor: User, log_in: LogIn
) -> None:
    draft = walks.drafted_verdict(fact_checker)
    verdict_send_back(verdict=draft, actor=editor, note="Which year?")
    draft.refresh_from_db()
    for summary in ("It was 2.1 million in 2023.", "It was 2.1 million in 2024."):
        verdict_revise(
            verdict=draft, actor=fact_checker, based_on=draft.revision,
            text=replace(walks.text_of(draft), summary=summary),
        )  # fmt: skip
        draft.refresh_from_db()
    verdict_resubmit(verdict=draft, actor=fact_checker)
    client = log_in(editor)
    page = client.get(reverse("sign-off", args=[draft.pk])).content.decode()
    _before, _title, told = page.partition("What changed since it was sent back")
    assert "Which year?" in told
    assert "<del>The" in told
    assert "2024" in told
    assert "in 2023" not in told
    listed = client.get(reverse("sign-off-list")).content.decode()
    assert "handed in again" in listed
    assert "Changed since it was sent back:" in listed


def test_the_list_says_in_a_word_what_changed_in_each_verdict(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    walks.drafted_verdict(fact_checker)
    back = walks.drafted_verdict(fact_checker)
    verdict_send_back(verdict=back, actor=editor, note="Which year?")
    back.refresh_from_db()
    for summary in ("It was 2.1 million in 2023.", "It was 2.1 million in 2024."):
        verdict_revise(
            verdict=back, actor=fact_checker, based_on=back.revision,
            text=replace(walks.text_of(back), summary=summary),
        )  # fmt: skip
        back.refresh_from_db()
    for _ in range(2):
        make_evidence(back.claim, fact_checker)
    verdict_resubmit(verdict=back, actor=fact_checker)
    published = walks.published_verdict(fact_checker, editor)
    reopened = item_reopen(item=published.item, actor=editor, note="A newer table is out.")
    text = replace(walks.REVIEW, rating="true")
    walks.review(reopened, second_checker, text)
    correction = Verdict.objects.get(item=reopened)
    changes = changes_waiting(list(verdicts_waiting()))
    told = {pk: (change.version, change.told) for pk, change in changes.items()}
    assert told == {back.pk: (None, ["Summary", "+2 sources"]), correction.pk: (1, ["Rating"])}


@pytest.mark.parametrize(
    ("rule", "events", "anchor"),
    [
        ("has_evidence", [], "/queue/7/#add-evidence"),
        ("reply_is_settled", [], "/queue/7/replies/"),
        ("is_signed_off", [Event.SIGN_OFF], "#sign-off"),
        ("is_signed_off", [], None),
        ("few_origins_are_known", [Event.SEND_BACK], "#sign-off-send-back"),
        ("says_what_changed", [Event.SEND_BACK], "#sign-off-send-back"),
        ("says_what_changed", [Event.REVISE], "/queue/7/#verdict"),
        ("kind_fits_rating", [], None),
        ("is_not_author", [Event.SEND_BACK], None),
    ],
)
def test_what_the_gate_misses_links_to_where_this_person_can_mend_it(
    rule: str, events: list[Event], anchor: str | None
) -> None:
    found = mending_of(rule, Verdict(item_id=7), events)
    assert (found.url if found else None) == anchor


def test_the_anchors_of_the_gate_are_on_the_page(
    fact_checker: User, editor: User, log_in: LogIn
) -> None:
    verdict = walks.drafted_verdict(fact_checker)
    page = log_in(editor).get(reverse("sign-off", args=[verdict.pk])).content.decode()
    assert '<a href="#sign-off">Sign off</a>' in page
    assert 'id="sign-off"' in page
    assert 'id="sign-off-send-back"' in page
