"""A scorecard as tables for a terminal, and as plain data for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from claims.management.aligned import aligned
from claims.scorecard.card import Scorecard


def tables(cards: Sequence[Scorecard]) -> Iterator[str]:
    """Yield the figures by language, how far scores can be trusted, and what thresholds cost."""
    yield aligned(
        [
            _("language"), _("sentences"), _("prevalence"), _("chosen"), _("precision"),
            _("recall"), _("average precision"), _("calibration error"),
        ],
        [
            (
                card.language, card.sentences, card.prevalence, card.choice.chosen,
                card.choice.precision, card.choice.recall, card.average_precision,
                card.calibration.error,
            )
            for card in cards
        ],
    )  # fmt: skip
    yield aligned(
        [_("language"), _("score from"), _("sentences"), _("mean score"), _("check-worthy")],
        [
            (card.language, f"{tenth.low:.1f}", tenth.count, tenth.mean_score, tenth.share)
            for card in cards
            for tenth in card.calibration.tenths
        ],
    )
    yield aligned(
        [_("language"), _("threshold"), _("chosen"), _("precision"), _("recall")],
        [
            (card.language, f"{threshold:.1f}", choice.chosen, choice.precision, choice.recall)
            for card in cards
            for threshold, choice in card.at
        ],
    )


def plain(name: str, card: Scorecard) -> dict[str, Any]:
    """Return a card of the set `name` as JSON holds it."""
    thresholds = [{"threshold": at, **asdict(choice)} for at, choice in card.at]
    return {"set": name, **asdict(card), "at": thresholds}
