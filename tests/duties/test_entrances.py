"""Every event, pressed in every scene: pages and API do what the table says.

By the API everybody presses what the scene decides. On pages a press is tried wherever it is taken;
what refuses it, once by state, roles and answer. The scenes say by hand what is true of each
person, so that the whole way is tried: request, view, service, what selectors find out, and the
table. A new row or rule without a scene fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils.html import escape
from rest_framework.test import APIClient

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from reviews.domain.guards import GUARDS
from reviews.domain.states import TABLE, Event, Refusal, State, Transition
from reviews.models import QueueItem
from reviews.services.moves import ABOUT_THE_PERSON
from tests.duties.histories import ROLES, Desk
from tests.duties.presses import (
    ON_VERDICT,
    PRESSES,
    Press,
    api_request,
    outcome,
    outcomes,
    page_request,
    rows_of_people,
    rules_of_people,
)
from tests.duties.scenes import SCENES, Scene

TAKEN, REFUSED = (200, 201, 302), (403, 404)
GONE = (*REFUSED, 409)  # a page of a draft that is not there: its review was taken back


class Answer(NamedTuple):
    """A status, what the answer says, and the state of the claim after it."""

    status: int
    text: str
    state: str


class Expected(NamedTuple):
    """The statuses that fit, the state the claim is in then, and the rule that must be named."""

    statuses: tuple[int, ...]
    state: State
    refusal: Refusal | None = None


class Visitor(NamedTuple):
    """A person, their session, and what they press with: making these anew took the longest."""

    person: User
    session: str
    browser: Client
    program: APIClient


Send = Callable[[Press, QueueItem, Visitor], tuple[int, str]]
# The state, the number of the press, the roles of who presses, and what comes of it.
PageAnswer = tuple[State, int, tuple[Role, ...], Expected]


def logged_in(person: User) -> Visitor:
    client = Client()
    client.force_login(person)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return Visitor(person, session, client, APIClient())


def by_api(press: Press, item: QueueItem, visitor: Visitor) -> tuple[int, str]:
    client = visitor.program
    client.force_authenticate(User.objects.get(pk=visitor.person.pk))
    method, path, body = api_request(press, item)
    response = getattr(client, method)(path, body, format="json")
    return response.status_code, response.content.decode()


def by_page(press: Press, item: QueueItem, visitor: Visitor) -> tuple[int, str]:
    client = visitor.browser
    client.cookies.clear()  # what was said to them before
    client.cookies[settings.SESSION_COOKIE_NAME] = visitor.session
    path, fields = page_request(press, item)
    response = client.post(path, fields)
    return response.status_code, response.content.decode()


ENTRANCES: dict[str, Send] = {"api": by_api, "page": by_page}
FIRST_OF_STATE = {scene.state: name for name, scene in reversed(SCENES.items())}
A_REVIEW = next(press for press in PRESSES if press.event == Event.SUBMIT)
# A refusal by one of these follows from the state, the press and the role: no other scene of the
# state can tell anything new.
OF_THE_STATE = frozenset({"role", "wrong_state", "gives_note"})


@pytest.mark.django_db
@pytest.mark.parametrize("scene_name", SCENES)
def test_the_api_and_each_kind_of_answer_of_a_page_are_what_the_table_says(scene_name: str) -> None:
    scene, desk = SCENES[scene_name], Desk()
    item = scene.build(desk)
    visitors = {name: logged_in(desk.people[name]) for name in scene.tried_by}
    faults = []
    for entrance, send in ENTRANCES.items():
        for press, name in TRIED[entrance](scene_name):
            answer = _pressed(send, press, item, visitors[name])
            if fault := _fault(expected(scene, name, press), answer):
                faults.append(f"{entrance}, {name}, {press}: {fault}")
    assert faults == []


def _tried(scene_name: str, entrance: str) -> Iterator[tuple[Press, str]]:
    """Yield what is pressed by whom.

    What the state has no row for, one person tries for all.
    """
    scene = SCENES[scene_name]
    for press in PRESSES:
        if press.by not in ("", entrance):
            continue
        in_table = any(row.source == scene.state and row.event == press.event for row in TABLE)
        for name in scene.tried_by if in_table else scene.tried_by[-2:-1]:
            if not _is_told_elsewhere(scene_name, name, press):
                yield press, name


def _tried_by_api(scene_name: str) -> Iterator[tuple[Press, str]]:
    return _tried(scene_name, "api")


def _tried_by_page(scene_name: str) -> Iterator[tuple[Press, str]]:
    """Yield what is taken, and what no page of the state has refused the same roles before.

    That the scene itself decides so, the API tells for each refusal: both call the same service,
    and making a page takes three times as long.
    """
    for press, name in _tried(scene_name, "page"):
        answer = _answer_of_page(scene_name, name, press)
        is_taken = answer[-1].statuses == TAKEN
        if press.by == "page" or is_taken or _first_pages()[answer] == (scene_name, name):
            yield press, name


@cache
def _first_pages() -> dict[PageAnswer, tuple[str, str]]:
    """Return by each answer of a page the scene and the person that are first to get it."""
    first: dict[PageAnswer, tuple[str, str]] = {}
    for scene_name in SCENES:
        for press, name in _tried(scene_name, "page"):
            first.setdefault(_answer_of_page(scene_name, name, press), (scene_name, name))
    return first


def _answer_of_page(scene_name: str, name: str, press: Press) -> PageAnswer:
    scene = SCENES[scene_name]
    return scene.state, PRESSES.index(press), ROLES[name], expected(scene, name, press)


TRIED = {"api": _tried_by_api, "page": _tried_by_page}


def _is_told_elsewhere(scene_name: str, name: str, press: Press) -> bool:
    """Say whether the first scene of the state tells it, or another of one's reviews does.

    Whoever does not hold the claim is refused for that, whatever their review says.
    """
    scene = SCENES[scene_name]
    decision = outcome(scene, name, press)
    if isinstance(decision, Refusal) and decision.rule in OF_THE_STATE:
        return FIRST_OF_STATE[scene.state] != scene_name
    holds = scene.situation(name).holds_lease
    return press.event == Event.SUBMIT and not holds and press != A_REVIEW


def _pressed(send: Send, press: Press, item: QueueItem, visitor: Visitor) -> Answer:
    """Return what came of it; then undo what was done."""
    with transaction.atomic():
        status, text = send(press, item, visitor)
        states = QueueItem.objects.filter(claim=item.claim_id).order_by("-id")
        fresh = press.event == Event.REOPEN and status in TAKEN
        state = (states if fresh else states.filter(pk=item.pk)).values_list("state", flat=True)[0]
        transaction.set_rollback(True)
    return Answer(status, text, state)


def _fault(wanted: Expected, answer: Answer) -> str:
    """Return in what an answer is not what it should be, "" when it is."""
    if answer.status not in wanted.statuses or answer.state != wanted.state:
        return f"{answer.status}, {answer.state}; not {wanted}"
    refusal = wanted.refusal
    if refusal is None or f'"{refusal.rule}"' in answer.text:
        return ""
    return "" if escape(refusal.message) in answer.text else f"does not name {refusal.rule}"


def expected(scene: Scene, name: str, press: Press) -> Expected:
    """Return what comes of `press`. Who may not even read the thing is told nothing of it."""
    decision = outcome(scene, name, press)
    holds = scene.situation(name).holds_lease
    if name == "outsider" or (press.event in ON_VERDICT and not scene.has_verdict):
        return Expected(REFUSED if name == "outsider" else GONE, scene.state)
    if press.event == Event.TAKE and holds:
        return Expected(TAKEN, scene.state)  # answered with the lease one has
    if press.event == Event.SUBMIT and not holds:
        return Expected((409,), scene.state, Refusal("holds_lease", GUARDS["holds_lease"].message))
    if isinstance(decision, Transition):
        return Expected(TAKEN, decision.target)
    if decision.rule == "role" or (press.event in ON_VERDICT and name == "checker"):
        return Expected(REFUSED, scene.state)
    status = 403 if decision.rule in ABOUT_THE_PERSON else 409
    return Expected((status,), scene.state, decision)


def test_every_row_of_the_table_is_taken_by_somebody() -> None:
    taken = {decision for *_case, decision in outcomes() if isinstance(decision, Transition)}
    assert set(rows_of_people()) <= taken


def test_every_rule_of_the_table_refuses_somebody() -> None:
    refused = {decision.rule for *_case, decision in outcomes() if isinstance(decision, Refusal)}
    assert rules_of_people() <= refused


def test_every_event_of_a_person_can_be_pressed() -> None:
    assert {row.event for row in rows_of_people()} == {press.event for press in PRESSES}
