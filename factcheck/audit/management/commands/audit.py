"""The audit log: is it whole, take it along, take rights over it away."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from factcheck.audit.export import Target, export_lines
from factcheck.audit.findings import finding_text
from factcheck.audit.privileges import privileges_give
from factcheck.audit.verification import audit_verify
from factcheck.errors import InvalidInput


def noted(value: str) -> tuple[int, str]:
    """Return the id and hash of ID:HASH."""
    number, _colon, digest = value.partition(":")
    return int(number), digest


class Command(BaseCommand):
    help = "Verify the audit log, export it, or take from a role the right to change it."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        for name, does in (
            ("verify", "recompute every hash and link; exit status 1 if the log is not whole"),
            ("export", "write JSON Lines to standard output; verify_export.py checks them"),
        ):
            action = actions.add_parser(name, help=does)
            action.add_argument("--from", dest="first", type=int, metavar="ID")
            action.add_argument("--to", dest="last", type=int, metavar="ID")
            if name == "verify":
                action.add_argument(
                    "--known", type=noted, action="append", default=[], metavar="ID:HASH",
                    help="a hash noted elsewhere that the log has to contain still",
                )  # fmt: skip
            else:
                action.add_argument(
                    "--target", dest="targets", type=Target.named, action="append", default=[],
                    metavar="claims.claim:12", help="only the events of this; may be repeated",
                )  # fmt: skip
        privileges = actions.add_parser(
            "privileges", help="let a role add to the log and not change it; run as the owner"
        )
        privileges.add_argument("--role", required=True)

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        getattr(self, f"_{action}")(**options)

    def _verify(self, first: int | None, last: int | None, known: Any, **_options: Any) -> None:
        verified = audit_verify(first=first, last=last, known=known)
        for finding in verified.findings:
            self.stdout.write(finding_text(finding))
        if verified.findings:
            raise CommandError("The audit log is not whole.")
        self.stdout.write(
            f"{verified.events} events, chain whole, last {verified.last_id},"
            f" head {verified.hash or 'none'}"
        )

    def _export(self, first: int | None, last: int | None, targets: Any, **_options: Any) -> None:
        for line in export_lines(first=first, last=last, targets=targets):
            self.stdout.write(line, ending="")

    def _privileges(self, role: str, **_options: Any) -> None:
        try:
            privileges_give(role=role)
        except InvalidInput as error:
            raise CommandError(error.message) from error
        self.stdout.write(f"{role} can add to the audit log and read it, and nothing else.")
