"""Every event, pressed by everybody in every scene: pages and API do what the table says.

The scenes say by hand what is true of each person, so that the whole way is tried: request, view,
service, what selectors find out, and the table. A new row or rule without a scene fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from django.utils.html import escape
from rest_framework.test import APIClient

from factcheck.accounts.models import User
from reviews.domain.guards import GUARDS
from reviews.domain.states import TABLE, Event, Refusal, State, Transition
from reviews.models import QueueItem
from reviews.services.moves import ABOUT_THE_PERSON
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
from tests.duties.scenes import SCENES, Desk, Scene

TAKEN, REFUSED = (200, 201, 302), (403, 404)
Send = Callable[[Press, QueueItem, User], tuple[int, str]]


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


def by_api(press: Press, item: QueueItem, person: User) -> tuple[int, str]:
    client = APIClient()
    client.force_authenticate(person)
    method, path, body = api_request(press, item)
    response = getattr(client, method)(path, body, format="json")
    return response.status_code, response.content.decode()


def by_page(press: Press, item: QueueItem, person: User) -> tuple[int, str]:
    client = Client()
    client.force_login(person)
    path, fields = page_request(press, item)
    response = client.post(path, fields)
    return response.status_code, response.content.decode()


ENTRANCES: dict[str, Send] = {"api": by_api, "page": by_page}


@pytest.mark.django_db
@pytest.mark.parametrize("entrance", ENTRANCES)
@pytest.mark.parametrize("scene_name", SCENES)
def test_an_entrance_does_what_the_table_says(scene_name: str, entrance: str) -> None:
    scene, desk = SCENES[scene_name], Desk()
    item = scene.build(desk)
    faults = []
    for press, name in _tried(scene, entrance):
        answer = _pressed(ENTRANCES[entrance], press, item, desk.people[name])
        if fault := _fault(expected(scene, name, press), answer):
            faults.append(f"{name}, {press}: {fault}")
    assert faults == []


def _tried(scene: Scene, entrance: str) -> Iterator[tuple[Press, str]]:
    """Yield what is pressed by whom. What the state has no row for, one person tries for all."""
    for press in PRESSES:
        if press.by not in ("", entrance):
            continue
        in_table = any(row.source == scene.state and row.event == press.event for row in TABLE)
        yield from (
            (press, name) for name in (scene.tried_by if in_table else scene.tried_by[-2:-1])
        )


def _pressed(send: Send, press: Press, item: QueueItem, person: User) -> Answer:
    """Return what came of it; then undo what was done."""
    with transaction.atomic():
        status, text = send(press, item, User.objects.get(pk=person.pk))
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
        return Expected(REFUSED, scene.state)
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
