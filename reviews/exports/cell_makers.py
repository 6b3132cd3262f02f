"""How the cells of a column are made of what is read of the verdicts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import BigIntegerField, F, Func, JSONField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Extract, Floor

from reviews.exports.column import Batch, Cell, Gather
from reviews.models import Rating
from reviews.selectors.report_filter import Reading
from reviews.selectors.report_gathering import Place

Read = Callable[[Reading], Combinable]
Cells = Callable[[Sequence[Any], Batch], Sequence[Cell]]


def stored(path: str) -> Read:
    """Read a column of the database."""
    return lambda _reading: F(path)


def seconds(path: str) -> Read:
    """Read the whole seconds since 1970 of a time: the driver makes a time of text slowly."""
    return lambda _reading: Cast(Floor(Extract(path, "epoch")), BigIntegerField())


def evidence_urls(_reading: Reading) -> Combinable:
    """Read the addresses of the evidence as published, without its long passages."""
    template = "jsonb_path_query_array(%(expressions)s, '$[*].url')"
    return Func("evidence", template=template, output_field=JSONField())


def each(cell: Callable[[Any], Cell]) -> Cells:
    """Make a cell of each value."""
    return lambda values, _batch: [cell(value) for value in values]


def found(gather: Gather, cell: Callable[[Any, Reading], Cell], otherwise: Cell) -> Cells:
    """Make a cell of what is gathered for each value, an id; `otherwise` where nothing is."""

    def cells(values: Sequence[Any], batch: Batch) -> Sequence[Cell]:
        rows = batch.gathered(gather, values)
        made = {key: cell(row, batch.reading) for key, row in rows.items()}
        return [made.get(value, otherwise) for value in values]

    return cells


def time_of(seconds: int) -> Cell:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)


def rating_label(rating: Rating, reading: Reading) -> Cell:
    return rating.label_in(reading.language)


def rating_number(rating: Rating, _reading: Reading) -> Cell:
    return rating.number


def name(found_name: str, _reading: Reading) -> Cell:
    return found_name


def all_names(names: Sequence[str], _reading: Reading) -> Cell:
    return tuple(names)


def outlets(places: Sequence[Place], _reading: Reading) -> Cell:
    return tuple(place.outlet or "-" for place in places)


def article_urls(places: Sequence[Place], _reading: Reading) -> Cell:
    return tuple(place.url or "-" for place in places)
