"""How the cells of a column are made of what is read of the verdicts."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import BigIntegerField, F, Func, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Extract, Floor

from reviews.exports.column import Batch, Cell, Gather
from reviews.models import Rating
from reviews.selectors.report_filter import Reading
from reviews.selectors.report_gathering import Places

Read = Callable[[Reading], Combinable]
Cells = Callable[[Sequence[Any], Batch], Sequence[Cell]]


def stored(path: str) -> Read:
    """Read a column of the database."""
    return lambda _reading: F(path)


CLAIM, ITEM, RATING = stored("claim_id"), stored("item_id"), stored("rating_id")


def seconds(path: str) -> Read:
    """Read the whole seconds since 1970 of a time: the driver makes a time of text slowly.

    In UTC, or PostgreSQL would count from 1970 in the zone of whoever asked for the report.
    """
    return lambda _reading: Cast(
        Floor(Extract(path, "epoch", tzinfo=datetime.UTC)), BigIntegerField()
    )


def evidence_urls(_reading: Reading) -> Combinable:
    """Read the addresses of the evidence as published, without its long passages."""
    template = "jsonb_path_query_array(%(expressions)s, '$[*].url')"
    return Func("evidence", template=template, output_field=TextField())


def each(cell: Callable[[Any], Cell]) -> Cells:
    """Make a cell of each value."""
    return lambda values, _batch: [cell(value) for value in values]


def found(
    gather: Gather, cells_of: Callable[[Any, Reading], Mapping[int, Cell]], otherwise: Cell
) -> Cells:
    """Make cells by the id each value is, of what is gathered; `otherwise` where nothing is."""

    def cells(values: Sequence[Any], batch: Batch) -> Sequence[Cell]:
        made = cells_of(batch.gathered(gather, values), batch.reading)
        return [made.get(value, otherwise) for value in values]

    return cells


def by_id(found: Mapping[int, Cell], _reading: Reading) -> Mapping[int, Cell]:
    return found


def outlets(places: Places, _reading: Reading) -> Mapping[int, Cell]:
    return places.outlets


def article_urls(places: Places, _reading: Reading) -> Mapping[int, Cell]:
    return places.urls


def rating_labels(ratings: Mapping[int, Rating], reading: Reading) -> Mapping[int, Cell]:
    return {key: rating.label_in(reading.language) for key, rating in ratings.items()}


def rating_numbers(ratings: Mapping[int, Rating], _reading: Reading) -> Mapping[int, Cell]:
    return {key: rating.number for key, rating in ratings.items()}


def texts_of_json(arrays: Sequence[str], _batch: Batch) -> Sequence[Cell]:
    """Make lists of arrays of JSON, which are read all at once."""
    return [tuple(texts) for texts in json.loads(f"[{','.join(arrays)}]")]


def time_of(seconds: int) -> Cell:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
