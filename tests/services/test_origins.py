"""Evidence whose kept copies are one text counts as one origin, and the desk says so."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import Evidence
from claims.services.evidence import evidence_add
from claims.services.vault import copy_keep
from claims.sources.fetching import FetchedPage
from factcheck.accounts.models import User
from factcheck.errors import WrongState
from reviews.models import QueueItem, Verdict
from reviews.selectors.contents import verdict_hash
from reviews.selectors.origins import evidence_origins, verdict_origins
from reviews.services.sign_offs import verdict_sign_off
from reviews.services.verdicts import verdict_publish
from tests.factories import make_item
from tests.walks import ONE_ORIGIN, review, sign_off

pytestmark = pytest.mark.django_db
REPORT = "\n\n".join(
    f"Pier {number} took {number * 37 % 101} thousand boxes, the harbour master of {town} said."
    for number, town in enumerate(["Aru", "Buton", "Ceram", "Dobo", "Ende", "Fakfak", "Gili"] * 3)
)


def uncopied(item: QueueItem, actor: User, host: str, text: str) -> tuple[Evidence, FetchedPage]:
    """Return evidence on the claim of `item`, and its page as a worker is going to fetch it."""
    url = f"https://{host}.example/report"
    page = FetchedPage(
        url=url, asked_url=url, status=200, headers={"content-type": "text/plain"},
        body=text.encode(), fetched_at=timezone.now(), is_unchanged=False,
    )  # fmt: skip
    row = evidence_add(
        claim=item.claim, actor=actor, url=url, publisher=host, stance="against", kind="secondary",
        title=f"Report of {host}",
    )  # fmt: skip
    return row, page


def kept(item: QueueItem, actor: User, host: str, text: str) -> Evidence:
    """Return evidence on the claim of `item` with a copy whose text is `text`."""
    row, page = uncopied(item, actor, host, text)
    row.copy, row.fetched_at = copy_keep(page=page), page.fetched_at
    row.save()
    return row


def test_a_wire_report_on_two_sites_is_one_origin(
    client: Client, fact_checker: User, editor: User
) -> None:
    item = make_item()
    kept(item, fact_checker, "quay", REPORT)
    kept(item, fact_checker, "crane", f"Boxes, boxes\n\n{REPORT}\n\nThe minister did not comment.")
    client.force_login(fact_checker)
    page = client.get(reverse("workspace", args=[item.pk])).content.decode()
    assert "2 sources · 1 independent" in " ".join(page.split())
    assert "“Report of crane” counts with “Report of quay”: the same text, " in page

    review(item, fact_checker)
    verdict = Verdict.objects.get(item=item)
    assert not verdict_origins(verdict).are_enough
    published = verdict_publish(verdict=sign_off(verdict, editor), actor=editor)
    assert verdict_origins(published).independent == 1


def test_pages_that_turn_out_as_one_text_after_the_sign_off_are_signed_off_anew(
    fact_checker: User, editor: User
) -> None:
    item = make_item()
    pages = [
        uncopied(item, fact_checker, "quay", REPORT),
        uncopied(item, fact_checker, "crane", REPORT),
    ]
    review(item, fact_checker)
    verdict = Verdict.objects.get(item=item)
    seen = verdict_hash(verdict)
    verdict_sign_off(verdict=verdict, actor=editor, seen_hash=seen)
    for row, page in pages:
        row.copy, row.fetched_at = copy_keep(page=page), page.fetched_at
        row.save()
    with pytest.raises(WrongState) as refusal:
        verdict_publish(verdict=verdict, actor=editor)
    assert refusal.value.code == "few_origins_are_known"
    with pytest.raises(WrongState):
        verdict_sign_off(verdict=verdict, actor=editor, seen_hash=seen)
    published = verdict_publish(verdict=sign_off(verdict, editor), actor=editor)
    assert published.one_origin_reason == ONE_ORIGIN


def test_two_reports_of_their_own_are_two_origins(fact_checker: User) -> None:
    item = make_item()
    kept(item, fact_checker, "quay", REPORT)
    kept(
        item,
        fact_checker,
        "crane",
        "\n\n".join(
            f"In {number} villages the rice stood {number * 13 % 7} inches deep in water."
            for number in range(30)
        ),
    )
    origins = evidence_origins(item.claim.evidence.all())
    assert (origins.sources, origins.independent, origins.same) == (2, 2, ())
