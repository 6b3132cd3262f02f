"""Which verdicts a report holds and how: what a person chose, kept with the file it made."""

from __future__ import annotations

import datetime
import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

# What a verdict that was ever published can be.
STATUSES = ("published", "superseded", "retracted")
GROUPS = ("rating", "language", "status", "month", "speaker", "outlet")
MOST_CHOICES, LONGEST_CHOICE = 500, 200


class Flaw(StrEnum):
    """What is wrong with a part of a specification."""

    UNKNOWN = "unknown"
    NO_DAY = "no_day"
    FAR_DAY = "far_day"
    ENDS_FIRST = "ends_first"
    NO_ZONE = "no_zone"
    LONG_TEXT = "long_text"
    NO_TEXT = "no_text"
    NO_ID = "no_id"
    NO_FLAG = "no_flag"
    NO_LIST = "no_list"
    NO_GROUP = "no_group"
    NO_STATUS = "no_status"


class SpecRefused(ValueError):
    """A part of a specification cannot be: `field` names it, `flaw` says why."""

    def __init__(self, field: str, flaw: Flaw) -> None:
        super().__init__(f"{field}: {flaw}")
        self.field = field
        self.flaw = flaw


@dataclass(frozen=True, slots=True)
class ReportSpec:
    """The filters, columns and order of a report. An empty filter leaves that thing open.

    Days are those of `time_zone`, both included. `ratings` are slugs, `languages` BCP 47 tags of
    claims, `outlets` ids of sources, `topics` names of the desk's tags, `reviewers` ids of people
    who submitted a review. `columns` are names, empty: all. `group_by` is one of GROUPS or "".
    `byte_order_mark` stands before CSV: without it Excel reads Chinese as Latin letters.
    """

    published_from: datetime.date | None = None
    published_to: datetime.date | None = None
    time_zone: str = "UTC"
    ratings: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    outlets: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    reviewers: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ("published", "retracted")
    columns: tuple[str, ...] = ()
    group_by: str = ""
    byte_order_mark: bool = True

    def __post_init__(self) -> None:
        """Raise SpecRefused for what no report can be made of."""
        _check_period(self)
        if self.group_by and self.group_by not in GROUPS:
            raise SpecRefused("group_by", Flaw.NO_GROUP)
        if not self.statuses or not set(self.statuses) <= set(STATUSES):
            raise SpecRefused("statuses", Flaw.NO_STATUS)

    def to_json(self) -> dict[str, Any]:
        """Return the specification as JSON can hold it; `from_json` reads it back."""
        return {name: _plain(value) for name, value in asdict(self).items()}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> ReportSpec:
        """Return the specification of `value`; what is left out has its default.

        Raises SpecRefused naming a field that is unknown or holds what it may not.
        """
        known = {field.name for field in fields(cls)}
        for name in value:
            if name not in known:
                raise SpecRefused(str(name), Flaw.UNKNOWN)
        return cls(**{name: _READERS[name](name, each) for name, each in value.items()})


def _check_period(spec: ReportSpec) -> None:
    try:
        zoneinfo.ZoneInfo(spec.time_zone)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError) as error:
        raise SpecRefused("time_zone", Flaw.NO_ZONE) from error
    first, last = spec.published_from, spec.published_to
    if first and last and last < first:
        raise SpecRefused("published_to", Flaw.ENDS_FIRST)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _day(name: str, value: Any) -> datetime.date | None:
    if value is None:
        return None
    try:
        day = datetime.date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise SpecRefused(name, Flaw.NO_DAY) from error
    # As factcheck/centuries.py: others cannot be turned into a time of every zone.
    if not 1600 <= day.year <= 2200:
        raise SpecRefused(name, Flaw.FAR_DAY)
    return day


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_CHOICE:
        raise SpecRefused(name, Flaw.LONG_TEXT)
    # PostgreSQL holds neither NUL nor half a surrogate pair, and JSON lets both through.
    if any(each == "\x00" or "\ud800" <= each <= "\udfff" for each in value):
        raise SpecRefused(name, Flaw.NO_TEXT)
    return value


def _number(name: str, value: Any) -> int:
    if type(value) is not int or not 0 < value < 2**63:
        raise SpecRefused(name, Flaw.NO_ID)
    return value


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise SpecRefused(name, Flaw.NO_FLAG)
    return value


def _listed(name: str, value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple) or len(value) > MOST_CHOICES:
        raise SpecRefused(name, Flaw.NO_LIST)
    return tuple(value)


def _texts(name: str, value: Any) -> tuple[str, ...]:
    return tuple(_text(name, each) for each in _listed(name, value))


def _numbers(name: str, value: Any) -> tuple[int, ...]:
    return tuple(_number(name, each) for each in _listed(name, value))


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "published_from": _day,
    "published_to": _day,
    "time_zone": _text,
    "ratings": _texts,
    "languages": _texts,
    "outlets": _numbers,
    "topics": _texts,
    "speakers": _texts,
    "reviewers": _numbers,
    "statuses": _texts,
    "columns": _texts,
    "group_by": _text,
    "byte_order_mark": _flag,
}
