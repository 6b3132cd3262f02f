"""An administrator forces what is stuck, loudly; some things nobody can force."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.utils import translation

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.models import AuditEvent
from factcheck.errors import InvalidInput, NotAllowed, Stale, WrongState
from reviews.domain.recusal import Kind
from reviews.domain.states import FORCED, Event, State
from reviews.models import LeaseEnd, QueueItem, Review, Verdict, VerdictStatus
from reviews.selectors.break_glass import recent_break_glass
from reviews.selectors.contents import verdict_hash
from reviews.services.break_glass import item_force
from reviews.services.corrections import item_reopen
from reviews.services.leases import lease_take
from reviews.services.more_reviews import review_ask
from reviews.services.recusals import RecusalFrom, recusal_declare
from reviews.services.verdicts import verdict_publish, verdict_send_back
from tests.audit import assert_chain_is_intact
from tests.factories import make_claim, make_evidence, make_item, make_person
from tests.walks import REVIEW, drafted_verdict, published_verdict, review, sign_off

WHY = "She is on leave, and the claim is on every front page."


def force(item: QueueItem, event: Event, actor: User, note: str = WHY) -> QueueItem:
    draft = Verdict.objects.filter(item=item).first()
    seen = verdict_hash(draft) if draft else ""
    return item_force(item=item, event=event, actor=actor, note=note, seen_hash=seen)


def stored(item: QueueItem) -> QueueItem:
    return QueueItem.objects.get(pk=item.pk)


def test_a_lease_is_taken_from_its_holder_and_the_draft_stays(
    fact_checker: User, second_checker: User, administrator: User
) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    Review.objects.create(item=item, reviewer=fact_checker, summary="So far so good.")
    force(item, Event.FORCE_RELEASE, administrator)
    lease.refresh_from_db()
    assert (stored(item).state, lease.end) == (State.QUEUED, LeaseEnd.FORCED)
    assert Review.objects.get().summary == "So far so good."
    assert lease_take(item=item, actor=second_checker).reviewer == second_checker


def test_a_claim_that_waits_for_a_second_reviewer_is_sent_on_with_the_first_review(
    fact_checker: User, editor: User, administrator: User
) -> None:
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    force(item, Event.FORCE_FORWARD, administrator)
    verdict = Verdict.objects.get(item=item)
    assert stored(item).state == State.SIGN_OFF
    assert (verdict.author, verdict.summary) == (fact_checker, REVIEW.summary)


def test_what_was_passed_over_stays_with_the_verdict_until_it_is_made_good(
    fact_checker: User, second_checker: User, editor: User, administrator: User
) -> None:
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    force(item, Event.FORCE_FORWARD, administrator)
    verdict = Verdict.objects.get(item=item)
    assert verdict.passed_over == ["has_all_reviews"]
    verdict_publish(verdict=sign_off(verdict, editor), actor=editor)
    verdict.refresh_from_db()
    assert verdict.passed_over == ["has_all_reviews"]

    again = make_item(make_claim("The port has 9 cranes."), reviews_wanted=2)
    review(again, fact_checker)
    force(again, Event.FORCE_FORWARD, administrator)
    review_ask(item=again, actor=editor, note="He is back.")
    review(again, second_checker)
    assert Verdict.objects.get(item=again).passed_over == []


def test_what_an_editor_signed_off_passes_over_nothing(
    fact_checker: User, editor: User, administrator: User
) -> None:
    draft = sign_off(drafted_verdict(fact_checker), editor)
    force(draft.item, Event.FORCE_PUBLISH, administrator)
    draft.refresh_from_db()
    assert (draft.passed_over, draft.approver) == ([], editor)


def test_nobody_passes_over_the_second_review_of_their_own() -> None:
    both = make_person(Role.FACT_CHECKER, Role.ADMINISTRATOR)
    item = make_item(reviews_wanted=2)
    review(item, both)
    with pytest.raises(NotAllowed) as refusal:
        force(item, Event.FORCE_FORWARD, both)
    assert refusal.value.code == "has_not_reviewed"
    assert stored(item).state == State.SECOND_REVIEW


def test_nobody_sends_on_by_force_what_they_are_recused_from(fact_checker: User) -> None:
    both = make_person(Role.FACT_CHECKER, Role.ADMINISTRATOR)
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    what = RecusalFrom(Kind.WORD, text=item.claim.text)
    recusal_declare(actor=both, person=both, what=what, reason="A cousin works there.")
    with pytest.raises(NotAllowed) as refusal:
        force(item, Event.FORCE_FORWARD, both)
    assert refusal.value.code == "is_not_recused"


def test_nobody_takes_by_force_from_others_what_they_are_recused_from(fact_checker: User) -> None:
    both = make_person(Role.FACT_CHECKER, Role.ADMINISTRATOR)
    item = make_item()
    lease_take(item=item, actor=fact_checker)
    what = RecusalFrom(Kind.WORD, text=item.claim.text)
    recusal_declare(actor=both, person=both, what=what, reason="A cousin works there.")
    with pytest.raises(NotAllowed) as refusal:
        force(item, Event.FORCE_RELEASE, both)
    assert refusal.value.code == "is_not_recused"


def test_a_second_review_that_is_under_way_is_not_passed_over(
    fact_checker: User, second_checker: User, administrator: User
) -> None:
    item = make_item(reviews_wanted=2)
    review(item, fact_checker)
    lease_take(item=item, actor=second_checker)
    with pytest.raises(WrongState, match="Somebody holds"):
        force(item, Event.FORCE_FORWARD, administrator)


def test_a_verdict_sent_back_to_an_author_who_left_is_handed_in_again(
    fact_checker: User, editor: User, administrator: User
) -> None:
    draft = drafted_verdict(fact_checker)
    verdict_send_back(verdict=draft, actor=editor, note="Which year?")
    force(draft.item, Event.FORCE_FORWARD, administrator)
    assert stored(draft.item).state == State.SIGN_OFF


def test_a_verdict_is_published_without_an_editor_and_names_the_administrator(
    fact_checker: User, administrator: User
) -> None:
    draft = drafted_verdict(fact_checker)
    force(draft.item, Event.FORCE_PUBLISH, administrator)
    draft.refresh_from_db()
    assert (draft.status, draft.approver) == (VerdictStatus.PUBLISHED, administrator)
    assert draft.content_hash == draft.signed_off_hash
    assert stored(draft.item).state == State.PUBLISHED
    passed = ["is_signed_off", "origins_are_enough"]
    assert (draft.passed_over, draft.one_origin_reason) == (passed, WHY)
    noted = AuditEvent.objects.get(action="break_glass.publish").after
    assert noted.get("passed_over", []) == passed
    assert "appearance_missing" in [warning["rule"] for warning in noted["warnings"]]


def test_a_verdict_is_not_published_by_force_as_nobody_read_it(
    fact_checker: User, administrator: User
) -> None:
    draft = drafted_verdict(fact_checker)
    seen = verdict_hash(draft)
    make_evidence(draft.claim, fact_checker)
    for hash in (seen, ""):
        with pytest.raises(Stale, match="changed while you read"):
            item_force(
                item=draft.item, event=Event.FORCE_PUBLISH, actor=administrator, note=WHY,
                seen_hash=hash,
            )  # fmt: skip
    assert stored(draft.item).state == State.SIGN_OFF


def test_a_sign_off_that_is_there_stays_the_editors(
    fact_checker: User, editor: User, administrator: User
) -> None:
    draft = sign_off(drafted_verdict(fact_checker), editor)
    force(draft.item, Event.FORCE_PUBLISH, administrator)
    draft.refresh_from_db()
    assert draft.approver == editor


def test_a_correction_is_not_forced_without_saying_what_changed(
    fact_checker: User, second_checker: User, editor: User, administrator: User
) -> None:
    first = published_verdict(fact_checker, editor)
    again = item_reopen(item=first.item, actor=editor, note="A new table.")
    draft = drafted_verdict(second_checker, again)
    with pytest.raises(WrongState, match="what changed"):
        force(draft.item, Event.FORCE_PUBLISH, administrator)
    Verdict.objects.filter(pk=draft.pk).update(
        correction_note="The table was revised.", correction_kind="update"
    )
    force(draft.item, Event.FORCE_PUBLISH, administrator)
    first.refresh_from_db()
    assert stored(again).state == State.CORRECTED
    assert first.status == VerdictStatus.SUPERSEDED


@pytest.mark.parametrize("role", [Role.FACT_CHECKER, Role.EDITOR])
def test_nobody_publishes_their_own_verdict_by_force(role: Role) -> None:
    both = make_person(role, Role.ADMINISTRATOR)
    draft = drafted_verdict(both)
    with pytest.raises(NotAllowed) as refusal:
        force(draft.item, Event.FORCE_PUBLISH, both)
    assert refusal.value.code == "is_not_author"
    assert stored(draft.item).state == State.SIGN_OFF


def test_nobody_publishes_by_force_what_they_reviewed(fact_checker: User) -> None:
    both = make_person(Role.FACT_CHECKER, Role.ADMINISTRATOR)
    item = make_item(reviews_wanted=2)
    make_evidence(item.claim, both)
    review(item, fact_checker)
    review(item, both)
    with pytest.raises(NotAllowed) as refusal:
        force(item, Event.FORCE_PUBLISH, both)
    assert refusal.value.code == "has_not_reviewed"


def test_a_verdict_without_ground_is_not_published_by_force(
    fact_checker: User, administrator: User
) -> None:
    draft = drafted_verdict(fact_checker)
    draft.claim.evidence.all().delete()
    Verdict.objects.filter(pk=draft.pk).update(no_evidence_reason="")
    with pytest.raises(WrongState) as refusal:
        force(draft.item, Event.FORCE_PUBLISH, administrator)
    assert refusal.value.code == "has_evidence"


def test_a_verdict_against_somebody_who_was_not_asked_is_not_published_by_force(
    fact_checker: User, administrator: User
) -> None:
    claim = make_claim("The quay leaks, Rina Wijaya said.")
    claim.speaker = "Rina Wijaya"
    claim.save(update_fields=["speaker"])
    draft = drafted_verdict(fact_checker, make_item(claim))
    with pytest.raises(WrongState) as refusal:
        force(draft.item, Event.FORCE_PUBLISH, administrator)
    assert refusal.value.code == "reply_is_settled"


@pytest.mark.parametrize("note", ["", "  \n "])
def test_nothing_is_forced_without_a_reason(
    note: str, fact_checker: User, administrator: User
) -> None:
    item = make_item()
    lease_take(item=item, actor=fact_checker)
    with pytest.raises(WrongState, match="reason"):
        force(item, Event.FORCE_RELEASE, administrator, note)


@pytest.mark.parametrize("event", sorted(FORCED))
def test_nobody_else_forces_anything(
    event: Event, outsider: User, second_checker: User, second_editor: User, fact_checker: User
) -> None:
    draft = drafted_verdict(fact_checker)
    for person in (outsider, second_checker, second_editor):
        with pytest.raises((NotAllowed, WrongState)):
            force(draft.item, event, person)
    assert recent_break_glass() == []


@pytest.mark.parametrize("event", sorted(set(Event) - FORCED))
def test_an_ordinary_move_is_not_made_by_force(event: Event, administrator: User) -> None:
    with pytest.raises(InvalidInput, match="cannot be forced"):
        force(make_item(), event, administrator)


def test_it_is_loud(
    fact_checker: User,
    administrator: User,
    settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    settings.ADMINS = [("", "chief@desk.example")]
    item = make_item()
    lease_take(item=item, actor=fact_checker)
    with translation.override("id"), django_capture_on_commit_callbacks(execute=True):
        force(item, Event.FORCE_RELEASE, administrator)
    [message] = mail.outbox
    assert message.subject.endswith(f"forced a move of claim {item.claim_id}")
    assert administrator.shown_name in message.subject
    assert WHY in message.body
    assert f"/queue/{item.pk}/" in message.body
    event = AuditEvent.objects.get(action="break_glass.release")
    assert (event.actor_id, event.note) == (administrator.pk, WHY)
    assert (event.before, event.after) == ({"state": "in_review"}, {"state": "queued"})
    assert stored(item).moves.last().event == Event.FORCE_RELEASE  # type: ignore[union-attr]
    assert_chain_is_intact()


def test_a_refusal_tells_nobody(
    administrator: User, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.ADMINS = [("", "chief@desk.example")]
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(WrongState):
        force(make_item(), Event.FORCE_RELEASE, administrator)
    assert mail.outbox == []
    assert not AuditEvent.objects.filter(action__startswith="break_glass").exists()


def test_a_mail_server_that_is_away_does_not_undo_the_move(
    fact_checker: User, administrator: User, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.ADMINS = [("", "chief@desk.example")]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    item = make_item()
    lease_take(item=item, actor=fact_checker)
    with django_capture_on_commit_callbacks(execute=True):
        force(item, Event.FORCE_RELEASE, administrator)
    assert stored(item).state == State.QUEUED
