"""Who may open which page of the desk, and who may press what: a table."""

from __future__ import annotations

import pytest
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
    "item-take": (302, 403, 409, 409, 409, 409),
    "item-release": (302, 403, 409, 409, 409, 409),
    "item-heartbeat": (302, 403, 409, 409, 409, 409),
    "item-dismiss": (302, 403, 409, 409, 409, 409),
    "item-no-claim": (302, 403, 409, 409, 409, 409),
    "item-restore": (302, 403, 409, 409, 409, 409),
    "item-reopen": (302, 403, 409, 409, 409, 409),
    "item-ask-review": (302, 403, 403, 403, 409, 403),
    "review-save": (302, 403, 400, 400, 400, 400),
    "review-submit": (302, 403, 400, 400, 400, 400),
    "evidence-add": (302, 403, 400, 400, 400, 400),
    "verdict-revise": (302, 403, 400, 400, 400, 400),
    "verdict-resubmit": (302, 403, 409, 409, 409, 409),
    "sign-off-approve": (302, 403, 403, 403, 409, 403),
    "sign-off-publish": (302, 403, 403, 403, 409, 403),
    "sign-off-send-back": (302, 403, 403, 403, 409, 403),
    "sign-off-hand-over": (302, 403, 403, 403, 422, 403),
    "sign-off-retract": (302, 403, 403, 403, 409, 403),
}
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


@pytest.mark.parametrize("name", GET)
def test_a_page_opens_for_whom_it_should(
    name: str, verdict: Verdict, people: dict[str, User | None], log_in: LogIn
) -> None:
    got = [log_in(who).get(address(name, verdict)).status_code for who in people.values()]
    assert dict(zip(PEOPLE, got, strict=True)) == dict(zip(PEOPLE, GET[name], strict=True))


@pytest.mark.parametrize("name", POST)
def test_a_button_answers_as_it_should(
    name: str, verdict: Verdict, people: dict[str, User | None], log_in: LogIn
) -> None:
    got = [log_in(who).post(address(name, verdict)).status_code for who in people.values()]
    assert dict(zip(PEOPLE, got, strict=True)) == dict(zip(PEOPLE, POST[name], strict=True))


@pytest.mark.parametrize("name", POST)
def test_a_button_does_nothing_when_its_address_is_only_opened(
    name: str, verdict: Verdict, editor: User, log_in: LogIn
) -> None:
    assert log_in(editor).get(address(name, verdict)).status_code == 405


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
