"""What pages and calls ask of the database: the numbers in query_counts.tsv, reviewed like code.

A number that went up is a query that every visit pays for. If it has to be, change the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.accounts.models import User
from reviews.models import QueueItem
from reviews.services.leases import lease_take
from tests.factories import make_appearance, make_article, make_claim, make_item
from tests.walks import drafted_verdict, published_verdict

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

COUNTS = Path(__file__).with_name("query_counts.tsv")
REVIEW = {
    "based_on": 0,
    "rating": "false",
    "summary": "The ferries carried fewer people.",
    "rationale": "The yearbook of the port has a lower figure for May.",
    "no_evidence_reason": "The yearbook is on paper only.",
}


def pinned() -> dict[str, int]:
    lines = COUNTS.read_text(encoding="utf-8").splitlines()
    return {name: int(count) for name, count in (line.split("\t") for line in lines[1:])}


def cost(ask: Callable[[], Answer]) -> int:
    """Return the number of queries of `ask`, done once before: some answers are kept."""
    ask()
    with CaptureQueriesContext(connection) as queries:
        assert ask().status_code == 200
    return len(queries)


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_pages_and_calls_ask_the_database_as_often_as_was_agreed(
    fact_checker: User, second_checker: User, editor: User
) -> None:
    checker, page = signed_in(fact_checker), signed_in(editor)
    item = desk_of_two_claims()
    verdict = drafted_verdict(second_checker)
    published = published_verdict(second_checker, editor)
    for _ in range(4):
        make_item()
    pages = {
        "queue": reverse("queue"),
        "queue, by words": f"{reverse('queue')}?q=quernstones",
        "queue, by language": f"{reverse('queue')}?language=en",
        "workspace": reverse("workspace", args=[item.pk]),
        "workspace, drafted": reverse("workspace", args=[verdict.item_id]),
        "sign-off list": reverse("sign-off-list"),
        "sign-off": reverse("sign-off", args=[verdict.pk]),
        "search": f"{reverse('search')}?q=port",
        "dashboard": reverse("dashboard"),
        "articles": reverse("article-list"),
        "verdicts": reverse("verdict-list"),
        "verdict": reverse("verdict-detail", args=[published.claim_id]),
        "API: queue": reverse("reviews-api:queue"),
        "API: item": reverse("reviews-api:item", args=[item.pk]),
    }
    asked = {name: cost(partial(page.get, path)) for name, path in pages.items()}
    asked["API: take next"] = cost(partial(checker.post, reverse("reviews-api:take-next")))
    reviews = submissions(signed_in(second_checker), second_checker)
    asked["API: submit"] = cost(partial(next, reviews))
    assert asked == pinned()


def desk_of_two_claims() -> QueueItem:
    """Return the item of one of two claims of an article.

    The other says a word that no other test does: PostgreSQL may have sampled their claims and
    hold a word of theirs for common, which is looked for with a query less.
    """
    article = make_article(
        "The port handled 5 million boxes. The ferries carried 2 million people."
    )
    first, second = make_claim(), make_claim("The port handled 5 million quernstones.")
    make_appearance(first, article=article, start=0, end=33)
    make_appearance(second, article=article, start=34, end=71)
    make_item(second)
    return make_item(first)


def submissions(client: Client, person: User) -> Iterator[Answer]:
    """Yield the answers to reviews of items that `person` took before the first is asked for."""
    leases = [lease_take(item=make_item(), actor=person) for _ in range(2)]
    for lease in leases:
        path = reverse("reviews-api:submit", args=[lease.item_id])
        body = REVIEW | {"token": str(lease.token)}
        yield client.post(path, body, content_type="application/json")
