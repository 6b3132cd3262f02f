"""Sentences with brackets around the claims of those that hold several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from claims.extraction.dates import date_spans
from claims.extraction.facts import Facts
from claims.extraction.folding import simplify
from claims.extraction.names import names_in
from claims.extraction.quantities import quantities_in
from claims.extraction.quotations import quotations_in
from claims.extraction.types import Span
from claims.extraction.units import unit_spans
from claims.extraction.view import view_of

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and the wordings of its claims: () when it is one."""

    language: str
    text: str
    units: tuple[str, ...]


def cases(name: str) -> list[Case]:
    """Return the cases of a file of this folder."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [_case(line) for line in lines if line and not line.startswith("#")]


def units_found(case: Case) -> tuple[str, ...]:
    """Return the wordings of the claims that the rules see in a case."""
    return tuple(span.of(case.text) for span in unit_spans(facts_of(case.text, case.language)))


def facts_of(text: str, language: str) -> Facts:
    """Return what is known of `text` when it is one sentence: what units are told by."""
    view, folded, whole = view_of(text), simplify(text), Span(0, len(text))
    dates = date_spans(folded, whole)
    return Facts(
        folded=folded,
        sentence=whole,
        language=language,
        names=tuple(names_in(text, whole)),
        quantities=quantities_in(view, folded, whole, language, dates),
        dates=tuple(dates),
        quoted=tuple(quotations_in(text)),
    )


def _case(line: str) -> Case:
    language, _, marked = line.partition("\t")
    return Case(language, re.sub(r"[\[\]]", "", marked), tuple(re.findall(r"\[([^\]]*)\]", marked)))
