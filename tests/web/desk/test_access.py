"""Who may open which page of the desk, and who may press what: a table."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from django.db import transaction
from django.urls import reverse

from factcheck.accounts.models import User
from reviews.models import BoostRule, Dismissal, QueueItem, SavedView, Tag, TriageBatch, Verdict
from tests import walks
from tests.factories import make_item
from tests.web.desk.conftest import LogIn

PEOPLE = ("anonymous", "outsider", "checker", "author", "editor", "administrator")
# Status per person, in the order of PEOPLE; 302 of anonymous leads to the log-in page.
GET = {
    "queue": (302, 403, 200, 200, 200, 200),
    "dismissal-list": (302, 403, 200, 200, 200, 200),
    "desk-rules": (302, 403, 200, 200, 200, 200),
    "workspace": (302, 403, 200, 200, 200, 200),
    "item-break-glass": (302, 403, 403, 403, 403, 200),
    "item-merge": (302, 403, 200, 200, 200, 200),
    "item-differs": (302, 403, 200, 200, 200, 200),
    "item-apart": (302, 403, 200, 200, 200, 200),
    "sign-off-list": (302, 403, 403, 403, 200, 200),
    "sign-off": (302, 403, 404, 200, 200, 200),
}
# An administrator oversees and makes people, but does not judge claims.
POST = {
    "queue-take-next": (302, 403, 302, 302, 302, 302),
    "queue-bulk": (302, 403, 302, 302, 302, 302),
    "queue-undo": (302, 403, 302, 302, 302, 302),
    "dismissal-confirm": (302, 403, 302, 302, 302, 302),
    "dismissal-overturn": (302, 403, 302, 302, 302, 302),
    "dismissal-restore": (302, 403, 302, 302, 302, 302),
    "view-save": (302, 403, 302, 302, 302, 302),
    "view-rename": (302, 403, 302, 302, 302, 302),
    "view-place": (302, 403, 302, 302, 302, 302),
    "view-delete": (302, 403, 302, 302, 302, 302),
    "view-restore": (302, 403, 302, 302, 302, 302),
    "tag-add": (302, 403, 302, 302, 302, 302),
    "tag-retire": (302, 403, 302, 302, 302, 302),
    "rule-add": (302, 403, 302, 302, 302, 302),
    "rule-end": (302, 403, 302, 302, 302, 302),
    "item-heartbeat": (302, 403, 409, 409, 409, 409),
    "item-no-claim": (302, 403, 409, 409, 409, 409),
    "review-save": (302, 403, 400, 400, 400, 400),
    "evidence-add": (302, 403, 400, 400, 400, 400),
}
# What comes of these for each person in each state is what tests/duties are about.
PRESSED_BY_DUTIES = (
    "item-take", "item-release", "item-withdraw", "item-dismiss", "item-restore", "item-reopen",
    "item-ask-review", "item-unmerge", "review-submit", "verdict-revise", "verdict-resubmit",
    "sign-off-approve",
    "sign-off-publish", "sign-off-send-back", "sign-off-hand-over", "sign-off-retract",
)  # fmt: skip
WITHOUT_ROW = {
    "queue", "queue-take-next", "queue-bulk", "dismissal-list", "sign-off-list", "desk-rules",
    "view-save", "tag-add", "rule-add",
}  # fmt: skip


@pytest.fixture
def people(
    outsider: User, second_checker: User, fact_checker: User, editor: User, administrator: User
) -> dict[str, User | None]:
    """Return the people of the table by name; the author wrote the verdict."""
    found = (None, outsider, second_checker, fact_checker, editor, administrator)
    return dict(zip(PEOPLE, found, strict=True))


@pytest.fixture
def verdict(fact_checker: User) -> Verdict:
    """Return a verdict that waits for sign-off."""
    return walks.drafted_verdict(fact_checker)


def row_behind(name: str, verdict: Verdict) -> int:
    """Return the id of a row that the address is about."""
    author = verdict.author
    match name.split("-", maxsplit=1)[0]:
        case "queue":
            return TriageBatch.objects.create(act="tag", by=author).pk
        case "dismissal":
            return Dismissal.objects.create(item=make_item(), why="opinion", by=author).pk
        case "view" | "tag" | "rule":
            return row_of_the_desk(name, author)
        case "sign":
            return verdict.pk
    return verdict.item_id


def row_of_the_desk(name: str, author: User) -> int:
    if name.startswith("view"):
        return SavedView.objects.get_or_create(owner=author, name="Ports")[0].pk
    if name.startswith("tag"):
        return Tag.objects.get_or_create(name="Port", defaults={"added_by": author})[0].pk
    told = {"points": 5, "reason": "A series.", "added_by": author}
    return BoostRule.objects.get_or_create(trait="word", value="port", defaults=told)[0].pk


def address(name: str, verdict: Verdict) -> str:
    return reverse(name, args=[] if name in WITHOUT_ROW else [row_behind(name, verdict)])


def answers_to(
    person: User | None, asked: Iterable[str], method: str, verdict: Verdict, log_in: LogIn
) -> dict[str, int]:
    """Return the status of each address of `asked`; what was done by asking is undone."""
    client, found = log_in(person), {}
    for name in asked:
        with transaction.atomic():
            found[name] = getattr(client, method)(address(name, verdict)).status_code
            transaction.set_rollback(True)
    return found


@pytest.mark.parametrize(("method", "table"), [("get", GET), ("post", POST)])
def test_a_page_opens_for_whom_it_should_and_a_button_answers_so(
    method: str,
    table: dict[str, tuple[int, ...]],
    verdict: Verdict,
    people: dict[str, User | None],
    log_in: LogIn,
) -> None:
    """One desk for all addresses: filling one takes longer than asking."""
    for number, (kind, person) in enumerate(people.items()):
        wanted = {name: statuses[number] for name, statuses in table.items()}
        assert (kind, answers_to(person, table, method, verdict, log_in)) == (kind, wanted)


def test_a_button_does_nothing_when_its_address_is_only_opened(
    verdict: Verdict, editor: User, log_in: LogIn
) -> None:
    every = [*POST, *PRESSED_BY_DUTIES]
    assert answers_to(editor, every, "get", verdict, log_in) == dict.fromkeys(every, 405)


def test_a_stranger_who_presses_what_the_duties_press_is_sent_to_the_log_in_page(
    verdict: Verdict, log_in: LogIn
) -> None:
    pressed = answers_to(None, PRESSED_BY_DUTIES, "post", verdict, log_in)
    assert pressed == dict.fromkeys(PRESSED_BY_DUTIES, 302)


def test_a_verdict_that_was_published_opens_for_everybody_at_the_desk(
    fact_checker: User, second_checker: User, editor: User, log_in: LogIn
) -> None:
    published = walks.published_verdict(fact_checker, editor)
    page = log_in(second_checker).get(reverse("sign-off", args=[published.pk]))
    assert page.status_code == 200


def test_evidence_of_another_claim_cannot_be_removed_here(
    verdict: Verdict, fact_checker: User, log_in: LogIn
) -> None:
    other: QueueItem = make_item()
    row = verdict.claim.evidence.get()
    url = reverse("evidence-remove", args=[other.pk, row.pk])
    assert log_in(fact_checker).post(url).status_code == 404


def test_an_administrator_may_not_take_a_claim(
    verdict: Verdict, administrator: User, log_in: LogIn
) -> None:
    waiting = make_item()
    answer = log_in(administrator).post(reverse("item-take", args=[waiting.pk]))
    assert answer.status_code == 403
    assert b"Your role may not do this" in answer.content
