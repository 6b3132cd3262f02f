"""Count the days that are over, for the dashboard."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from reviews.services.tallies import days_tally, days_tally_again


class Command(BaseCommand):
    """Count what beat would count within the hour, or all of it anew."""

    help = "Count the days that are over, so that the dashboard need not. Beat does so every hour."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether to begin from nothing."""
        parser.add_argument(
            "--again", action="store_true", help="forget what was counted and count all days anew"
        )

    def handle(self, *args: Any, again: bool, **options: Any) -> None:
        """Say how many rows that made."""
        made = days_tally_again() if again else days_tally()
        self.stdout.write(f"{made} rows made.")
