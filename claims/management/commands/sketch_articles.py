"""Make the sketches of articles that are here since before there were any."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from claims.models import Article, Stage
from claims.services.text_copies import article_sketch


class Command(BaseCommand):
    """Make what tells copies of one text for articles that have no sketch, the oldest first."""

    help = "Make the sketches, by which copies are told, of articles from before there were any."

    def handle(self, *args: Any, **options: Any) -> None:
        """Each by itself: stopped and started again, it goes on where it was."""
        waiting = Article.objects.filter(sketch=None).exclude(stage=Stage.EXTRACT).order_by("id")
        ids = list(waiting.values_list("pk", flat=True))
        made = sum(article_sketch(article_id=article_id) for article_id in ids)
        self.stdout.write(f"{made} sketches made.")
