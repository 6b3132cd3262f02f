"""Load the starter corpus, once, through the same entrances as anything else."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from claims.models import Article


class Command(BaseCommand):
    help = "Load the starter corpus into an empty desk; a desk with articles is left alone."

    def handle(self, *args: Any, **options: Any) -> None:
        """Import the earlier fact-checks first, so that claims meet them when they are made."""
        if Article.objects.exists():
            self.stdout.write("There are articles already; nothing was loaded.")
            return
        seeds = settings.BASE_DIR / "seeds"
        # All or nothing: half a corpus would count as "there are articles" the next time.
        with transaction.atomic():
            call_command("import_factchecks", seeds / "claimreviews.json", stdout=self.stdout)
            call_command("ingest", seeds / "articles", stdout=self.stdout, stderr=self.stderr)
