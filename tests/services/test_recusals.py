"""Whoever is recused from a claim has no part in it, until the recusal is ended."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Source
from factcheck.accounts.models import User
from factcheck.errors import DeskError, InvalidInput, NotAllowed, WrongState
from reviews.domain.recusal import Kind
from reviews.domain.states import Event
from reviews.domain.triage import Act
from reviews.models import ItemTag, QueueItem, Recusal, Tag
from reviews.selectors.dismissals import to_look_at
from reviews.selectors.recusals import recusals_readable_by
from reviews.selectors.workspaces import workspace_of
from reviews.services.assignments import item_assign
from reviews.services.bulk import Order, items_triage
from reviews.services.claim_evidence import claim_evidence_add, claim_evidence_remove
from reviews.services.corrections import item_reopen
from reviews.services.dismissals import (
    dismissal_confirm,
    dismissal_overturn,
    item_dismiss,
    item_restore,
)
from reviews.services.leases import lease_release, lease_take, lease_take_next
from reviews.services.recusals import RecusalFrom, recusal_declare, recusal_end
from reviews.services.replies import (
    Contact,
    reply_ask,
    reply_note,
    reply_to_evidence,
    reply_try_again,
)
from reviews.services.reviews import review_submit
from reviews.services.triage import item_snooze, item_tag, item_untag
from reviews.services.undoing import batch_undo
from reviews.services.verdicts import verdict_publish, verdict_resubmit, verdict_send_back
from tests.audit import assert_chain_is_intact, events_of
from tests.factories import make_appearance, make_article, make_claim, make_evidence, make_item
from tests.walks import REVIEW, drafted_verdict, published_verdict, review, sign_off

BY_PHONE = Contact(channel="phone")
PORT = RecusalFrom(Kind.WORD, text="containers")  # in every claim that the factory makes


def declared(person: User, what: RecusalFrom = PORT, actor: User | None = None) -> Recusal:
    return recusal_declare(
        actor=actor or person, person=person, what=what, reason="My brother works there."
    )


def refusal(kind: type[DeskError], act: object, **named: object) -> str:
    assert callable(act)
    with pytest.raises(kind) as refused:
        act(**named)
    return refused.value.code


def item_of(kind: Kind, actor: User) -> tuple[QueueItem, RecusalFrom]:
    """Return an item, and a recusal that is about it by `kind`."""
    item = make_item(make_claim("The mayor opened 40 wells.", language="en"))
    article = make_article(outlet="Lantern Weekly")
    made = make_appearance(item.claim, article=article)
    made.speaker = "Minister Sari Dewi"
    made.save()
    tag = Tag.objects.create(name="water", added_by=actor)
    ItemTag.objects.create(item=item, tag=tag)
    return item, {
        Kind.WORD: RecusalFrom(Kind.WORD, text="WELLS"),
        Kind.SPEAKER: RecusalFrom(Kind.SPEAKER, text="sari dewi"),
        Kind.SOURCE: RecusalFrom(Kind.SOURCE, source=article.source),
        Kind.TAG: RecusalFrom(Kind.TAG, tag=tag),
    }[kind]


@pytest.mark.parametrize("kind", Kind)
def test_a_claim_one_is_recused_from_is_neither_taken_nor_given_out(
    fact_checker: User, kind: Kind
) -> None:
    item, what = item_of(kind, fact_checker)
    other = make_item(priority=1)
    declared(fact_checker, what)
    assert refusal(NotAllowed, lease_take, item=item, actor=fact_checker) == "is_not_recused"
    lease = lease_take_next(actor=fact_checker)
    assert lease is not None
    assert lease.item == other


@pytest.mark.parametrize("kind", Kind)
def test_it_is_given_to_somebody_else(fact_checker: User, second_checker: User, kind: Kind) -> None:
    item, what = item_of(kind, fact_checker)
    declared(fact_checker, what)
    lease = lease_take_next(actor=second_checker)
    assert lease is not None
    assert lease.item == item


def test_what_one_is_not_recused_from_is_taken_as_ever(fact_checker: User) -> None:
    declared(fact_checker, RecusalFrom(Kind.SPEAKER, text="Sari Dewi"))
    declared(fact_checker, RecusalFrom(Kind.WORD, text="wells"))
    item = make_item()
    assert lease_take(item=item, actor=fact_checker).item == item


def test_a_review_under_way_is_not_submitted_but_can_be_given_back(fact_checker: User) -> None:
    item = make_item()
    lease = lease_take(item=item, actor=fact_checker)
    declared(fact_checker)
    code = refusal(
        NotAllowed, review_submit, item=item, actor=fact_checker, token=lease.token,
        text=REVIEW, based_on=0,
    )  # fmt: skip
    assert code == "is_not_recused"
    lease_release(item=item, actor=fact_checker)


def test_nobody_adjudicates_signs_off_or_publishes_what_they_are_recused_from(
    fact_checker: User, second_checker: User, editor: User, second_editor: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    signed = sign_off(verdict, second_editor)
    declared(editor)
    with pytest.raises(NotAllowed, match="recused"):
        sign_off(verdict, editor)
    code = refusal(NotAllowed, verdict_publish, verdict=signed, actor=editor)
    assert code == "is_not_recused"
    code = refusal(NotAllowed, verdict_send_back, verdict=signed, actor=editor, note="Year?")
    assert code == "is_not_recused"


def test_an_author_who_is_recused_leaves_the_verdict_to_others(
    fact_checker: User, editor: User
) -> None:
    verdict = drafted_verdict(fact_checker)
    verdict_send_back(verdict=verdict, actor=editor, note="Which year?")
    declared(fact_checker)
    code = refusal(NotAllowed, verdict_resubmit, verdict=verdict, actor=fact_checker)
    assert code == "is_not_recused"


def test_the_button_is_not_shown_to_whoever_is_recused(fact_checker: User) -> None:
    item = make_item()
    assert Event.TAKE in workspace_of(item, fact_checker).events
    declared(fact_checker)
    assert Event.TAKE not in workspace_of(item, fact_checker).events


def test_an_ended_recusal_binds_no_more_and_stays_on_record(fact_checker: User) -> None:
    item = make_item()
    ended = recusal_end(recusal=declared(fact_checker), actor=fact_checker)
    assert review(item, fact_checker).item == item
    assert (ended.ended_by, ended.ended_at is None) == (fact_checker, False)
    assert events_of(ended) == ["recusal.declare", "recusal.end"]
    assert_chain_is_intact()
    assert refusal(WrongState, recusal_end, recusal=ended, actor=fact_checker) == "wrong_state"


def test_what_was_ended_can_be_declared_again_and_once_at_a_time(fact_checker: User) -> None:
    recusal_end(recusal=declared(fact_checker), actor=fact_checker)
    declared(fact_checker)
    with pytest.raises(InvalidInput):
        declared(fact_checker)
    assert Recusal.objects.count() == 2


def test_an_editor_declares_for_others_and_they_cannot_end_it(
    fact_checker: User, second_checker: User, editor: User, administrator: User
) -> None:
    recusal = declared(fact_checker, actor=editor)
    code = refusal(NotAllowed, recusal_end, recusal=recusal, actor=fact_checker)
    assert code == "declared_by_another"
    for other in (second_checker, administrator):
        with pytest.raises(NotAllowed):
            declared(fact_checker, RecusalFrom(Kind.WORD, text="wells"), actor=other)
    assert recusal_end(recusal=recusal, actor=editor).ended_by == editor


def test_the_reason_is_for_editors_and_the_person_alone(
    fact_checker: User, second_checker: User, editor: User, administrator: User
) -> None:
    recusal = declared(fact_checker)
    for reader in (fact_checker, editor):
        assert list(recusals_readable_by(reader)) == [recusal]
    for reader in (second_checker, administrator):
        assert not recusals_readable_by(reader).exists()


@pytest.mark.parametrize(
    ("what", "reason", "field"),
    [
        (PORT, " ", "reason"),
        (PORT, "x" * 2001, "reason"),
        (RecusalFrom(Kind.WORD, text=" a "), "Kin.", "text"),
        (RecusalFrom(Kind.SPEAKER, text="x" * 201), "Kin.", "text"),
        (RecusalFrom(Kind.TAG, text="water"), "Kin.", "tag"),
        (RecusalFrom(Kind.SOURCE), "Kin.", "source"),
    ],
)
def test_a_recusal_that_says_too_little_is_refused_at_its_field(
    fact_checker: User, what: RecusalFrom, reason: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        recusal_declare(actor=fact_checker, person=fact_checker, what=what, reason=reason)
    assert refused.value.field == field
    assert not Recusal.objects.exists()


def test_whoever_reviews_nothing_is_recused_from_nothing(editor: User, administrator: User) -> None:
    with pytest.raises(InvalidInput) as refused:
        declared(administrator, actor=editor)
    assert refused.value.field == "person"


def test_giving_out_claims_asks_the_same_however_many_recusals_there_are(
    fact_checker: User,
) -> None:
    def asked() -> int:
        make_item()
        with CaptureQueriesContext(connection) as queries:
            lease = lease_take_next(actor=fact_checker)
        assert lease is not None
        lease_release(item=lease.item, actor=fact_checker)
        return len(queries)

    declared(fact_checker, RecusalFrom(Kind.WORD, text="wells"))
    one = asked()
    for number in range(5):
        source = Source.objects.create(name=f"Quarry Times {number}")
        declared(fact_checker, RecusalFrom(Kind.SOURCE, source=source))
    assert asked() == one


def test_whoever_is_recused_by_a_tag_does_not_take_it_off(
    fact_checker: User, second_checker: User
) -> None:
    item, what = item_of(Kind.TAG, second_checker)
    declared(fact_checker, what)
    assert what.tag is not None
    code = refusal(NotAllowed, item_untag, item=item, actor=fact_checker, tag=what.tag)
    assert code == "is_not_recused"
    assert refusal(NotAllowed, lease_take, item=item, actor=fact_checker) == "is_not_recused"
    item_untag(item=item, actor=second_checker, tag=what.tag)


def test_nor_by_undoing_what_put_it_on(fact_checker: User) -> None:
    item, tag = make_item(), Tag.objects.create(name="water", added_by=fact_checker)
    batch = items_triage(item_ids=[item.pk], order=Order(Act.TAG, tag=tag), actor=fact_checker)
    declared(fact_checker, RecusalFrom(Kind.TAG, tag=tag))
    undone = batch_undo(batch=batch, actor=fact_checker)
    assert [row["code"] for row in undone.undo_refused] == ["is_not_recused"]
    assert item.item_tags.exists()


def test_nobody_puts_off_what_they_are_recused_from(fact_checker: User) -> None:
    item = make_item()
    declared(fact_checker)
    until = timezone.now() + datetime.timedelta(days=360)
    code = refusal(NotAllowed, item_snooze, item=item, actor=fact_checker, until=until, note="No.")
    assert code == "is_not_recused"


def test_what_is_assigned_to_whoever_is_recused_they_give_back_and_to_nobody_else(
    fact_checker: User, editor: User
) -> None:
    item = make_item()
    declared(editor)
    QueueItem.objects.update(assignee=editor)  # before recusals took away what was assigned
    code = refusal(NotAllowed, item_assign, item=item, actor=editor, assignee=fact_checker)
    assert code == "is_not_recused"
    assert item_assign(item=item, actor=editor, assignee=None) is not None


def test_whoever_is_recused_neither_restores_nor_reopens(fact_checker: User, editor: User) -> None:
    published = published_verdict(fact_checker, editor).item
    dismissed = item_dismiss(item=make_item(), actor=editor, note="An opinion.")
    declared(fact_checker)
    code = refusal(NotAllowed, item_reopen, item=published, actor=fact_checker, note="A new table.")
    assert code == "is_not_recused"
    assert refusal(NotAllowed, item_restore, item=dismissed, actor=fact_checker) == "is_not_recused"
    item_restore(item=dismissed, actor=None)


def test_a_recusal_by_a_tag_holds_when_the_claim_comes_back(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    item, what = item_of(Kind.TAG, editor)
    published = published_verdict(second_checker, editor, item).item
    item_assign(item=item_reopen(item=published, actor=editor, note="A new table."), actor=editor,
                assignee=second_checker)  # fmt: skip
    again = QueueItem.objects.latest("id")
    assert [each.tag for each in again.item_tags.all()] == [what.tag]
    declared(fact_checker, what)
    assert refusal(NotAllowed, lease_take, item=again, actor=fact_checker) == "is_not_recused"


@pytest.mark.parametrize("look", [dismissal_confirm, dismissal_overturn])
def test_whoever_is_recused_takes_no_second_look_at_a_dismissal(
    fact_checker: User, second_checker: User, settings: Any, look: Any
) -> None:
    settings.DISMISSAL_AUDIT_SHARE = 1.0
    item = item_dismiss(item=make_item(), actor=second_checker, note="An opinion.")
    line = item.dismissals.get()
    assert list(to_look_at(fact_checker)) == [line]
    declared(fact_checker)
    assert list(to_look_at(fact_checker)) == []
    code = refusal(NotAllowed, look, dismissal=line, actor=fact_checker, note="It is none.")
    assert code == "is_not_recused"


def test_whoever_is_recused_touches_neither_evidence_nor_the_right_of_reply(
    fact_checker: User, second_checker: User
) -> None:
    claim = make_item().claim
    row = make_evidence(claim, fact_checker)
    asked = reply_ask(
        claim=claim, actor=second_checker, name="Sari Dewi", question="Whence?", contact=BY_PHONE
    )
    declared(fact_checker)
    attempts: list[tuple[Any, dict[str, Any]]] = [
        (claim_evidence_add, {"claim": claim, "url": "https://x.example/", "publisher": "X",
                              "stance": "for", "kind": "primary"}),
        (claim_evidence_remove, {"evidence": row}),
        (reply_ask, {"claim": claim, "name": "Sari", "question": "Why?", "contact": BY_PHONE}),
        (reply_try_again, {"request": asked, "contact": BY_PHONE}),
        (reply_note, {"request": asked, "outcome": "declined", "based_on": 1}),
        (reply_to_evidence, {"request": asked}),
    ]  # fmt: skip
    for act, named in attempts:
        with pytest.raises(NotAllowed, match="recused"):
            act(**named, actor=fact_checker)


def assigned(person: User, editor: User) -> QueueItem:
    item = make_item()
    item_assign(item=item, actor=editor, assignee=person)
    return item


def test_a_recusal_takes_away_what_is_assigned_and_says_so(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    item, tagged = assigned(fact_checker, editor), make_item(make_claim("The mayor opened wells."))
    item_assign(item=tagged, actor=editor, assignee=fact_checker)
    declared(fact_checker)
    item.refresh_from_db()
    assert (item.assignee, events_of(item)) == (None, ["item.assign", "item.assign"])
    assert lease_take_next(actor=second_checker) is not None
    tag = Tag.objects.create(name="water", added_by=editor)
    declared(fact_checker, RecusalFrom(Kind.TAG, tag=tag))
    item_tag(item=tagged, actor=second_checker, tag=tag)
    tagged.refresh_from_db()
    assert tagged.assignee is None
    assert_chain_is_intact()
