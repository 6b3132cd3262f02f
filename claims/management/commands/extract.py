"""Read article files and print what extraction finds, without a database."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims.extraction.listing import listing
from claims.extraction.pipeline import extract
from claims.extraction.types import Extraction
from claims.management.texts import prose_in, read_text


class Command(BaseCommand):
    """Print the extraction of each file: one JSON object a line, or the selected sentences."""

    help = "Extract the sentences worth checking from text files, without a database."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files and the form of the answer."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--json", action="store_true", help="one JSON object per article")

    def handle(self, *, paths: list[Path], json: bool, **options: Any) -> None:
        """Print one answer per file, in the order given."""
        for path in paths:
            text = read_text(path)
            extraction = extract(prose_in(path, text))
            self.stdout.write(_as_json(path, extraction) if json else _as_text(text, extraction))


def _as_json(path: Path, extraction: Extraction) -> str:
    return json.dumps(listing(str(path), extraction), ensure_ascii=False)


def _as_text(text: str, extraction: Extraction) -> str:
    return "\n".join(
        f"{sentence.score:.2f}  {text[sentence.start : sentence.end]}"
        for sentence in extraction.sentences
        if sentence.selected
    )
