"""Comments: who writes, changes and deletes them, who is told, and who may not read them yet."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from copy import copy
from functools import partial

import pytest
from django.utils import timezone

from claims.models import Claim
from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from factcheck.errors import InvalidInput, NotAllowed, Stale, TooMany, WrongState
from reviews.domain.discussion import MOST_AT_ONCE
from reviews.domain.recusal import Kind
from reviews.models import Comment, QueueItem
from reviews.selectors.comments import (
    MOST_SHOWN,
    claim_discussion,
    comments_hidden_from,
    comments_readable_by,
)
from reviews.selectors.discussion_news import discussion_news
from reviews.selectors.notifications import notifications_of, unread_of
from reviews.selectors.secret_events import secret_events
from reviews.services.authorship import verdict_hand_over
from reviews.services.comments import (
    MAX_TEXT,
    comment_add,
    comment_delete,
    comment_edit,
    thread_resolve,
    thread_take_up,
)
from reviews.services.leases import lease_release, lease_take
from reviews.services.more_reviews import review_ask
from reviews.services.notifications import notification_read, notifications_read
from reviews.services.recusals import RecusalFrom, recusal_declare
from reviews.services.verdicts import verdict_send_back
from tests.duties.histories import Desk, held, reviewed_once, waiting
from tests.duties.scenes import SCENES
from tests.factories import make_claim, make_evidence, make_item
from tests.walks import drafted_verdict, review

pytestmark = pytest.mark.django_db
TEXT = "The yearbook has another figure."


def kinds_told(person: User) -> list[str]:
    return [each.kind for each in notifications_of(person).order_by("id")]


def grown_old(comment: Comment) -> None:
    before = timezone.now() - datetime.timedelta(minutes=16)
    Comment.objects.filter(pk=comment.pk).update(written_at=before)


def test_a_comment_belongs_to_the_claim_and_outlives_reopening() -> None:
    desk = Desk()
    reopened = SCENES["reopened"].build(desk)
    first = QueueItem.objects.filter(claim=reopened.claim_id).earliest("id")
    early = comment_add(claim=reopened.claim, actor=desk.checker, text=TEXT)
    Comment.objects.filter(pk=early.pk).update(item=first)
    late = comment_add(claim=reopened.claim, actor=desk.checker, text="Again?")
    found = claim_discussion(reopened.claim_id, desk.editor)
    assert [thread.pk for thread in found.threads] == [early.pk, late.pk]
    assert late.item_id == reopened.pk


def test_a_claim_shows_what_was_said_of_those_merged_into_it(fact_checker: User) -> None:
    item, merged = make_item(), make_item()
    comment = comment_add(claim=merged.claim, actor=fact_checker, text=TEXT)
    Claim.objects.filter(pk=merged.claim_id).update(merged_into=item.claim_id)
    [thread] = claim_discussion(item.claim_id, fact_checker).threads
    assert thread.first == comment
    before = discussion_news(item.pk, fact_checker)
    row = make_evidence(merged.claim, fact_checker)
    answer = comment_add(
        claim=item.claim, actor=fact_checker, text="Page 4.", thread=comment.pk, evidence=row.pk
    )
    [thread] = claim_discussion(item.claim_id, fact_checker).threads
    assert thread.answers == [answer]
    comment_edit(comment=comment, actor=fact_checker, text="Page 5.", based_on=1)
    told = discussion_news(item.pk, fact_checker)
    assert (before["stamp"], told["stamp"]) == (f"{comment.pk}-1-0", f"{answer.pk}-3-0")


def test_whoever_is_named_or_answered_is_told_once_and_the_writer_never(
    fact_checker: User, second_checker: User, editor: User, outsider: User
) -> None:
    item = make_item()
    first = comment_add(
        claim=item.claim, actor=fact_checker, text="@second-checker，@editor @outsider @checker 看"
    )
    answer = comment_add(
        claim=item.claim, actor=editor, text="Yes, @checker: see page 4.", thread=first.pk
    )
    comment_add(claim=item.claim, actor=second_checker, text="Thanks.", thread=answer.pk)
    assert kinds_told(second_checker) == ["mention"]
    assert kinds_told(editor) == ["mention", "reply"]
    assert kinds_told(fact_checker) == ["mention", "reply"]
    assert kinds_told(outsider) == []
    assert first.mentioned == ["second-checker", "editor", "checker"]
    [thread] = claim_discussion(item.claim_id, editor).threads
    assert [each.thread_id for each in thread.answers] == [first.pk, first.pk]


def test_nobody_recused_from_the_claim_is_told_or_writes(
    fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    early = comment_add(claim=item.claim, actor=second_checker, text=TEXT)
    what = RecusalFrom(Kind.WORD, text=item.claim.text)
    recusal_declare(actor=second_checker, person=second_checker, what=what, reason="My brother.")
    mine = comment_add(claim=item.claim, actor=fact_checker, text="@second-checker?")
    assert kinds_told(second_checker) == []
    attempts: list[Callable[[], object]] = [
        lambda: comment_add(claim=item.claim, actor=second_checker, text=TEXT),
        lambda: thread_resolve(comment=mine, actor=second_checker),
        lambda: comment_edit(comment=early, actor=second_checker, text="No.", based_on=1),
    ]
    for refused in attempts:
        with pytest.raises(NotAllowed) as refusal:
            refused()
        assert refusal.value.code == "is_not_recused"
    assert comment_delete(comment=early, actor=second_checker).text == ""


def test_a_comment_is_changed_by_its_writer_for_a_quarter_of_an_hour(
    fact_checker: User, second_checker: User
) -> None:
    comment = comment_add(claim=make_item().claim, actor=fact_checker, text=TEXT)
    changed = comment_edit(
        comment=comment, actor=fact_checker, text="@second-checker, page 4?", based_on=1
    )
    assert (changed.version, changed.edited_at is not None) == (2, True)
    assert kinds_told(second_checker) == ["mention"]
    with pytest.raises(Stale) as stale:
        comment_edit(comment=comment, actor=fact_checker, text="Page 5?", based_on=1)
    assert stale.value.differences[0].stored == "@second-checker, page 4?"
    with pytest.raises(NotAllowed):
        comment_edit(comment=comment, actor=second_checker, text="Mine.", based_on=2)
    grown_old(comment)
    with pytest.raises(WrongState) as late:
        comment_edit(comment=comment, actor=fact_checker, text="Page 5?", based_on=2)
    assert late.value.code == "too_late"


def test_a_deleted_comment_leaves_its_place_and_tells_nobody(
    fact_checker: User, second_checker: User
) -> None:
    comment = comment_add(claim=make_item().claim, actor=fact_checker, text="@second-checker no")
    grown_old(comment)  # deleting is possible at any time
    with pytest.raises(NotAllowed):
        comment_delete(comment=comment, actor=second_checker)
    gone = comment_delete(comment=comment, actor=fact_checker)
    assert (gone.text, gone.mentioned, unread_of(second_checker)) == ("", [], 0)
    with pytest.raises(WrongState):
        comment_delete(comment=comment, actor=fact_checker)
    event = AuditEvent.objects.latest("id")
    assert (event.action, event.before["text"]) == ("comment.delete", "@second-checker no")


def test_a_thread_is_resolved_and_an_answer_takes_it_up_again(
    fact_checker: User, second_checker: User
) -> None:
    item = make_item()
    thread = comment_add(claim=item.claim, actor=fact_checker, text=TEXT)
    for _again in range(2):
        assert thread_resolve(comment=thread, actor=second_checker).resolved_by == second_checker
    answer = comment_add(claim=item.claim, actor=fact_checker, text="No, wait.", thread=thread.pk)
    thread.refresh_from_db()
    assert thread.resolved_at is None
    with pytest.raises(WrongState):
        thread_resolve(comment=answer, actor=fact_checker)
    thread_resolve(comment=thread, actor=fact_checker)
    assert thread_take_up(comment=thread, actor=fact_checker).resolved_at is None
    actions = AuditEvent.objects.filter(action__startswith="comment.").order_by("id")
    assert [event.action.removeprefix("comment.") for event in actions] == [
        "add", "resolve", "add", "take_up", "resolve", "take_up",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("text", {"text": " \n"}),
        ("text", {"text": "x" * (MAX_TEXT + 1)}),
        ("text", {"text": "a\x00"}),
        ("thread", {"text": TEXT, "thread": 10**9}),
        ("evidence", {"text": TEXT, "evidence": 10**9}),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(
    fact_checker: User, field: str, fields: dict[str, object]
) -> None:
    item = make_item()
    with pytest.raises(InvalidInput) as refusal:
        comment_add(claim=item.claim, actor=fact_checker, **fields)  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_a_comment_is_about_evidence_and_threads_of_its_own_claim(fact_checker: User) -> None:
    item, other = make_item(), make_item()
    row = make_evidence(item.claim, fact_checker)
    comment = comment_add(claim=item.claim, actor=fact_checker, text=TEXT, evidence=row.pk)
    assert comment.evidence == row
    about_other = partial(comment_add, claim=other.claim, actor=fact_checker, text=TEXT)
    with pytest.raises(InvalidInput):
        about_other(evidence=row.pk)
    with pytest.raises(InvalidInput):
        about_other(thread=comment.pk)


def test_a_claim_that_never_waited_has_no_discussion_and_outsiders_none(
    fact_checker: User, outsider: User
) -> None:
    with pytest.raises(WrongState):
        comment_add(claim=make_claim(), actor=fact_checker, text=TEXT)
    with pytest.raises(NotAllowed):
        comment_add(claim=make_item().claim, actor=outsider, text=TEXT)


def test_a_program_gone_wild_is_stopped(fact_checker: User) -> None:
    claim = make_item().claim
    for number in range(MOST_AT_ONCE):
        comment_add(claim=claim, actor=fact_checker, text=str(number))
    with pytest.raises(TooMany):
        comment_add(claim=claim, actor=fact_checker, text="one more")
    assert Comment.objects.count() == MOST_AT_ONCE


# What is written by whom, in which situation, and who may not read it then.
NOBODY: set[str] = set()
MAY_JUDGE = {"checker", "second", "editor"}


def given_back(desk: Desk) -> QueueItem:
    item = waiting(desk, 2)
    lease_release(item=lease_take(item=item, actor=desk.author).item, actor=desk.author)
    return item


def asked_again(desk: Desk) -> QueueItem:
    item = reviewed_once(desk, wanted=1)
    return review_ask(item=item, actor=desk.editor, note="A minister is quoted.")


BLIND: dict[str, tuple[Callable[[Desk], QueueItem], str, set[str]]] = {
    "one review is wanted": (held, "author", NOBODY),
    "nobody has begun": (lambda desk: waiting(desk, 2), "author", NOBODY),
    "a reviewer holds it": (lambda desk: held(desk, 2), "author", MAY_JUDGE),
    "somebody else writes meanwhile": (lambda desk: held(desk, 2), "editor", NOBODY),
    "it was given back": (given_back, "author", MAY_JUDGE),
    "the first review is in": (reviewed_once, "author", MAY_JUDGE),
    "an editor asks while the first is in": (reviewed_once, "editor", NOBODY),
    "an administrator asks": (reviewed_once, "administrator", NOBODY),
    "all reviews are in": (SCENES["drafted"].build, "author", NOBODY),
    "they disagree": (SCENES["disputed"].build, "second", NOBODY),
    "one more is wanted, by its reader": (asked_again, "editor", {"checker", "second"}),
}


@pytest.mark.parametrize("situation", BLIND)
def test_what_could_steer_a_review_is_hidden_from_whoever_may_give_it(situation: str) -> None:
    build, writer, hidden_from = BLIND[situation]
    desk = Desk()
    item = build(desk)
    text = " ".join(f"@{name}" for name in desk.people)
    comment = comment_add(claim=item.claim, actor=desk.people[writer], text=text)
    event = AuditEvent.objects.latest("id")
    people = {name: person for name, person in desk.people.items() if person.roles}
    for name, person in people.items():
        is_hidden = name in hidden_from - {writer}
        assert (name, comments_hidden_from(person, [comment.pk])) == (
            name, {comment.pk} if is_hidden else set()
        )  # fmt: skip
        assert comments_readable_by(person).exists() is not is_hidden
        discussion = claim_discussion(item.claim_id, person)
        assert (discussion.shown, discussion.hidden) == ((0, 1) if is_hidden else (1, 0))
        assert (secret_events([event], person) == {event.pk}) is is_hidden
        assert unread_of(person) == notifications_of(person).count()
        assert bool(unread_of(person)) is not (is_hidden or name == writer)


def test_what_was_hidden_is_told_when_the_round_is_over() -> None:
    desk = Desk()
    item = reviewed_once(desk)
    comment_add(claim=item.claim, actor=desk.author, text="@second, was it the ferries?")
    assert (unread_of(desk.second), unread_of(desk.editor)) == (0, 0)
    assert notifications_read(actor=desk.second, up_to=10**9) == 0
    review(item, desk.second)
    assert (unread_of(desk.second), kinds_told(desk.second)) == (1, ["mention"])


def test_nobody_answers_what_they_may_not_read_yet() -> None:
    desk = Desk()
    item = reviewed_once(desk)
    comment = comment_add(claim=item.claim, actor=desk.author, text=TEXT)
    with pytest.raises(InvalidInput):
        comment_add(claim=item.claim, actor=desk.second, text="Why?", thread=comment.pk)


def test_an_author_is_told_of_what_comes_back_and_a_new_one_of_what_is_theirs(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    draft = drafted_verdict(fact_checker)
    verdict_send_back(verdict=draft, actor=editor, note="Which year?")
    verdict_hand_over(verdict=draft, actor=editor, author=second_checker, note="She left.")
    assert kinds_told(fact_checker) == ["sent_back"]
    assert kinds_told(second_checker) == ["handed_over"]
    assert kinds_told(editor) == []


def test_what_was_read_is_not_counted_and_what_came_since_is(
    fact_checker: User, editor: User
) -> None:
    for _each in range(3):
        comment_add(claim=make_item().claim, actor=editor, text="@checker?")
    newest, middle, oldest = notifications_of(fact_checker).order_by("-id")
    notification_read(notification=oldest)
    assert unread_of(fact_checker) == 2
    assert notifications_read(actor=fact_checker, up_to=newest.pk, item=middle.item) == 1
    comment_add(claim=make_item().claim, actor=editor, text="@checker!")
    assert notifications_read(actor=fact_checker, up_to=newest.pk) == 1
    assert notifications_read(actor=editor, up_to=10**9) == 0
    assert unread_of(fact_checker) == 1


def test_a_discussion_too_long_for_its_page_begins_later_and_says_so(fact_checker: User) -> None:
    item = make_item()
    first = comment_add(claim=item.claim, actor=fact_checker, text=TEXT)
    more = Comment(claim=item.claim, item=item, author=fact_checker, text=TEXT)
    Comment.objects.bulk_create([copy(more) for _ in range(MOST_SHOWN - 2)])
    assert claim_discussion(item.claim_id, fact_checker).most_shown == 0
    Comment.objects.bulk_create([copy(more) for _ in range(2)])
    discussion = claim_discussion(item.claim_id, fact_checker)
    assert (discussion.shown, discussion.most_shown) == (MOST_SHOWN, MOST_SHOWN)
    assert first.pk not in {thread.pk for thread in discussion.threads}
