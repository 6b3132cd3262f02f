"""What others judged stays hidden from whoever may still judge, at every address there is.

A person with every role asks for every page and every answer of the API, about a claim whose second
review they could give and one whose draft waits for a review more. No words of the first review may
come back, and nothing may differ when it had another rating.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from reviews.models import QueueItem, Rating, Review, Verdict
from reviews.services.authorship import verdict_hand_over
from reviews.services.comments import comment_add
from reviews.services.leases import lease_release, lease_take
from reviews.services.more_reviews import review_ask
from reviews.services.reply_waivers import reply_waive
from reviews.services.reviews import review_save_draft
from reviews.services.verdicts import verdict_resubmit, verdict_revise, verdict_send_back
from tests.factories import make_appearance, make_item, make_person
from tests.walks import REVIEW, review, text_of

SECRET = "xylophone"  # in every text that tells of the first review
JUDGED = replace(
    REVIEW,
    summary=f"{SECRET} summary",
    rationale=f"{SECRET} rationale",
    no_evidence_reason=f"{SECRET} evidence",
)
# Django's own pages show accounts alone; logging out by GET is refused, and the schema is long.
# What is published in bulk notes in the audit log who took it, and when.
NOT_ASKED = ("admin/", "api/v1/schema", "api/v1/docs", "static/", "api/v1/verdicts/export")
# What the first number of an address is the id of; elsewhere any will do.
KINDS = {
    "sign-off/": "verdict",
    "api/v1/verdicts/": "verdict",
    "verdicts/": "claim",
    "api/v1/claims/": "claim",
}
PART = re.compile(r"<(?:\w+:)?(\w+)>")
# Each answer has its own; nothing in them follows from a row.
RANDOM = re.compile(
    r'It is now <time.*?</time>|name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"'
    r"|\"X-CSRFToken\": ?\"\w+\""
    r"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\"made_at\":\"[^\"]+\""
    r"|\"zone\":\"[^\"]+\",\"at\":\"[^\"]+\""
)


def routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for each in resolver.url_patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield path
        else:
            yield from routes(each, path)


def addresses(ids: Mapping[str, list[int]]) -> Iterator[str]:
    """Yield every address, with each id of its kind of row where a number belongs."""
    for route in routes(get_resolver()):
        if route.startswith(NOT_ASKED) or "(" in route:
            continue
        kind = next((kind for start, kind in KINDS.items() if route.startswith(start)), "item")
        numbers = ids[kind] if PART.search(route) else [0]
        yield from ("/" + PART.sub(str(number), route) for number in numbers)


def with_a_named_speaker(item: QueueItem) -> QueueItem:
    make_appearance(item.claim)
    item.claim.speaker = "Mayor Budi Santoso"
    item.claim.save()
    return item


def reviewed_once(first: User) -> QueueItem:
    item = with_a_named_speaker(make_item(reviews_wanted=2))
    review(item, first, JUDGED)
    comment_add(claim=item.claim, actor=first, text=f"@reader {SECRET} comment")
    return item


def asked_again(first: User, editor: User, other: User) -> Verdict:
    """Return a draft with notes, a waiver and another author, that waits for a review more."""
    item = with_a_named_speaker(make_item())
    review(item, first, JUDGED)
    draft = Verdict.objects.get(item=item)
    verdict_send_back(verdict=draft, actor=editor, note=f"{SECRET} note")
    verdict_hand_over(verdict=draft, actor=editor, author=other, note=f"{SECRET} note")
    text = replace(text_of(draft), summary=f"{SECRET} revised")
    verdict_revise(verdict=draft, actor=other, text=text, based_on=0)
    verdict_resubmit(verdict=draft, actor=other)
    reply_waive(item=item, actor=editor, reason=f"{SECRET} waived", based_on="")
    comment_add(claim=item.claim, actor=editor, text=f"@reader {SECRET} comment")
    review_ask(item=item, actor=editor, note="A mayor is quoted.")
    return draft


def half_written(item: QueueItem, by: User) -> None:
    """Have somebody begin a review of a claim and give it back."""
    lease = lease_take(item=item, actor=by)
    review_save_draft(item=item, actor=by, token=lease.token, text=JUDGED, based_on=0)
    lease_release(item=item, actor=by)


@pytest.fixture
def reader(db: None) -> User:
    """Somebody with every role, who has judged none of the claims."""
    return make_person(Role.FACT_CHECKER, Role.EDITOR, Role.ADMINISTRATOR, username="reader")


@pytest.fixture
def judged(reader: User, fact_checker: User, second_checker: User, editor: User) -> list[QueueItem]:
    """The claims that others judged, and the reader may still judge."""
    once = reviewed_once(fact_checker)
    draft = asked_again(fact_checker, editor, second_checker)
    return [once, draft.item]


@pytest.fixture
def begun(fact_checker: User, second_checker: User) -> QueueItem:
    """A claim whose review is in, and of which somebody else has begun one they never handed in."""
    item = make_item()
    half_written(item, second_checker)
    review(item, fact_checker)
    return item


def answers(client: Client, ids: Mapping[str, list[int]]) -> dict[str, str]:
    cache.clear()  # or figures summed up before would hide what differs
    found = {}
    for address in addresses(ids):
        answer = client.get(address)
        text = answer.getvalue().decode(errors="replace")
        if answer.status_code < 400:
            found[address] = RANDOM.sub("", text)
    return found


def ids_of(items: Sequence[QueueItem]) -> dict[str, list[int]]:
    """Return the ids of the rows that tell of the items."""
    return {
        "item": [item.pk for item in items],
        "claim": [item.claim_id for item in items],
        "verdict": list(Verdict.objects.filter(item__in=items).values_list("pk", flat=True)),
    }


@pytest.mark.django_db
def test_no_address_tells_of_a_review_before_ones_own(
    client: Client, reader: User, judged: list[QueueItem], begun: QueueItem
) -> None:
    client.force_login(reader)
    ids = ids_of([*judged, begun])
    said = answers(client, ids)
    assert len(said) > 40
    assert [address for address, text in said.items() if SECRET in text] == []

    other = Rating.objects.get(slug="true")
    Review.objects.filter(item__in=judged).exclude(rating=None).update(rating=other)
    Verdict.objects.filter(item__in=judged).update(rating=other)
    again = answers(client, ids)
    assert [address for address, text in again.items() if text != said.get(address)] == []
