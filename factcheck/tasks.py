"""Celery's side of the flow: ids in, one call, nothing decided here."""

from celery import shared_task
from django.conf import settings

from factcheck import flow
from factcheck.audit.verification import audit_verify_and_tell
from reviews.services.search_index import search_index_due
from reviews.services.search_meaning import meaning_embed
from reviews.services.tallies import days_tally


@shared_task(name=flow.ADVANCE)
def advance(article_id: int) -> None:
    """Run the stages of an article that are due, one after the other."""
    flow.advance(article_id)


# A report of all verdicts as PDF takes longer than any step of an article may.
@shared_task(name=flow.BUILD_REPORT, time_limit=6 * 3600)
def build_report(report_id: int) -> None:
    """Build a waiting report."""
    flow.build_report(report_id)


@shared_task(name=flow.DELIVER)
def deliver(delivery_id: int) -> None:
    """Tell a webhook what waits for it."""
    flow.deliver(delivery_id)


@shared_task(name=flow.FETCH_PAGE)
def fetch_page(page_id: int) -> None:
    """Fetch a page that is wanted as an article."""
    # With the first page: what reads pages takes 30 MB, which a worker for reports has no use for.
    from factcheck import arrivals

    arrivals.fetch_page(page_id)


@shared_task(name=flow.POLL_FEED)
def poll_feed(feed_id: int) -> None:
    """Ask a feed for new pages."""
    from factcheck import arrivals  # as above

    arrivals.poll_feed(feed_id)


@shared_task(name=flow.LOOK_AT_PAGE)
def look_at_page(watch_id: int) -> None:
    """Fetch the page behind a row of evidence."""
    flow.look_at_page(watch_id)


# A dump holds tens of thousands.
@shared_task(name=flow.IMPORT_CHECKS, time_limit=6 * 3600)
def import_checks(import_id: int) -> None:
    """Take in earlier fact-checks that an editor sent."""
    from factcheck import arrivals  # as above

    arrivals.import_checks(import_id)


@shared_task(name="factcheck.tasks.sweep_vault")
def sweep_vault() -> None:
    """Delete files that died with their workers."""
    from claims.services.vault import vault_sweep  # as above

    vault_sweep()


@shared_task(name="factcheck.tasks.sweep")
def sweep() -> None:
    """Find what no nudge reached."""
    flow.sweep()


# The next one does what a turn left, or one that waited too long.
@shared_task(name="factcheck.tasks.index_search", expires=settings.SEARCH_INDEX_SECONDS)
def index_search() -> None:
    """Have search find what is new, for as long as a turn lasts."""
    search_index_due()


@shared_task(name=flow.EMBED_SEARCH)
def embed_search(text: str) -> None:
    """Make the vector of what somebody searches for."""
    meaning_embed(text)


# The first time it counts all there ever was.
@shared_task(name="factcheck.tasks.tally_days", time_limit=3600)
def tally_days() -> None:
    """Count the days that are over, for the dashboard."""
    days_tally()


# Reading millions of events takes longer than any step of an article may.
@shared_task(name="factcheck.tasks.verify_audit_log", time_limit=6 * 3600)
def verify_audit_log() -> None:
    """Verify the whole audit log; tell the administrators if it is not whole."""
    audit_verify_and_tell()
