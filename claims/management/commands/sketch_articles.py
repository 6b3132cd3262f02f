"""Make the sketches of articles that are here since before there were any, or gists in them."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Count, Q

from claims.matching.gists import FEWEST
from claims.models import Article, Stage
from claims.services.text_copies import article_sketch


class Command(BaseCommand):
    """Make what tells copies of one text, and one story, for articles without, the oldest first."""

    help = "Make what copies and stories are told by for articles from before it was made."

    def handle(self, *args: Any, **options: Any) -> None:
        """Each by itself: stopped and started again, it goes on where it was."""
        read = Article.objects.exclude(stage=Stage.EXTRACT)
        body = Count("sentences__start", filter=Q(sentences__kind="body"), distinct=True)
        without = Q(sketch=None) | Q(sketch__gist=None, body__gte=FEWEST)
        waiting = read.annotate(body=body).filter(without).order_by("id")
        ids = list(waiting.values_list("pk", flat=True))
        made = sum(article_sketch(article_id=article_id) for article_id in ids)
        self.stdout.write(f"{made} sketches made.")
