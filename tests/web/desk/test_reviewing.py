"""Reviewing through the pages: what is typed is never lost, and nobody judges twice."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.models import Lease, QueueItem, Review, Verdict
from reviews.services.leases import lease_take
from tests import walks
from tests.factories import make_evidence, make_item
from tests.web.desk.conftest import LogIn

SCRIPTED = {"HX-Request": "true"}


def typed(lease: Lease, **changes: Any) -> dict[str, Any]:
    return {
        "token": lease.token,
        "based_on": 0,
        "rating": "false",
        "summary": "Fewer boxes than claimed.",
        "rationale": "The table of the bureau says so.",
        "no_evidence_reason": "",
        "confidence": 2,
        **changes,
    }


def test_a_draft_is_saved_while_it_is_typed(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease = lease_take(item=item, actor=fact_checker)
    url = reverse("review-save", args=[item.pk])
    answer = log_in(fact_checker).post(url, typed(lease, summary="Half a"), headers=SCRIPTED)
    assert answer.status_code == 200
    assert 'data-version="1"' in answer.content.decode()
    assert Review.objects.get().summary == "Half a"


def test_a_stale_save_is_refused_and_shows_both_texts(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease = lease_take(item=item, actor=fact_checker)
    client, url = log_in(fact_checker), reverse("review-save", args=[item.pk])
    client.post(url, typed(lease, summary="Typed in one window"))
    answer = client.post(url, typed(lease, summary="Typed in another window"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Typed in <del>one</del><ins>another</ins> window" in page
    assert "Typed in another window</textarea>" in page
    assert f"Saved by {fact_checker.shown_name}" in page
    assert Review.objects.get().summary == "Typed in one window"
    fragment = client.post(url, typed(lease, summary="Third"), headers=SCRIPTED)
    assert fragment.status_code == 409
    assert "Typed in one window" in fragment.content.decode()
    assert 'name="overwrite" value="1"' in fragment.content.decode()


def test_only_what_differs_is_shown(item: QueueItem, fact_checker: User, log_in: LogIn) -> None:
    lease = lease_take(item=item, actor=fact_checker)
    rows = [make_evidence(item.claim, fact_checker) for _ in range(2)]
    client, url = log_in(fact_checker), reverse("review-save", args=[item.pk])
    client.post(url, typed(lease, evidence=[rows[0].pk]))
    sent = typed(lease, rating="true", confidence=3, evidence=[rows[1].pk])
    page = client.post(url, sent, headers=SCRIPTED).content.decode()
    assert re.findall(r'data-take="(\w+)"', page) == ["rating", "confidence", "evidence"]
    assert "<del>False</del><ins>True</ins>" in page


def test_after_comparing_mine_is_saved_over_what_was_stored(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease = lease_take(item=item, actor=fact_checker)
    client, url = log_in(fact_checker), reverse("review-save", args=[item.pk])
    client.post(url, typed(lease, summary="Typed in one window"))
    mine = typed(lease, summary="Typed in another window", overwrite=1)
    assert client.post(url, mine).status_code == 302
    assert Review.objects.get().summary == "Typed in another window"
    older = typed(lease, summary="Typed in a third window", overwrite=1)
    assert client.post(url, older).status_code == 409


def test_a_submission_after_the_hold_ran_out_keeps_the_text(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease = lease_take(item=item, actor=fact_checker)
    before = timezone.now() - datetime.timedelta(hours=1)
    Lease.objects.update(taken_at=before, expires_at=timezone.now())
    answer = log_in(fact_checker).post(
        reverse("review-submit", args=[item.pk]), typed(lease, summary="Written for an hour")
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "You do not hold this claim any more" in page
    assert "Written for an hour</textarea>" in page
    assert not Review.objects.exists()


def test_a_review_without_a_rating_is_refused_with_the_text(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease = lease_take(item=item, actor=fact_checker)
    answer = log_in(fact_checker).post(
        reverse("review-submit", args=[item.pk]), typed(lease, rating="")
    )
    assert answer.status_code == 409
    assert "Choose a rating" in answer.content.decode()
    assert "Fewer boxes than claimed.</textarea>" in answer.content.decode()


def test_a_submitted_review_moves_the_claim_on(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease = lease_take(item=item, actor=fact_checker)
    row = make_evidence(item.claim, fact_checker)
    client, url = log_in(fact_checker), reverse("review-submit", args=[item.pk])
    answer = client.post(url, typed(lease, evidence=[row.pk]), follow=True)
    assert "Review submitted." in answer.content.decode()
    assert "Take next" in answer.content.decode()
    assert list(Review.objects.get().evidence.all()) == [row]
    assert Verdict.objects.get().author == fact_checker


def test_the_second_review_is_blind(
    fact_checker: User, second_checker: User, editor: User, log_in: LogIn
) -> None:
    item = make_item(reviews_wanted=2)
    walks.review(item, fact_checker)
    lease_take(item=item, actor=second_checker)
    url = reverse("workspace", args=[item.pk])
    for reader in (second_checker, editor):
        page = log_in(reader).get(url).content.decode()
        assert walks.REVIEW.summary not in page
        assert walks.REVIEW.rationale not in page
        assert "stay hidden until all are in" in page
    assert walks.REVIEW.summary in log_in(fact_checker).get(url).content.decode()


def test_a_second_reviewer_reads_the_first_once_both_are_in(
    fact_checker: User, second_checker: User, log_in: LogIn
) -> None:
    item = make_item(reviews_wanted=2)
    walks.review(item, fact_checker)
    lease = lease_take(item=item, actor=second_checker)
    client = log_in(second_checker)
    review = typed(lease, no_evidence_reason="The table is not online.")
    client.post(reverse("review-submit", args=[item.pk]), review)
    page = client.get(reverse("workspace", args=[item.pk])).content.decode()
    assert walks.REVIEW.rationale in page


def test_nobody_reviews_a_claim_twice(
    fact_checker: User, second_checker: User, log_in: LogIn
) -> None:
    item = make_item(reviews_wanted=2)
    walks.review(item, fact_checker)
    client: Client = log_in(fact_checker)
    assert client.post(reverse("item-take", args=[item.pk])).status_code == 403
    client.post(reverse("queue-take-next"))
    assert not Lease.objects.filter(ended_at__isnull=True).exists()


def test_the_hold_is_extended_and_given_back(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease = lease_take(item=item, actor=fact_checker)
    soon = timezone.now() + datetime.timedelta(seconds=60)
    Lease.objects.update(expires_at=soon)
    client = log_in(fact_checker)
    beat = reverse("item-heartbeat", args=[item.pk])
    assert client.post(beat, {"token": lease.token}, headers=SCRIPTED).status_code == 200
    lease.refresh_from_db()
    assert lease.expires_at > soon
    client.post(reverse("item-release", args=[item.pk]))
    late = client.post(beat, {"token": lease.token}, headers=SCRIPTED)
    assert late.status_code == 409
    assert "You do not hold this claim any more" in late.content.decode()


def test_the_cap_on_holds_is_said(fact_checker: User, log_in: LogIn) -> None:
    client = log_in(fact_checker)
    for _ in range(4):
        make_item()
    for _ in range(3):
        client.post(reverse("queue-take-next"))
    answer = client.post(reverse("queue-take-next"), follow=True)
    assert "Finish or release one first" in answer.content.decode()


def test_evidence_ticked_but_not_saved_stays_ticked_when_more_is_added(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    lease_take(item=item, actor=fact_checker)
    ticked = make_evidence(item.claim, fact_checker)
    left = make_evidence(item.claim, fact_checker)
    sent = {
        "url": "https://port.example/tables", "publisher": "Port office", "stance": "for",
        "kind": "primary", "evidence": [ticked.pk], "may_choose": "1",
    }  # fmt: skip
    url = reverse("evidence-add", args=[item.pk])
    page = log_in(fact_checker).post(url, sent, headers=SCRIPTED).content.decode()
    added = item.claim.evidence.latest("id")
    for row, is_ticked in ((ticked, True), (left, False), (added, True)):
        assert (f'value="{row.pk}" form="review" checked' in page) is is_ticked


def test_removed_evidence_can_be_put_back(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    row = make_evidence(item.claim, fact_checker, quote="Word for word.")
    url = reverse("evidence-remove", args=[item.pk, row.pk])
    client = log_in(fact_checker)
    page = client.post(url, headers=SCRIPTED).content.decode()
    assert "Put it back" in page
    assert 'value="Word for word."' in page
    assert client.post(url, headers=SCRIPTED).status_code == 200


def test_a_refused_source_keeps_what_was_typed(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    sent = {"url": "not an address", "publisher": "Port office", "stance": "for", "kind": "primary"}
    answer = log_in(fact_checker).post(reverse("evidence-add", args=[item.pk]), sent)
    assert answer.status_code == 400
    assert 'value="Port office"' in answer.content.decode()


def test_a_claim_is_dismissed_only_with_a_reason_and_restored(
    item: QueueItem, fact_checker: User, log_in: LogIn
) -> None:
    client, url = log_in(fact_checker), reverse("item-dismiss", args=[item.pk])
    assert client.post(url, {"note": " "}).status_code == 409
    client.post(url, {"note": "A forecast."})
    listed = client.get(reverse("queue"), {"state": "dismissed"}).content.decode()
    restore = reverse("item-restore", args=[item.pk])
    assert restore in listed
    client.post(restore)
    item.refresh_from_db()
    assert item.state == "queued"
