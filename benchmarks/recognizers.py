"""How many figures and dates of a folder of labelled cases are read with the right value.

The folder has one folder per language (Chinese, English) with files as Recognizers-Text publishes
its specifications (NumberModel.json, CurrencyModel.json, …). A case counts as right when every
result expected of it is found with its value, and its unit for money and measures; where nothing
is expected, when nothing is found. `extra` counts the right cases in which more was found. Results
without a value ("dollars") expect nothing. Dates are counted by result, not by case: those that are
a day, a period, or open at one side; times of day, durations and sets are not read.
Ordinals and ranges of bare numbers are not read either, and not counted.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from claims.extraction.dates import dates_in, month_first
from claims.extraction.folding import simplify
from claims.extraction.lexicon.units import MEASURES
from claims.extraction.numbers.chinese import chinese_numbers
from claims.extraction.numbers.latin import latin_numbers
from claims.extraction.pipeline import extract
from claims.extraction.quantities.money import money_code
from claims.extraction.repair import repair
from claims.extraction.sentences import split
from claims.extraction.types import DateMention, Quantity

Case = dict[str, Any]
Figure = tuple[float, str]
LANGUAGES = {"Chinese": "zh-Hans", "English": "en"}
SUBUNITS = {"Cent": ("USD", 100), "Pence": ("GBP", 100), "Penny": ("GBP", 100), "Sen": ("MYR", 100)}
UNITS = {"Pound": "GBP", "Netherlands guilder": "NLG", "Bitcoin": "BTC"}


def main() -> None:
    """Print a line per language and model."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="a folder of Chinese/NumberModel.json and so on")
    parser.add_argument("--misses", action="store_true", help="print what was read wrong")
    options = parser.parse_args()
    for folder, language in LANGUAGES.items():
        for model, read in READERS.items():
            path = options.folder / folder / f"{model}Model.json"
            if path.exists():
                _report_figures(f"{folder} {model}", _cases(path), language, read, options.misses)
        path = options.folder / folder / "DateTimeModel.json"
        if path.exists():
            _report_dates(folder, _cases(path), language, options.misses)


def _cases(path: Path) -> list[Case]:
    cases: list[Case] = json.loads(path.read_text(encoding="utf-8-sig"))
    return cases


def _report_figures(
    name: str,
    cases: list[Case],
    language: str,
    read: Callable[[str, str], list[Figure]],
    misses: bool,
) -> None:
    counts: Counter[str] = Counter()
    for case in cases:
        expected = [_expected(result) for result in case["Results"] if _value(result)]
        found = read(case["Input"], language)
        left = _unmatched(expected, found)
        right = left is not None and bool(expected or not found)
        counts["right"] += right
        counts["extra"] += right and bool(left)
        if misses and not right:
            print(f"  {case['Input']!r} {expected} {found}")
    share = counts["right"] / len(cases)
    print(f"{name:<20}{counts['right']:5} of {len(cases):4}  {share:6.3f}  extra {counts['extra']}")


def _value(result: Case) -> str | None:
    value = (result.get("Resolution") or {}).get("value")
    return None if value in {None, "null"} else str(value)


def _expected(result: Case) -> Figure:
    value = float((_value(result) or "").rstrip("%"))
    unit = result["Resolution"].get("unit", "")
    if unit in SUBUNITS:
        code, parts = SUBUNITS[unit]
        return value / parts, code
    if result.get("TypeName") != "currency":
        return value, unit.casefold()
    return value, result["Resolution"].get("isoCurrency") or UNITS.get(unit) or money_code(unit)


def _unmatched(expected: Iterable[Figure], found: Iterable[Figure]) -> list[Figure] | None:
    """Return what is found beyond what is expected; None when something expected is missing."""
    left = list(found)
    for value, unit in expected:
        same = [each for each in left if each[1] == unit and _close(each[0], value)]
        if not same:
            return None
        left.remove(same[0])
    return left


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-6 * max(abs(one), abs(other))


def _numbers(text: str, language: str) -> list[Figure]:
    view = repair(text).text
    if language == "en":
        return [(each.value, "") for each in latin_numbers(view, 0, len(view), language)]
    folded = simplify(view)
    return [(each.value, "") for each in chinese_numbers(folded, 0, len(folded))]


