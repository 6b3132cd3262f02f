"""The values of extraction as JSON columns hold them, and back."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from claims.extraction.types import DateMention, Quantity, Reason, Span, Unit
from claims.matching.types import MatchReason

Row = dict[str, Any]


def quantity_rows(quantities: Iterable[Quantity]) -> list[Row]:
    """Return `quantities` as JSON rows; spans are code points of the article."""
    return [
        {
            "start": each.span.start,
            "end": each.span.end,
            "value": each.value,
            "unit": each.unit,
            "comparator": each.comparator,
            "low": each.low,
            "high": each.high,
        }
        for each in quantities
    ]


def quantities_of(rows: Iterable[Row]) -> tuple[Quantity, ...]:
    """Return the quantities that `quantity_rows` wrote."""
    return tuple(
        Quantity(
            Span(row["start"], row["end"]),
            row["value"],
            row["unit"],
            row["comparator"],
            row["low"],
            row["high"],
        )
        for row in rows
    )


def date_rows(dates: Iterable[DateMention]) -> list[Row]:
    """Return `dates` as JSON rows with ISO 8601 days."""
    return [
        {
            "start": each.span.start,
            "end": each.span.end,
            "first": each.first.isoformat(),
            "last": each.last.isoformat(),
        }
        for each in dates
    ]


def dates_of(rows: Iterable[Row]) -> tuple[DateMention, ...]:
    """Return the dates that `date_rows` wrote."""
    day = datetime.date.fromisoformat
    return tuple(
        DateMention(Span(row["start"], row["end"]), day(row["first"]), day(row["last"]))
        for row in rows
    )


def unit_rows(units: Iterable[Unit], text: str) -> list[Row]:
    """Return the claims of one sentence of the article `text` as JSON rows, with their wordings."""
    return [
        {
            "start": each.span.start,
            "end": each.span.end,
            "text": each.span.of(text),
            "quantities": quantity_rows(each.quantities),
            "dates": date_rows(each.dates),
        }
        for each in units
    ]


def reason_rows(reasons: Iterable[Reason]) -> list[Row]:
    """Return the reasons of a score as JSON rows."""
    return [
        {
            "signal": each.signal,
            "weight": round(each.weight, 3),
            "spans": [[span.start, span.end] for span in each.spans],
        }
        for each in reasons
    ]


def match_reason_rows(reasons: Iterable[MatchReason]) -> list[Row]:
    """Return the reasons of a match as JSON rows."""
    return [
        {
            "signal": each.signal,
            "weight": round(each.weight, 3),
            "left": each.left,
            "right": each.right,
        }
        for each in reasons
    ]


def match_reasons_of(rows: Iterable[Row]) -> tuple[MatchReason, ...]:
    """Return the reasons that `match_reason_rows` wrote."""
    return tuple(
        MatchReason(row["signal"], row["weight"], row["left"], row["right"]) for row in rows
    )
