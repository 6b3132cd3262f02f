"""Turn a report into another format: `manage.py convert_report report.csv --to xlsx`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from factcheck.errors import InvalidInput
from reviews.exports.files import EXTENSIONS, WRITERS
from reviews.exports.reading.files import READERS, read_table
from reviews.models import ReportFormat

FORMATS = {EXTENSIONS[format]: format for format in READERS}


class Command(BaseCommand):
    help = "Turn a report in CSV, JSON Lines or XLSX into one in another of these formats."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--to", choices=FORMATS, required=True)
        parser.add_argument("--output", type=Path, help="else beside the file, by another ending")

    def handle(self, *args: Any, **options: Any) -> None:
        source: Path = options["file"]
        output: Path = options["output"] or source.with_suffix(f".{options['to']}")
        try:
            format = FORMATS[source.suffix.removeprefix(".")]
        except KeyError as error:
            raise CommandError(f"Name a file that ends with .{', .'.join(FORMATS)}.") from error
        if output.exists():
            raise CommandError(f"{output} is there already. Name another --output.")
        try:
            rows = _convert(source, format, output, FORMATS[options["to"]])
        except (InvalidInput, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{output}: {rows} rows")


def _convert(source: Path, format: ReportFormat, output: Path, wanted: ReportFormat) -> int:
    """Write `output` and return its rows; a file that is refused half-way leaves none."""
    part = output.with_name(f"{output.name}.part")
    try:
        with source.open("rb") as file, part.open("wb") as written:
            rows = WRITERS[wanted](read_table(file, format, title=source.stem), written)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
    return rows
