"""Pages of published verdicts are looked at again: what reopens a verdict, and what does not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import Alert, Evidence, PageWatch, StoredCopy
from claims.services.vault import copy_keep
from claims.sources.fetching import page_fetch
from factcheck import flow
from factcheck.accounts.models import User
from factcheck.errors import WrongState
from reviews.models import QueueItem, QueueReason, Verdict
from reviews.selectors.vault import verdict_copies
from reviews.services.copy_deletion import copy_delete
from reviews.services.corrections import item_reopen
from reviews.services.evidence_drift import watches_make_due
from reviews.services.verdicts import verdict_publish
from reviews.web.wordings import reason_text
from tests.factories import make_item
from tests.services.test_copies import PAGE, QUOTE, cited
from tests.walks import review, sign_off
from tests.web_server import Behaviour, PageServer, answering, raw, revalidating

LATER = PAGE.replace("2.4 million", "2.1 million")
WITHOUT = PAGE.replace(f"<p>{QUOTE}, a tenth more than the year before.</p>", "")
FURNISHED = PAGE.replace("Home | Tables", "Home | Jobs | Tables").replace(
    "</body>", "<aside>Read next: a new lighthouse</aside></body>"
)
CUT_OFF = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<p>half")


@pytest.fixture
def published(web_server: PageServer, fact_checker: User, editor: User) -> Callable[..., Verdict]:
    """How to publish a verdict whose evidence has a copy of /table."""

    def publish(first: Behaviour, *later: Behaviour, quote: str = QUOTE) -> Verdict:
        item = make_item()
        url = web_server.behave("/table", first, *later)
        cited(fact_checker, url, claim=item.claim, quote=quote)
        review(item, fact_checker)
        verdict = sign_off(Verdict.objects.get(item=item), editor)
        return verdict_publish(verdict=verdict, actor=editor)

    return publish


def look() -> None:
    """Look at all that is due, a week later."""
    week_ago = timezone.now() - datetime.timedelta(days=8)
    PageWatch.objects.filter(due_at=None).update(checked_at=week_ago)
    watches_make_due()
    for watch_id in PageWatch.objects.exclude(due_at=None).values_list("pk", flat=True):
        PageWatch.objects.filter(pk=watch_id).update(due_at=timezone.now())
        flow.look_at_page(watch_id)


def found(claim_id: int) -> str:
    """Return what the desk was told: the outcome of the alert, "" when there is none."""
    outcomes = [
        alert.details["outcome"] for alert in Alert.objects.filter(claim=claim_id).order_by("pk")
    ]
    is_reopened = QueueItem.objects.filter(claim=claim_id, closed_at=None).exists()
    assert is_reopened == bool(outcomes)
    return ", ".join(outcomes)


THEN = answering(PAGE)
AWAY, OTHER = answering(WITHOUT), answering(LATER)
WALL = answering("<title>Just a moment</title><p>Are you a person? Tick the box.</p>")
LATER_FURNISHED = answering(LATER.replace("Home | Tables", "Home | Jobs | Tables"))
GONE, MISSING = answering("gone", status=410), answering("not found", status=404)
LOOKS = {
    "the same bytes": ([THEN], ""),
    "not modified": ([revalidating(PAGE, etag='"v1"')], ""),
    "other furniture": ([THEN, answering(FURNISHED)], ""),
    "spaces and case alone": ([THEN, answering(PAGE.replace(QUOTE, QUOTE.upper()))], ""),
    "another figure": ([THEN, answering(LATER)], "changed"),
    "the passage is away": ([THEN, answering(WITHOUT)], "vanished"),
    "the passage is away once": ([THEN, WALL, THEN], ""),
    "away, then another figure": ([THEN, AWAY, AWAY, OTHER, OTHER], "vanished, changed"),
    "away, back, then another figure": ([THEN, AWAY, AWAY, THEN, OTHER], "vanished, changed"),
    "changed, then away": ([THEN, OTHER, AWAY, WALL], "changed, vanished"),
    "changed and changed back": ([THEN, OTHER, THEN], "changed"),
    "changed, back, changed anew": ([THEN, OTHER, THEN, OTHER], "changed, changed"),
    "changed, its furniture, back": ([THEN, OTHER, LATER_FURNISHED, THEN], "changed"),
    "missing once": ([THEN, MISSING, THEN], ""),
    "missing twice": ([THEN, MISSING, GONE], "gone"),
    "missing, then there, then missing": ([THEN, MISSING, THEN, MISSING, THEN], ""),
    "an error of the site": ([THEN, answering("busy", status=503)], ""),
    "cut off": ([THEN, CUT_OFF], ""),
}


@pytest.mark.parametrize(("behaviours", "outcome"), LOOKS.values(), ids=LOOKS)
def test_only_what_happens_to_the_quoted_passage_counts(
    published: Callable[..., Verdict], behaviours: list[Behaviour], outcome: str
) -> None:
    verdict = published(*behaviours)
    for _look in range(4):
        look()
    assert found(verdict.claim_id) == outcome


def test_a_page_is_asked_by_its_own_tag_not_by_that_of_another_address_of_the_same_bytes(
    published: Callable[..., Verdict], web_server: PageServer
) -> None:
    elsewhere = web_server.behave("/elsewhere", revalidating(PAGE, etag='"theirs"'))
    copy_keep(page=page_fetch(elsewhere))
    published(revalidating(PAGE, etag='"ours"'))
    look()
    assert web_server.asked_for("/table")[-1].headers["If-None-Match"] == '"ours"'


def test_a_changed_passage_comes_back_to_the_queue_with_the_difference(
    published: Callable[..., Verdict],
) -> None:
    verdict = published(THEN, answering(LATER))
    look()
    item = QueueItem.objects.get(claim=verdict.claim_id, closed_at=None)
    reason = item.reasons.get(kind=QueueReason.Kind.EVIDENCE_CHANGED)
    assert reason_text(reason) == "evidence changed: the passage quoted from Throughput 2025"
    alert = Alert.objects.get()
    assert alert.details["before"] == QUOTE
    assert alert.details["verdict"] == verdict.pk
    assert alert.details["after"] == QUOTE.replace("2.4", "2.1")
    evidence = Evidence.objects.get()
    cited_copy, seen_copy = StoredCopy.objects.all()
    assert evidence.copy == cited_copy
    assert evidence.watch.latest == seen_copy
    verdict.refresh_from_db()
    assert verdict.status == "published"


def test_what_a_page_said_between_is_kept_after_it_was_changed_back(
    published: Callable[..., Verdict], administrator: User, client: Client
) -> None:
    verdict = published(THEN, answering(LATER), THEN)
    look()
    between = StoredCopy.objects.get(later_watches__isnull=False)
    look()
    assert PageWatch.objects.get().latest is None
    assert between in verdict_copies(verdict)
    client.force_login(administrator)
    [link] = re.findall(r'href="(/[^"]+seen=[^"]+)"', client.get(reverse("alert-list")).text)
    assert "2.1 million" in client.get(link).text
    [file] = re.findall(r'href="(/[^"]+seen=[^"]+)"', client.get(link).text)
    assert b"".join(client.get(file)) == LATER.encode()
    assert client.get(link.replace(between.sha256, "ab" * 32)).status_code == 404
    assert client.get(link.replace(between.sha256, "%00")).status_code == 404
    with pytest.raises(WrongState, match=f"#{verdict.claim_id}, v1"):
        copy_delete(copy=between, actor=administrator, reason="Asked for by letter.")
    with pytest.raises(DatabaseError, match="evidence of a verdict cites it"), transaction.atomic():
        StoredCopy.objects.filter(pk=between.pk)._raw_delete("default")


def test_a_page_that_changes_again_is_compared_with_how_it_was_seen_last(
    published: Callable[..., Verdict],
) -> None:
    later_still = answering(PAGE.replace("2.4 million", "1.9 million"))
    verdict = published(THEN, answering(LATER), answering(LATER), later_still)
    for _look in range(4):
        look()
    assert found(verdict.claim_id) == "changed, changed"


def test_a_claim_that_somebody_reopened_is_alerted_of_and_not_reopened_twice(
    published: Callable[..., Verdict], editor: User
) -> None:
    verdict = published(THEN, answering(LATER))
    item_reopen(item=verdict.item, actor=editor, note="A reader wrote.")
    look()
    assert Alert.objects.count() == 1
    assert QueueItem.objects.filter(claim=verdict.claim_id).count() == 2


def test_evidence_that_quotes_nothing_drifts_only_by_going(
    published: Callable[..., Verdict],
) -> None:
    verdict = published(THEN, answering(LATER), MISSING, MISSING, quote="")
    look()
    assert found(verdict.claim_id) == ""
    look()
    look()
    assert found(verdict.claim_id) == "gone"


def test_robots_that_forbid_by_now_are_heeded(
    published: Callable[..., Verdict], web_server: PageServer
) -> None:
    verdict = published(THEN, answering(LATER))
    web_server.place("/robots.txt", "User-agent: *\nDisallow: /", content_type="text/plain")
    look()
    assert len(web_server.asked_for("/table")) == 1
    assert found(verdict.claim_id) == ""
    assert "robots.txt" in PageWatch.objects.get().failure


def test_a_site_that_stays_down_is_left_alone_until_the_usual_time(
    published: Callable[..., Verdict],
) -> None:
    published(THEN, answering("busy", status=503))
    for _attempt in range(5):
        look()
    watch = PageWatch.objects.get()
    assert (watch.due_at, watch.attempts) == (None, 0)
    assert "(HTTP 503)" in watch.failure


def test_only_evidence_of_published_verdicts_is_looked_at(
    web_server: PageServer, fact_checker: User
) -> None:
    cited(fact_checker, web_server.place("/table", PAGE))
    look()
    assert len(web_server.asked_for("/table")) == 1
