"""Make the sketches of articles that are here since before there were any, or gists in them."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Q

from claims.models import Article, Stage
from claims.services.text_copies import article_sketch


class Command(BaseCommand):
    """Make what tells copies of one text, and one story, for articles without, the oldest first."""

    help = "Make what copies and stories are told by for articles from before it was made."

    def handle(self, *args: Any, **options: Any) -> None:
        """Each by itself: stopped and started again, it goes on where it was."""
        waiting = Article.objects.filter(Q(sketch=None) | Q(sketch__gist=None))
        read = waiting.exclude(stage=Stage.EXTRACT).order_by("id")
        ids = list(read.values_list("pk", flat=True))
        made = sum(article_sketch(article_id=article_id) for article_id in ids)
        self.stdout.write(f"{made} sketches made.")
