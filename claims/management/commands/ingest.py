"""Take in articles from files, folders and JSON Lines."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from claims.services.articles import ArticleMetadata
from claims.sources.files import FoundArticle, find_articles
from factcheck import flow
from factcheck.errors import InvalidInput


class Command(BaseCommand):
    help = (
        "Take in articles: .txt, .html, .pdf, .docx, .epub, .eml (metadata in a .json beside it), "
        "folders, .jsonl."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take in what can be taken, tell of each refusal, and exit with 1 if there was one."""
        console = Console(stderr=True)
        found = find_articles(options["paths"], max_bytes=settings.ARTICLE_MAX_BYTES)
        outcomes: Counter[str] = Counter()
        for article in track(found, "Taking in", console=console, transient=True):
            outcomes[self._take(article)] += 1
        new, known, refused = (outcomes[key] for key in ("new", "known", "refused"))
        self.stdout.write(f"{new} taken in, {known} known already, {refused} refused.")
        if refused:
            raise CommandError(f"{refused} of {outcomes.total()} could not be taken; see above.")

    def _take(self, found: FoundArticle) -> str:
        try:
            if found.refusal:
                raise found.refusal
            _article, is_new = flow.submit(
                data=found.data,
                filename=found.name,
                metadata=ArticleMetadata(**found.metadata),
                actor=None,
            )
        except InvalidInput as error:
            self.stderr.write(error.message)
            return "refused"
        return "new" if is_new else "known"
