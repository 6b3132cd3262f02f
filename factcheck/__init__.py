"""The project itself: settings, URLs, Celery, the flow of an article, people, the audit log."""

from factcheck.celery import app as celery_app

__all__ = ["celery_app"]
