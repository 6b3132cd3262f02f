"""An extraction as plain data for JSON."""

from __future__ import annotations

from typing import Any

from claims.extraction.types import DateMention, Extraction, Quantity, Sentence, Unit


def listing(path: str, extraction: Extraction) -> dict[str, Any]:
    """Return what `manage.py extract --json` prints for one article."""
    return {
        "path": path,
        "language": extraction.language,
        "engine": extraction.engine,
        "sentences": [_sentence(sentence) for sentence in extraction.sentences],
    }


def _sentence(sentence: Sentence) -> dict[str, Any]:
    return {
        "start": sentence.start,
        "end": sentence.end,
        "kind": sentence.kind,
        "score": round(sentence.score, 4),
        "selected": sentence.selected,
        "speaker": sentence.speaker.name if sentence.speaker else None,
        "quantities": [_quantity(quantity) for quantity in sentence.quantities],
        "dates": [_date(day) for day in sentence.dates],
        "reasons": {reason.signal: reason.weight for reason in sentence.reasons},
        "repeats": sentence.repeats,
        "units": [_unit(unit) for unit in sentence.units],
    }


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "start": unit.span.start,
        "end": unit.span.end,
        "quantities": [_quantity(quantity) for quantity in unit.quantities],
        "dates": [_date(day) for day in unit.dates],
    }


def _date(day: DateMention) -> dict[str, str]:
    return {"first": day.first.isoformat(), "last": day.last.isoformat()}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    figures = {"value": quantity.value, "unit": quantity.unit, "comparator": quantity.comparator}
    if quantity.value is not None:
        return figures
    return figures | {"low": quantity.low, "high": quantity.high}
