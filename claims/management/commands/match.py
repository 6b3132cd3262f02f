"""Find the claims that articles share, without a database: ``manage.py match --json PATH…``."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from claims.extraction.pipeline import extract
from claims.matching.families import families
from claims.matching.statements import selected_sentences, statements_of
from claims.matching.types import Statement


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    start: int
    end: int
    statement: Statement


def _claims_in(path: Path) -> list[_Found]:
    text = path.read_text(encoding="utf-8")
    extraction = extract(text)
    sentences = selected_sentences(extraction)
    statements = statements_of(text, extraction.language, sentences, document=str(path))
    return [
        _Found(path, sentence.start, sentence.end, statement)
        for sentence, statement in zip(sentences, statements, strict=True)
    ]


def _row(members: list[_Found]) -> dict[str, Any]:
    return {
        "claim": members[0].statement.text,
        "appearances": [
            {"path": str(found.path), "start": found.start, "end": found.end} for found in members
        ],
    }


class Command(BaseCommand):
    """Print one JSON object a line for each family of claims in the given articles."""

    help = "Find the families of claims in text files and print them as JSON lines."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the paths; --json is the only form of output."""
        parser.add_argument("paths", nargs="+", type=Path)
        parser.add_argument("--json", action="store_true", help="print JSON lines")

    def handle(self, *, paths: list[Path], **_options: Any) -> None:
        """Extract, compare and print."""
        found = [claim for path in paths for claim in _claims_in(path)]
        for family in families([claim.statement for claim in found]):
            row = _row([found[at] for at in family])
            self.stdout.write(json.dumps(row, ensure_ascii=False))
