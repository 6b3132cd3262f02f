"""The vault of copies: is it whole, take it along as WARC, copy what has no copy."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Q

from claims.models import Evidence, StoredCopy
from claims.services.copies import copy_wish
from claims.services.vault import copies_sketch
from factcheck.errors import WrongState
from reviews.exports.warc import write_warc
from reviews.models import Verdict
from reviews.selectors.vault import Damage, vault_damage, verdict_copies, verdict_urls


class Command(BaseCommand):
    help = "Verify the copies of pages, export them as WARC, or have missing ones made."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("verify", help="read every file; exit status 1 if one is damaged")
        actions.add_parser("sketch", help="make the sketches of copies from before there were any")
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
        own, asked = Q(url__startswith=f"{settings.SITE_URL}/"), Q(watch__due_at__isnull=False)
        wished = 0
        for row in bare.exclude(own | asked).order_by("pk").iterator():
            with suppress(WrongState):  # removed or copied meanwhile
                copy_wish(evidence=row, actor=None)
                wished += 1
        self.stdout.write(f"{wished} pages will be copied by the workers.")

    def _sketch(self, **_options: Any) -> None:
        self.stdout.write(f"{copies_sketch()} copies can be compared by now.")

    def _export_warc(self, verdict: int | None, file: Path, **_options: Any) -> None:
        copies, urls = StoredCopy.objects.defer("text").order_by("pk"), None
        if verdict is not None:
            chosen = Verdict.objects.filter(pk=verdict).first()
            if chosen is None:
                raise CommandError(f"There is no verdict {verdict}.")
            copies = verdict_copies(chosen).defer("text").order_by("pk")
            urls = verdict_urls(chosen)
        with file.open("wb") as out:
            left_out = write_warc(copies.iterator(500), out, urls=urls)
        for copy in left_out:
            self.stdout.write(f"MISSING OR CUT: {copy.sha256} of {copy.final_url}")
        if left_out:
            raise CommandError(f"{len(left_out)} copies are left out of {file}.")
        self.stdout.write(f"{copies.count()} copies are in {file}.")


def _told(damage: Damage) -> str:
    """Return a line that names a damaged copy and what rests on it."""
    evidence = ", ".join(f"#{row.pk} ({row.url})" for row in damage.evidence) or "none"
    verdicts = ", ".join(f"#{row.claim_id} v{row.version}" for row in damage.verdicts) or "none"
    return (
        f"{damage.problem.upper()}: {damage.copy.stored_as}, fetched {damage.copy.fetched_at:%F}"
        f" from {damage.copy.final_url}; evidence: {evidence}; verdicts: {verdicts}"
    )
