"""What report.typ reads: a report as JSON, each text with the language typst sets it in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields, is_dataclass, replace
from typing import Any
from unicodedata import east_asian_width

from django.utils.translation import gettext as _

from reviews.exports.documents.entry import Entry, Words
from reviews.exports.documents.front import front_of
from reviews.exports.documents.hyphens import with_soft_hyphens
from reviews.exports.documents.tally import Tally
from reviews.exports.table import Table
from reviews.models import VerdictStatus

SHORT = 60  # columns of a claim in the table of contents; a Chinese character takes two
_REGIONS = {"zh-hant": "TW", "zh-tw": "TW", "zh-hk": "HK", "zh-mo": "HK", "zh": "CN"}
_REGIONS |= {"ja": "JP", "ko": "KR"}
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def pdf_data(table: Table, entries: Sequence[Entry]) -> dict[str, Any]:
    """Return the report as JSON can hold it, in the language that is active."""
    tally = Tally()
    for entry in entries:
        tally.add(entry)
    front, by_group = front_of(table, tally), sorted(entries, key=lambda each: each.group)
    return {
        "front": asdict(front) | typst_language(table.language) | {"charts": _charts(front.charts)},
        "labels": _labels(),
        "groups": Counter(entry.group.label for entry in entries),
        "shorts": {entry.key: _short(entry) for entry in by_group},
        "entries": [_entry(entry) for entry in by_group],
    }


def typst_language(tag: str) -> dict[str, str]:
    """Return `lang` and `region` for a BCP 47 tag; both are "" when it names no language."""
    parts = tag.lower().split("-")
    if not _LANGUAGE.fullmatch(parts[0]) or parts[0] == "und":
        return {"lang": "", "region": ""}
    region = _REGIONS.get("-".join(parts[:2])) or _REGIONS.get(parts[0], "")
    return {"lang": parts[0], "region": region}


def shortened(text: str) -> str:
    """Return the start of `text` on one line, whole if it fits into SHORT columns."""
    line, columns = " ".join(text.split()), 0
    for place, character in enumerate(line):
        columns += 2 if east_asian_width(character) in "WF" else 1
        if columns > SHORT:
            return f"{line[:place].rstrip()}…"
    return line


def _labels() -> dict[str, str]:
    return {
        "contents": _("Contents"),
        "count": _("Verdicts"),
        "evidence": _("Evidence"),
        "meant": _("What is meant:"),
        "name": _("Name"),
        "no_evidence": _("There is no evidence to show."),
        "nothing": _("No verdict fits these filters."),
        "overview": _("Overview"),
        "places": _("Where it appeared"),
        "record": _("Record"),
        "replies": _("Comment by those concerned"),
        "said_by": _("Said by"),
        "share": _("Share"),
        "verdicts": _("Verdicts"),
        "why": _("Why"),
    }


def _charts(charts: Iterable[Any]) -> list[dict[str, Any]]:
    drawn = []
    for chart in charts:
        bars = [asdict(bar) | {"share": f"{bar.share:.1f} %"} for bar in chart.bars]
        drawn.append({"title": chart.title, "bars": bars})
    return drawn


def _short(entry: Entry) -> dict[str, Any]:
    claim, rating = entry.claim, entry.rating
    if entry.status != VerdictStatus.PUBLISHED:
        rating = f"{rating} ({VerdictStatus(entry.status).label})"
    return {
        "number": f"#{entry.number}",
        "claim": _value(Words(shortened(claim.text), claim.language)),
        "rating": rating,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    hyphenated = tuple(_hyphenated(each) for each in entry.explanation)
    data: dict[str, Any] = _value(replace(entry, explanation=hyphenated))
    return data | {"number": f"#{entry.number}", "group": entry.group.label}


def _hyphenated(words: Words) -> Words:
    return replace(words, text=with_soft_hyphens(words.text)) if words.language == "id" else words


def _value(value: Any) -> Any:
    """Return dataclasses as dicts, with what typst needs to know of the language of words."""
    if isinstance(value, Words):
        return {"text": value.text} | typst_language(value.language)
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if is_dataclass(value):
        return {field.name: _value(getattr(value, field.name)) for field in fields(value)}
    return value