def _quantities(text: str, language: str) -> Iterator[Quantity]:
    for sentence in extract(text, language=language).sentences:
        yield from sentence.quantities


def _shares(text: str, language: str) -> list[Figure]:
    found = _quantities(text, language)
    return [(_end(each), "") for each in found if each.unit == "%" or _measure(each) == POINT]


def _money(text: str, language: str) -> list[Figure]:
    found = _quantities(text, language)
    return [
        (_end(each), each.unit) for each in found if len(each.unit) == 3 and each.unit.isupper()
    ]


def _measures(text: str, language: str) -> list[Figure]:
    found = _quantities(text, language)
    return [(_end(each), _measure(each)) for each in found if _measure(each)]


POINT = "percentage point"
READERS = {"Number": _numbers, "Percent": _shares, "Currency": _money, "Dimension": _measures}


def _measure(quantity: Quantity) -> str:
    return MEASURES.get(simplify(quantity.unit.replace(" ", "")), "") or MEASURES.get(
        quantity.unit, ""
    )


def _end(quantity: Quantity) -> float:
    """Return the value, of a range the end that stands next to the unit."""
    return quantity.value if quantity.value is not None else quantity.high or 0.0


def _report_dates(name: str, cases: list[Case], language: str, misses: bool) -> None:
    counts: Counter[tuple[str, bool]] = Counter()
    for case in cases:
        reference = case.get("Context", {}).get("ReferenceDateTime", "2017-01-01")
        published = datetime.date.fromisoformat(reference[:10])
        found = _dates(case["Input"], language, published)
        for result in case["Results"]:
            kind = _kind(result)
            if kind:
                read = any(_is_right(result, mention) for mention in found)
                counts[kind, read] += 1
                if misses and not read:
                    print(f"  {kind} {case['Input']!r} {published} {result['Text']!r}", end=" ")
                    print(_spans(result), [f"{each.first}..{each.last}" for each in found])
    for kind in sorted({kind for kind, _ in counts}):
        right, all_ = counts[kind, True], counts[kind, True] + counts[kind, False]
        print(f"{name + ' ' + kind:<20}{right:5} of {all_:4}  {right / all_:6.3f}")


def _dates(text: str, language: str, published: datetime.date) -> list[DateMention]:
    view = repair(text)
    folded = simplify(view.text)
    order = month_first(folded, language)
    return [
        mention
        for span in split(view, language)
        for mention in dates_in(folded, span, published, month_first=order)
    ]


def _kind(result: Case) -> str:
    """Return "Date", "Period" or "Open period"; "" for what is not counted."""
    type_name = result.get("TypeName", "").removeprefix("datetimeV2.")
    if type_name not in {"date", "daterange"} or not _spans(result):
        return ""
    if any("" in span for span in _spans(result)):
        return "Open period"
    return "Date" if type_name == "date" else "Period"


def _spans(result: Case) -> list[tuple[str, str]]:
    values = (result.get("Resolution") or {}).get("values", [])
    spans = []
    for each in values:
        day = each.get("value", "")
        start, end = each.get("start", day), each.get("end", day)
        if (start or end) and "not" not in day:
            spans.append((start[:10], end[:10]))
    return spans


def _is_right(result: Case, mention: DateMention) -> bool:
    return any(_is_span(start, end, mention) for start, end in _spans(result))


def _is_span(start: str, end: str, mention: DateMention) -> bool:
    """Compare with a period whose end is the day after it, or the first day of its last part."""
    after = (mention.last + datetime.timedelta(days=1)).isoformat()
    first, last = mention.first.isoformat(), mention.last.isoformat()
    if not start or not end:
        return (start or end) in {first, last, after}
    ends = {after, last} if start != end else {last}
    ends |= (
        {first_of.isoformat() for first_of in _parts_ending(mention.last)}
        if start != end
        else set()
    )
    return first == start and end in ends


def _parts_ending(day: datetime.date) -> list[datetime.date]:
    """Return the first days of the month and the year that end with `day`, if they do."""
    after = day + datetime.timedelta(days=1)
    month = [day.replace(day=1)] if after.day == 1 else []
    year = [day.replace(month=1, day=1)] if (after.month, after.day) == (1, 1) else []
    return month + year


if __name__ == "__main__":
    main()
