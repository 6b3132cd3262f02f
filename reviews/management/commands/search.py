"""Look after what search looks in: `manage.py search status`, `manage.py search rebuild`."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Count

from claims.search.vector import FOLDING
from reviews.models import SearchDue, SearchEntry
from reviews.services.search_index import search_index_next, search_rebuild


class Command(BaseCommand):
    help = "Tell how many entries search has and how many are due, or make all of them anew."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["status", "rebuild"])

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        if action == "rebuild":
            self._rebuild()
        self._status()

    def _rebuild(self) -> None:
        """Note every row as due and work all of them off. Workers may help, one at a time."""
        due = search_rebuild()
        done = 0
        while SearchDue.objects.exists():
            made = search_index_next(most=1000)
            done += made
            if not made:
                time.sleep(0.2)  # a worker is at it
            self.stdout.write(f"{done} of {due}", ending="\r")
        self.stdout.write("")

    def _status(self) -> None:
        kinds = SearchEntry.objects.order_by("kind").values_list("kind").annotate(Count("pk"))
        for kind, number in kinds:
            self.stdout.write(f"{kind}: {number}")
        older = SearchEntry.objects.filter(folding__lt=FOLDING).count()
        self.stdout.write(f"due: {SearchDue.objects.count()}; made by older rules: {older}")
