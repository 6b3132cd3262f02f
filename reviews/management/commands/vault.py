"""The vault of copies: is it whole, take it along as WARC, copy what has no copy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.models import Evidence, StoredCopy
from claims.services.copies import copy_wish
from reviews.exports.warc import write_warc
from reviews.models import Verdict
from reviews.selectors.vault import Damage, vault_damage, verdict_copies


class Command(BaseCommand):
    help = "Verify the copies of pages, export them as WARC, or have missing ones made."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("verify", help="read every file; exit status 1 if one is damaged")
        actions.add_parser("keep", help="have the pages of evidence without a copy copied")
        export = actions.add_parser("export-warc", help="write copies as a WARC 1.1 file")
        export.add_argument("--verdict", type=int, metavar="ID", help="only what it rests on")
        export.add_argument("file", type=Path)

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        getattr(self, f"_{action.replace('-', '_')}")(**options)

    def _verify(self, **_options: Any) -> None:
        damaged = 0
        for damage in vault_damage():
            damaged += 1
            self.stdout.write(_told(damage))
        if damaged:
            raise CommandError(f"{damaged} of {StoredCopy.objects.count()} copies are damaged.")
        self.stdout.write(f"{StoredCopy.objects.count()} copies, all as they were fetched.")

    def _keep(self, **_options: Any) -> None:
        bare = Evidence.objects.filter(copy__isnull=True, removed_at__isnull=True)
        wished = [copy_wish(evidence=row, actor=None) for row in bare.order_by("pk").iterator()]
        self.stdout.write(f"{len(wished)} pages will be copied by the workers.")

    def _export_warc(self, verdict: int | None, file: Path, **_options: Any) -> None:
        copies = StoredCopy.objects.defer("text").order_by("pk")
        if verdict is not None:
            chosen = Verdict.objects.filter(pk=verdict).first()
            if chosen is None:
                raise CommandError(f"There is no verdict {verdict}.")
            copies = verdict_copies(chosen).defer("text").order_by("pk")
        with file.open("wb") as out:
            missing = write_warc(copies.iterator(500), out)
        for copy in missing:
            self.stdout.write(f"MISSING: {copy.sha256} of {copy.final_url}")
        if missing:
            raise CommandError(f"{len(missing)} copies are missing from {file}.")
        self.stdout.write(f"{copies.count()} copies are in {file}.")


def _told(damage: Damage) -> str:
    """Return a line that names a damaged copy and what rests on it."""
    evidence = ", ".join(f"#{row.pk} ({row.url})" for row in damage.evidence) or "none"
    verdicts = ", ".join(f"#{row.claim_id} v{row.version}" for row in damage.verdicts) or "none"
    return (
        f"{damage.problem.upper()}: {damage.copy.stored_as}, fetched {damage.copy.fetched_at:%F}"
        f" from {damage.copy.final_url}; evidence: {evidence}; verdicts: {verdicts}"
    )
