"""The pages on which people say which claim something is of."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Appearance, Claim, ClaimDecision
from factcheck.accounts.models import User
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.selectors.placing_choice import MOST_SHOWN
from tests.factories import make_appearance, make_article, make_claim, make_evidence
from tests.placings import made_in, state_of, waiting
from tests.web.desk.conftest import LogIn

WHY = "Both count the boats of May."
OTHER = "The harbour office counted ten boats that sank in May."


def form_of(page: str) -> dict[str, str]:
    """Return the hidden fields of the form with the reason."""
    form = page[page.rindex('<form class="card" method="post"') :]
    hidden = r'type="hidden" name="(\w+)" value="([^"]*)"'
    return {
        name: value for name, value in re.findall(hidden, form) if name != "csrfmiddlewaretoken"
    }


def said(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_a_claim_is_found_by_words_or_address_compared_and_merged(
    log_in: LogIn, fact_checker: User
) -> None:
    one, other, client = waiting(), waiting(OTHER), log_in(fact_checker)
    make_evidence(one.claim, fact_checker)
    url = reverse("item-merge", args=[one.pk])
    link = f"{url}?into={other.claim_id}"
    for asked in (
        "harbour that sank",
        f"http://desk.example/queue/{other.pk}/",
        f"{other.claim_id}",
    ):
        assert link in said(client, f"{url}?q={asked}")
    assert link not in said(client, f"{url}?q=ferries")
    for number in range(MOST_SHOWN):
        make_claim(f"Barge {number} ran aground.")
    assert "there are more" not in said(client, f"{url}?q=aground")
    make_claim("The last barge ran aground.")
    assert f"The newest {MOST_SHOWN} with these words" in said(client, f"{url}?q=aground")
    fields = form_of(said(client, link)) | {"note": WHY}
    for _again in range(2):  # a form sent twice is done once
        answer = client.post(url, fields)
    decision = ClaimDecision.objects.get()
    assert answer["Location"] == f"{reverse('workspace', args=[other.pk])}?decided={decision.pk}"
    there = said(client, answer["Location"])
    undo = reverse("decision-undo", args=[other.pk, decision.pk])
    assert there.count(undo) == 2  # right after it, and in the history
    assert WHY in there
    assert "1 piece of evidence" in there
    led = client.get(reverse("workspace", args=[one.pk]), follow=True)
    assert led.redirect_chain == [(reverse("workspace", args=[other.pk]), 302)]
    back = f'<a href="{reverse("workspace", args=[one.pk])}?merged=1" lang="en" dir="auto">'
    assert f"was merged into this one: {back}{one.claim}</a>" in led.content.decode()
    assert "Bureau of Statistics" in said(client, f"{reverse('workspace', args=[one.pk])}?merged=1")
    assert client.get(f"/api/v1/claims/{one.claim_id}").json()["merged_into"] == other.claim_id
    client.post(undo)
    assert state_of(one) == State.QUEUED


def test_what_was_typed_is_there_when_somebody_was_faster(
    log_in: LogIn, fact_checker: User, editor: User
) -> None:
    one, other, client = waiting(), waiting(OTHER), log_in(fact_checker)
    url = reverse("item-differs", args=[one.pk])
    fields = form_of(said(client, f"{url}?into={other.claim_id}")) | {
        "note": WHY,
        "aspects": "date",
    }
    theirs = log_in(editor).post(url, fields)
    assert theirs.status_code == 302
    answer = client.post(url, fields)
    page = answer.content.decode()
    assert (answer.status_code, WHY in page) == (409, True)
    assert "meanwhile" in page
    assert form_of(page)["based_on"] == "1"
    apart = reverse("item-apart", args=[one.pk])
    left = form_of(said(client, f"{apart}?into={other.claim_id}")) | {"note": "Other boats."}
    assert client.post(apart, left).status_code == 302
    assert Claim.objects.get(pk=other.claim_id).family is None


def test_an_appearance_is_moved_or_made_a_claim_from_its_place_in_the_workspace(
    log_in: LogIn, fact_checker: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other, client = waiting(), waiting(OTHER), log_in(fact_checker)
    assert reverse("appearance-split", args=[one.pk, 1]) not in said(client, f"/queue/{one.pk}/")
    texts = ("Nine boats sank in June.", "In June nine boats sank.")
    made = [
        make_appearance(one.claim, article=make_article(text), start=0, end=len(text))
        for text in texts
    ]
    page = said(client, reverse("workspace", args=[one.pk]))
    split, move = (
        reverse(name, args=[one.pk, made[0].pk]) for name in ("appearance-split", "appearance-move")
    )
    assert split in page
    assert move in page
    moved = form_of(said(client, f"{move}?into={other.claim_id}")) | {"note": WHY}
    client.post(move, moved)
    assert made[0].pk in made_in(other)
    again = client.post(move, form_of(said(client, f"{move}?into={one.claim_id}")) | {"note": WHY})
    assert again.status_code == 400
    assert f'dir="auto">{OTHER}</span>' in again.content.decode()  # where it is now
    client.post(reverse("decision-undo", args=[one.pk, ClaimDecision.objects.get().pk]))
    assert "are shown" not in said(client, split)
    monkeypatch.setattr("reviews.web.placing_pages.MOST_OTHERS", 0)
    assert "The first 0 of 1 are shown" in said(client, split)
    monkeypatch.undo()
    assert texts[1] in said(client, split)
    fields = form_of(said(client, split)) | {"note": " ", "appearances": str(made[1].pk)}
    refused = client.post(split, fields).content.decode()
    assert f'value="{made[1].pk}" checked' in refused
    client.post(split, fields | form_of(refused) | {"note": WHY})
    own = Appearance.objects.get(pk=made[0].pk).claim
    assert own is not None
    assert made_in(QueueItem.objects.get(claim=own)) == {each.pk for each in made}
    assert own.text == texts[0]


def test_what_somebody_moved_on_since_is_not_moved_from_the_page_of_where_it_was(
    log_in: LogIn, fact_checker: User
) -> None:
    one, other, third = waiting(), waiting(OTHER), waiting("Ten sank.")
    text = "Nine boats sank in June."
    made = make_appearance(one.claim, article=make_article(text), start=0, end=len(text))
    client, url = log_in(fact_checker), reverse("appearance-move", args=[one.pk, made.pk])
    fields = form_of(said(client, f"{url}?into={other.claim_id}")) | {"note": WHY}
    Appearance.objects.filter(pk=made.pk).update(claim=third.claim_id)
    assert client.post(url, fields).status_code == 400
    assert made.pk in made_in(third)


def test_what_is_asked_for_may_hold_what_no_claim_does(log_in: LogIn, fact_checker: User) -> None:
    one, other = waiting(), waiting(OTHER)
    url = reverse("item-merge", args=[one.pk])
    assert f"{url}?into={other.claim_id}" in said(log_in(fact_checker), f"{url}?q=boats%00")
