"""One name for units that languages write differently: orang, people, 人."""

from __future__ import annotations

from functools import cache

from claims.extraction.plain import fold
from claims.matching.tables import alternatives, rows


@cache
def _known() -> dict[str, str]:
    return {
        fold(wording): key
        for key, wordings in rows("units.tsv")
        for wording in alternatives(wordings)
    }


# What Chinese counts people and things by: of 名工人 only 工人 says what is counted.
_COUNTED_BY = "名位个座间栋家张枚款项"
_COUNTS_PEOPLE = ("名", "位")
_PEOPLE = frozenset(
    {
        *("person", "child", "worker", "passenger", "volunteer", "patient", "soldier"),
        *("beneficiary", "rescuer", "professional", "protester", "traveller", "individual"),
    }
)


def comparable_unit(unit: str) -> str:
    """Return the shared name of a unit; a unit not in ``units.tsv`` is only folded."""
    folded, known = fold(unit), _known()
    return known.get(folded) or known.get(folded.lstrip(_COUNTED_BY), folded)


def counts_people(unit: str) -> bool:
    """Say whether people are counted, whatever they are called."""
    return comparable_unit(unit) in _PEOPLE or fold(unit).startswith(_COUNTS_PEOPLE)
