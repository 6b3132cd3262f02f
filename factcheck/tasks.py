"""Celery's side of the flow: ids in, one call, nothing decided here."""

from celery import shared_task

from factcheck import flow


@shared_task(name=flow.ADVANCE)
def advance(article_id: int) -> None:
    """Run the stages of an article that are due, one after the other."""
    flow.advance(article_id)


@shared_task(name=flow.BUILD_REPORT)
def build_report(report_id: int) -> None:
    """Build a waiting report."""
    flow.build_report(report_id)


@shared_task(name="factcheck.tasks.sweep")
def sweep() -> None:
    """Find what no nudge reached."""
    flow.sweep()
