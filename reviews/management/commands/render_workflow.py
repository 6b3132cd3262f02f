"""`manage.py render_workflow`: write the table of states into docs/workflow.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from reviews.domain.diagram import guard_table, markdown_table, mermaid
from reviews.domain.states import TABLE

BEGIN, END = "<!-- rendered from the table of states -->\n", "<!-- end of what is rendered -->\n"
DOCUMENT = settings.BASE_DIR / "docs" / "workflow.md"


class Command(BaseCommand):
    """Renders what the code says into the document; all else in it is left as it is."""

    help = "Write the table of states, its diagram and its rules into docs/workflow.md."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--document", type=Path, default=DOCUMENT)

    def handle(self, *args: Any, document: Path, **options: Any) -> None:
        written = document.read_text(encoding="utf-8")
        before, rest = written.split(BEGIN)
        _old, after = rest.split(END)
        document.write_text(f"{before}{BEGIN}{rendered()}{END}{after}", encoding="utf-8")


def rendered() -> str:
    """Return the part of the document that follows from the code."""
    parts = (
        f"```mermaid\n{mermaid(TABLE)}\n```",
        markdown_table(TABLE),
        "What the rules say to whoever they stop:",
        guard_table(),
    )
    return "\n" + "\n\n".join(parts) + "\n\n"
