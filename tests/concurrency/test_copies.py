"""Two workers copy one page, or two pages of the same bytes; a third deletes meanwhile."""

from __future__ import annotations

from functools import partial

from django.utils import timezone

from claims.models import Evidence, PageWatch, StoredCopy
from claims.services.vault import file_drop
from factcheck.accounts.models import User
from factcheck.flow import look_at_page
from tests.audit import assert_chain_is_intact, events_of
from tests.concurrency.threads import at_once
from tests.factories import make_claim, make_evidence
from tests.services.test_copies import PAGE, file_of
from tests.web_server import PageServer


def waiting(actor: User, url: str, count: int) -> list[PageWatch]:
    """Return the watches of so many pieces of evidence from one address, all due."""
    rows = [make_evidence(make_claim(), actor) for _ in range(count)]
    Evidence.objects.filter(pk__in=[row.pk for row in rows]).update(url=url)
    return list(PageWatch.objects.filter(evidence__in=rows).order_by("pk"))


def test_a_page_that_six_workers_are_woken_for_is_copied_once(
    web_server: PageServer, fact_checker: User
) -> None:
    (watch,) = waiting(fact_checker, web_server.place("/table", PAGE), 1)
    assert at_once([partial(look_at_page, watch.pk)] * 6) == [None] * 6
    assert len(web_server.asked_for("/table")) == 1
    assert events_of(watch.evidence) == ["evidence.add", "evidence.copy"]
    assert_chain_is_intact()


def test_the_same_bytes_for_six_pieces_of_evidence_are_kept_once(
    web_server: PageServer, fact_checker: User
) -> None:
    watches = waiting(fact_checker, web_server.place("/table", PAGE), 6)
    calls = [partial(look_at_page, watch.pk) for watch in watches]
    assert at_once(calls) == [None] * 6
    copy = StoredCopy.objects.get()
    assert copy.evidence.count() == 6
    assert events_of(copy) == ["copy.keep"]
    assert [path.name for path in file_of(copy).parent.iterdir()] == [copy.sha256]


def test_a_file_that_is_dropped_while_it_is_kept_is_there_in_the_end(
    web_server: PageServer, fact_checker: User
) -> None:
    watches = waiting(fact_checker, web_server.place("/table", PAGE), 2)
    look_at_page(watches[0].pk)
    copy = StoredCopy.objects.get()
    Evidence.objects.update(copy=None, fetched_at=None)
    StoredCopy.objects.all().delete()
    PageWatch.objects.update(due_at=timezone.now())
    drop = partial(file_drop, sha256=copy.sha256)
    assert at_once([drop, partial(look_at_page, watches[1].pk), drop]) == [None] * 3
    assert file_of(StoredCopy.objects.get()).read_bytes() == PAGE.encode()
