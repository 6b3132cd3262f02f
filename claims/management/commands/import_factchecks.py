"""Import earlier fact-checks of other desks from ClaimReview."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.services.check_import_runs import document_at
from claims.services.check_imports import document_of
from claims.services.checked_before import earlier_checks_import
from factcheck.errors import InvalidInput
from reviews.services.earlier_checks import claims_learn_of_checks

MOST_NAMED = 20


class Command(BaseCommand):
    help = (
        "Import earlier fact-checks from a file or an address: a ClaimReview, a list of them, a "
        "DataFeed, what claims:search answers, or a web page that carries them as JSON-LD."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", metavar="PATH_OR_ADDRESS")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import what can be read, and name what cannot. Fails if nothing could."""
        source = options["source"]
        try:
            done = earlier_checks_import(
                document=_document(source), actor=None, learn=claims_learn_of_checks
            )
        except InvalidInput as error:
            raise CommandError(f"{source}: {error.message}") from error
        for refusal in list(done.refused.values())[:MOST_NAMED]:
            self.stderr.write(refusal.message)
        if (more := len(done.refused) - MOST_NAMED) > 0:
            self.stderr.write(_("… and %(more)d more rows.") % {"more": more})
        counts = {"new": done.new, "changed": done.changed, "known": done.known}
        self.stdout.write(
            _("%(new)d imported, %(changed)d brought up to date, %(known)d known already.") % counts
        )
        if done.withdrawn:
            told = ngettext(
                "%(count)d was taken back by its desk and is deleted.",
                "%(count)d were taken back by their desks and are deleted.",
                done.withdrawn,
            )
            self.stdout.write(told % {"count": done.withdrawn})
        if done.refused and not done.withdrawn and not any(counts.values()):
            raise CommandError(_("Nothing in %(source)s could be read.") % {"source": source})


def _document(source: str) -> Any:
    """Return what the file or page holds, as JSON has it. Raises InvalidInput."""
    is_page = source.startswith(("http://", "https://"))
    return document_at(source) if is_page else document_of(_read(Path(source)))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
