"""Import earlier fact-checks of other desks from ClaimReview."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.services.checked_before import earlier_checks_import
from factcheck.errors import InvalidInput


class Command(BaseCommand):
    help = "Import earlier fact-checks: a file with a ClaimReview, a list of them, or a DataFeed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="PATH")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import all reviews of the file or, if one cannot be read, none."""
        path = options["path"]
        try:
            new, known = earlier_checks_import(feed=json.loads(path.read_bytes()), actor=None)
        except OSError as error:
            raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
        except ValueError as error:
            raise CommandError(f"{path} is no JSON: {error}.") from error
        except InvalidInput as error:
            raise CommandError(f"{path}: {error.message}") from error
        self.stdout.write(f"{new} imported, {known} known already.")
