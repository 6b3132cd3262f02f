"""Print how good the machine's choice of sentences is, by set and language."""

from __future__ import annotations

import json as json_format
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from claims.management.judged_sets import SETS
from claims.management.scorecard_tables import plain, tables
from claims.scorecard.card import Scorecard, scorecards
from claims.scorecard.stories import StoryFault

WITHOUT_DATABASE = ("seeds", "training")


class Command(BaseCommand):
    """Print tables, or one JSON object a line for each set and language."""

    help = (
        "Measure the choice of sentences against labelled ones: the starter corpus (seeds), the "
        "stories held out from training, and what reviewers marked (feedback). Reviewers mark "
        "mistakes: the feedback says what goes wrong, not how often."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the sets, the languages and the form of the answer."""
        parser.add_argument(
            "--set",
            action="append",
            choices=SETS,
            dest="sets",
            help="which sentences; may be given several times (default: seeds and training)",
        )
        parser.add_argument(
            "--language",
            action="append",
            default=[],
            dest="languages",
            metavar="TAG",
            help="only this language, such as zh-Hans; may be given several times",
        )
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def handle(
        self, *, sets: list[str] | None, languages: list[str], json: bool, **options: Any
    ) -> None:
        """Measure one set after another."""
        for name in sets or WITHOUT_DATABASE:
            cards = _measured(name, languages)
            if json:
                for card in cards:
                    row = json_format.dumps(plain(name, card), ensure_ascii=False)
                    self.stdout.write(row)
            else:
                self.stdout.write("\n\n".join([name.upper(), *tables(cards)]) + "\n\n")


def _measured(name: str, languages: list[str]) -> list[Scorecard]:
    try:
        cards = scorecards(SETS[name](languages))
    except StoryFault as error:
        raise CommandError(str(error)) from error
    if not cards:
        wanted = ", ".join(languages) or _("any language")
        raise CommandError(
            _("There are no labelled sentences of %(languages)s in the set %(set)s.")
            % {"languages": wanted, "set": name}
        )
    return cards
