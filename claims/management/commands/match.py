"""Read article files and print the claims they share, without a database."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from claims.extraction.pipeline import extract
from claims.management.texts import prose_in, read_text
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
    text = read_text(path)
    extraction = extract(prose_in(path, text))
    sentences = selected_sentences(extraction)
    statements = statements_of(text, extraction, sentences, document=str(path))
    return [
        _Found(path, sentence.start, sentence.end, statement)
        for sentence, statement in zip(sentences, statements, strict=True)
    ]


def _as_json(members: list[_Found]) -> str:
    row = {
        "claim": members[0].statement.text,
        "appearances": [
            {"path": str(found.path), "start": found.start, "end": found.end} for found in members
        ],
    }
    return json.dumps(row, ensure_ascii=False)


def _as_text(members: list[_Found]) -> str:
    """Return the claim, and below it each place where it was made, in its own words."""
    places = [f"    {found.path}:{found.start}  {found.statement.text}" for found in members]
    return "\n".join([members[0].statement.text, *places])


class Command(BaseCommand):
    """Print each family of claims: one JSON object a line, or the claim and its appearances."""

    help = "Find the families of claims in text files, without a database."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files and the form of the answer."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--json", action="store_true", help="one JSON object per family")

    def handle(self, *, paths: list[Path], json: bool, **_options: Any) -> None:
        """Extract, compare and print."""
        found = [claim for path in paths for claim in _claims_in(path)]
        for family in families([claim.statement for claim in found]):
            members = [found[at] for at in family]
            self.stdout.write(_as_json(members) if json else _as_text(members))
