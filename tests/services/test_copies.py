"""Copies of the pages behind evidence: made by a worker, kept once, and not lost."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import storages
from django.db import DatabaseError, connection, transaction
from django.forms import model_to_dict
from django.utils import timezone

from claims.models import Claim, CopyFetch, Evidence, PageWatch, StoredCopy
from claims.selectors.copies import evidence_fetch
from claims.services.copy_quotes import quote_found
from claims.services.evidence import evidence_add, evidence_remove
from claims.services.vault import copies_sketch, copy_keep, vault_sweep
from claims.sources.fetching import FetchedPage
from factcheck import flow
from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from factcheck.errors import DeskError
from reviews.models import Verdict
from reviews.services.verdicts import verdict_publish
from reviews.web.shown_evidence import shown_evidence
from tests.factories import make_claim, make_item
from tests.files.documents import docx_file, pdf_file
from tests.walks import review, sign_off
from tests.web_server import PageServer, answering

PAGE = """<html><head><title>Throughput 2025</title>
<meta property="og:site_name" content="Harbour Statistics"></head>
<body><nav>Home | Tables | About us</nav><article><h1>Throughput 2025</h1>
<p>The harbour office counted every container that crossed its quays between January and
December of the year, and checked the count against the books of the shipping lines.</p>
<p>Throughput for the year came to 2.4 million containers, a tenth more than the year before.</p>
<p>The office publishes the table each spring; the next one is due in April.</p></article>
<table><caption>Cranes by quay</caption><tr><td>North quay</td><td>eleven cranes</td></tr></table>
<script>document.title = "changed"</script></body></html>"""
QUOTE = "Throughput for the year came to 2.4 million containers"


def cited(actor: User, url: str, *, claim: Claim | None = None, quote: str = QUOTE) -> Evidence:
    """Return evidence whose page a worker has looked at."""
    evidence = evidence_add(
        claim=claim or make_claim(), actor=actor, url=url, stance="against", kind="primary",
        quote=quote,
    )  # fmt: skip
    flow.look_at_page(evidence.watch.pk)
    evidence.refresh_from_db()
    return evidence


def file_of(copy: StoredCopy) -> Path:
    return Path(storages["vault"].path(copy.stored_as))


def drafted(author: User, url: str) -> tuple[Verdict, StoredCopy]:
    """Return the draft of a verdict whose evidence has a copy."""
    item = make_item()
    evidence = cited(author, url, claim=item.claim)
    review(item, author)
    assert evidence.copy is not None
    return Verdict.objects.get(item=item), evidence.copy


def make_due(evidence: Evidence) -> None:
    PageWatch.objects.filter(evidence=evidence).update(due_at=timezone.now())


def test_a_copy_is_the_bytes_the_headers_and_the_time(
    web_server: PageServer, fact_checker: User
) -> None:
    url = web_server.place("/table", PAGE, etag='"v1"')
    evidence = cited(fact_checker, url)
    copy = evidence.copy
    assert copy is not None
    assert file_of(copy).read_bytes() == PAGE.encode()
    assert copy.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert (copy.size, copy.headers["etag"]) == (len(PAGE.encode()), '"v1"')
    assert (copy.url, copy.media_type) == (url, "text/html")
    assert "books of the shipping lines" in copy.text
    assert "changed" not in copy.text
    assert evidence.fetched_at == copy.fetched_at
    assert (evidence.title, evidence.publisher) == ("Throughput 2025", "Harbour Statistics")
    told = AuditEvent.objects.filter(action__in=["copy.keep", "evidence.copy"])
    assert [event.actor_name for event in told] == ["machine", "machine"]


QUOTATIONS = [
    (QUOTE, "exact"),
    ("THROUGHPUT for the year  came to 2.4 million containers.", "folded"),
    ("Throughput for the year came to 2.9 million boxes, a tenth more than the year", "fuzzy"),
    ("eleven cranes", "exact"),  # of a table that the reader of articles may leave out
    ("Seven lighthouses were painted in three colours", "missing"),
    ("", ""),
]


@pytest.mark.parametrize(("quote", "found"), QUOTATIONS)
def test_a_quotation_is_looked_for_in_the_copy(
    web_server: PageServer, fact_checker: User, quote: str, found: str
) -> None:
    url = web_server.place("/table", PAGE)
    assert cited(fact_checker, url, quote=quote).watch.quote_found == found


def test_the_same_bytes_are_kept_once(web_server: PageServer, fact_checker: User) -> None:
    first = cited(fact_checker, web_server.place("/a", PAGE))
    second = cited(fact_checker, web_server.place("/b", PAGE))
    assert first.copy == second.copy
    assert StoredCopy.objects.count() == 1
    assert AuditEvent.objects.filter(action="copy.keep").count() == 1
    for evidence in (first, second):
        fetch = evidence_fetch(evidence)
        assert fetch is not None
        assert (fetch.url, fetch.fetched_at) == (evidence.url, evidence.fetched_at)
    assert AuditEvent.objects.filter(action="copy.fetch").count() == 1
    cited(fact_checker, second.url, quote="eleven cranes")
    assert CopyFetch.objects.count() == 2
    with pytest.raises(DatabaseError, match="is frozen"), transaction.atomic():
        CopyFetch.objects.update(final_url="https://another.example/")
    with transaction.atomic():
        CopyFetch.objects.all()._raw_delete("default")
        with pytest.raises(DatabaseError, match="goes with its copy"):
            connection.check_constraints()
        transaction.set_rollback(True)


def test_what_a_person_wrote_is_not_written_over(
    web_server: PageServer, fact_checker: User
) -> None:
    url = web_server.place("/table", PAGE)
    evidence = evidence_add(
        claim=make_claim(), actor=fact_checker, url=url, stance="for", kind="primary",
        title="My title", publisher="My name for it",
    )  # fmt: skip
    flow.look_at_page(evidence.watch.pk)
    evidence.refresh_from_db()
    assert (evidence.title, evidence.publisher) == ("My title", "My name for it")


def test_a_page_that_is_not_there_says_so_and_can_be_tried_again(
    web_server: PageServer, fact_checker: User
) -> None:
    url = web_server.behave("/table", answering("no", status=404), answering(PAGE))
    evidence = cited(fact_checker, url)
    watch = PageWatch.objects.get(evidence=evidence)
    assert (evidence.copy, watch.due_at) == (None, None)
    assert "(HTTP 404)" in watch.failure
    assert evidence.publisher == "127.0.0.1"
    flow.copy_evidence(evidence=evidence, actor=fact_checker)
    flow.look_at_page(watch.pk)
    watch.refresh_from_db()
    evidence.refresh_from_db()
    assert evidence.copy is not None
    assert (watch.failure, watch.attempts) == ("", 0)
    with pytest.raises(DeskError, match="kept already"):
        flow.copy_evidence(evidence=evidence, actor=fact_checker)


def test_a_site_that_is_busy_is_asked_five_times_with_growing_pauses(
    web_server: PageServer, fact_checker: User
) -> None:
    url = web_server.place("/table", "busy", status=503)
    evidence = cited(fact_checker, url)
    pauses = []
    for _attempt in range(4):
        watch = PageWatch.objects.get(evidence=evidence)
        assert watch.due_at is not None
        pauses.append((watch.due_at - timezone.now()).total_seconds())
        make_due(evidence)
        flow.look_at_page(watch.pk)
    assert pauses == sorted(pauses)
    watch = PageWatch.objects.get(evidence=evidence)
    assert (watch.due_at, len(web_server.asked_for("/table"))) == (None, 5)
    assert "(HTTP 503)" in watch.failure


WALL = answering(
    PAGE.replace("Throughput 2025", "Just a moment")
    .replace("Harbour Statistics", "Guard")
    .replace(QUOTE, "Tick the box below if you are a person")
)


def test_a_page_that_asked_for_a_person_is_fetched_again_until_a_verdict_is_published(
    web_server: PageServer, fact_checker: User, editor: User
) -> None:
    url = web_server.behave("/table", WALL, WALL, answering(PAGE))
    verdict, wall = drafted(fact_checker, url)
    evidence = Evidence.objects.get()
    assert (evidence.title, evidence.watch.quote_found) == ("Just a moment", "missing")
    for copy in (wall, None):
        flow.copy_evidence(evidence=evidence, actor=fact_checker)
        flow.look_at_page(evidence.watch.pk)
        evidence = Evidence.objects.get()
        assert (evidence.copy == wall) == (copy == wall)
    assert (evidence.title, evidence.publisher) == ("Throughput 2025", "Harbour Statistics")
    assert evidence.watch.quote_found == "exact"
    PageWatch.objects.update(quote_found="missing")
    verdict_publish(verdict=sign_off(verdict, editor), actor=editor)
    with pytest.raises(DeskError, match="rests on this copy"):
        flow.copy_evidence(evidence=evidence, actor=fact_checker)


def test_a_copy_that_comes_after_the_sign_off_leaves_it_standing(
    web_server: PageServer, fact_checker: User, editor: User
) -> None:
    item = make_item()
    evidence = evidence_add(
        claim=item.claim, actor=fact_checker, url=web_server.place("/table", PAGE),
        stance="against", kind="primary", quote=QUOTE,
    )  # fmt: skip
    review(item, fact_checker)
    verdict = sign_off(Verdict.objects.get(item=item), editor)
    flow.look_at_page(evidence.watch.pk)
    published = verdict_publish(verdict=verdict, actor=editor)
    [row] = published.evidence
    copy = StoredCopy.objects.get()
    assert (row["title"], row["publisher"]) == ("", "127.0.0.1")
    assert row["copy_sha256"] == copy.sha256


def test_a_published_verdict_names_its_own_copy_when_the_page_is_cited_anew(
    web_server: PageServer, fact_checker: User, editor: User
) -> None:
    later = PAGE.replace("eleven cranes", "twelve cranes")
    url = web_server.behave("/table", answering(PAGE), answering(later))
    verdict, copy = drafted(fact_checker, url)
    published = verdict_publish(verdict=sign_off(verdict, editor), actor=editor)
    evidence_remove(evidence=Evidence.objects.get(), actor=editor)
    again = cited(fact_checker, url, claim=verdict.claim)
    assert again.copy != copy
    [shown] = shown_evidence(published)
    assert (shown.copy_sha256, shown.copied_at) == (copy.sha256, copy.fetched_at)
    nameless = [
        {name: row[name] for name in row if name not in ("copy_sha256", "fetched_at")}
        for row in published.evidence
    ]
    published.evidence = nameless  # as before rows named their copies
    [shown] = shown_evidence(published)
    assert again.copy is not None
    assert shown.copy_sha256 == again.copy.sha256


def test_a_page_of_ours_is_published_by_the_desk(fact_checker: User) -> None:
    evidence = evidence_add(
        claim=make_claim(), actor=fact_checker, url=f"{settings.SITE_URL}/verdicts/1/",
        stance="context", kind="secondary",
    )  # fmt: skip
    assert evidence.publisher == settings.SITE_NAME


def test_robots_do_not_keep_a_person_from_proving_a_quotation(
    web_server: PageServer, fact_checker: User
) -> None:
    web_server.place("/robots.txt", "User-agent: *\nDisallow: /", content_type="text/plain")
    assert cited(fact_checker, web_server.place("/table", PAGE)).copy is not None


def test_a_picture_is_kept_and_has_no_text(web_server: PageServer, fact_checker: User) -> None:
    url = web_server.place("/chart.png", b"\x89PNG\r\n\x1a\n\x00", content_type="image/png")
    evidence = cited(fact_checker, url, quote="")
    assert evidence.copy is not None
    assert (evidence.copy.text, evidence.copy.media_type) == ("", "image/png")


TABLE = "year,containers\n2024,2.2 million\n2025,2.4 million\n"
PDF = pdf_file(("The Harbour Office counts containers at the quays of the town.",))
DOCX = docx_file(("The Harbour Office counts containers at the quays of the town.",))
COUNTS = "counts containers at the quays"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {
    "csv": (TABLE, "text/csv", "2025,2.4 million", "exact"),
    "csv as bytes": (TABLE, "application/octet-stream", "2025,2.4 million", "exact"),
    "csv as nothing": (TABLE, "", "2025,2.4 million", "exact"),
    "json": ('{"containers": "2.4 million"}', "application/json", "2.4 million", "exact"),
    "pdf as bytes": (PDF, "application/octet-stream", COUNTS, "exact"),
    "pdf as a page": (PDF, "text/html", COUNTS, "exact"),
    "docx": (DOCX, OFFICE, COUNTS, "exact"),
    "docx as bytes": (DOCX, "binary/octet-stream", COUNTS, "exact"),
    "a page as bytes": (PAGE, "application/octet-stream", QUOTE, "exact"),
    "another figure": (TABLE, "text/csv", "A lighthouse was painted", "missing"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00", "image/png", QUOTE, "no_text"),
    "picture as bytes": (b"\x89PNG\r\n\x1a\n\x00", "", QUOTE, "no_text"),
    "archive": (b"PK\x03\x04\x00\x00", "application/zip", QUOTE, "no_text"),
    "rich text": ("{\\rtf1 Throughput}", "application/octet-stream", "Throughput", "no_text"),
}


@pytest.mark.parametrize(("body", "media_type", "quote", "found"), KINDS.values(), ids=KINDS)
def test_what_a_file_is_its_bytes_say_before_the_server(
    body: str | bytes, media_type: str, quote: str, found: str
) -> None:
    data = body.encode() if isinstance(body, str) else body
    headers = {"content-type": media_type} if media_type else {}
    copy = copy_keep(page=fetched(data, headers))
    assert quote_found(copy, quote) == found


def fetched(body: bytes, headers: dict[str, str] | None = None) -> FetchedPage:
    """Return a page as the fetcher gives one."""
    url = "https://statistics.example/file"
    return FetchedPage(
        url=url, asked_url=url, status=200, headers=headers or {"content-type": "text/html"},
        body=body, fetched_at=timezone.now(),
    )  # fmt: skip


def test_a_file_that_was_lost_is_written_again_when_its_bytes_come() -> None:
    copy = copy_keep(page=fetched(PAGE.encode()))
    file_of(copy).unlink()
    assert copy_keep(page=fetched(PAGE.encode())) == copy
    assert file_of(copy).read_bytes() == PAGE.encode()


SKETCH = ("sketch_size", "sketch_minima")


def test_a_sketch_is_made_once_and_frozen_then() -> None:
    copy = copy_keep(page=fetched(PAGE.encode()))
    values = StoredCopy.objects.filter(pk=copy.pk).values_list(*SKETCH)
    as_made = values.get()
    with pytest.raises(DatabaseError, match="is frozen"), transaction.atomic():
        StoredCopy.objects.update(sketch_size=7)
    with pytest.raises(DatabaseError, match="is frozen"), transaction.atomic():
        StoredCopy.objects.update(sketch_size=0, sketch_minima=b"")
    row = model_to_dict(copy, exclude=["id"]) | {"sketch_size": 0, "sketch_minima": b""}
    StoredCopy.objects.filter(pk=copy.pk).delete()
    early = StoredCopy.objects.create(**row)
    assert (copies_sketch(), copies_sketch()) == (1, 0)
    assert StoredCopy.objects.filter(pk=early.pk).values_list(*SKETCH).get() == as_made


def test_files_that_died_with_their_worker_go_after_a_day(
    web_server: PageServer, fact_checker: User
) -> None:
    copy = cited(fact_checker, web_server.place("/table", PAGE)).copy
    assert copy is not None
    folder = file_of(copy).parent
    left = [folder / f"{copy.sha256}.12.part", folder / ("ab" * 32), folder / "young.part"]
    for path in left:
        path.write_bytes(b"half")
    two_days_ago = timezone.now().timestamp() - 2 * 86400
    for path in (*left[:2], file_of(copy)):
        os.utime(path, (two_days_ago, two_days_ago))
    assert vault_sweep() == 2
    assert sorted(folder.iterdir()) == sorted([file_of(copy), left[2]])
