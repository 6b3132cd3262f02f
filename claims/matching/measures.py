"""A pair of statements in numbers: what the weights of ``data/weights.tsv`` are multiplied with.

Each measure may only speak for a match, or only against it: `SIGNS` says which. Without that the
fit would give two measures that go together weights of opposite signs, which nobody can explain.
"""

from __future__ import annotations

from functools import cache

from claims.matching.figures import agree_in_value, closeness, telling
from claims.matching.observation import TYPICAL_CROWDING, Observation
from claims.matching.tables import rows

EVEN_SIMILARITY = 0.43
EVEN_SHARE = 0.4
# Up to here a figure in common says nothing of what it is the figure of.
_FAR_SIMILARITY = 0.2
# Of a statement without a word that the table of concepts knows, nothing is known against it.
_UNKNOWN_SHARE = 0.15

FOR, AGAINST, EITHER = 1, -1, 0
SIGNS: dict[str, int] = {
    "even": EITHER,
    "similarity": FOR,
    "two_scripts": FOR,
    "one_language": EITHER,
    "figures_none": FOR,
    "figures_one_side": EITHER,
    "figures_other": EITHER,
    "figures_measured": AGAINST,
    "crowding": AGAINST,
    "concepts": FOR,
    "clause": FOR,
    "names": FOR,
    "telling_name": FOR,
    "other_subject": AGAINST,
    "other_name": AGAINST,
    "other_version": AGAINST,
    "other_place": AGAINST,
    "other_country": AGAINST,
    "turned": AGAINST,
    "figures_equal": FOR,
    "figures_compatible": FOR,
    "figures_bounded": FOR,
    "figures_conflicting": AGAINST,
    "numerals": FOR,
    "figure_near": FOR,
    "speaker_same": FOR,
    "speaker_other": AGAINST,
    "one_article": AGAINST,
    "dates_apart": AGAINST,
}


@cache
def weights() -> dict[str, float]:
    """Return the fitted weight of each measure."""
    return {name: float(weight) for name, weight in rows("weights.tsv")}


def measures_of(seen: Observation) -> dict[str, float]:
    """Return every measure of the pair; most are 0 or 1."""
    return {
        "even": 1.0,
        "similarity": seen.similarity - EVEN_SIMILARITY,
        "two_scripts": float(seen.two_scripts),
        "one_language": float(seen.one_language),
        "crowding": seen.crowding - TYPICAL_CROWDING,
        "concepts": (seen.concepts.share if seen.concepts.known else _UNKNOWN_SHARE) - EVEN_SHARE,
        "clause": seen.clause_share,
        **_of_names(seen),
        **_of_figures(seen),
        **_of_circumstances(seen),
    }


def _of_names(seen: Observation) -> dict[str, float]:
    return {
        "names": seen.names.share,
        "telling_name": seen.names.telling,
        "other_subject": float(seen.names.other_subject),
        "other_name": float(seen.names.other_name),
        "other_version": float(seen.names.other_version),
        "other_place": float(seen.names.other_place),
        "other_country": float(seen.names.other_country),
        "turned": float(seen.names.turned),
    }


def _of_figures(seen: Observation) -> dict[str, float]:
    relation = seen.figures.relation
    equal = telling(seen.figures) if relation == "equal" else 0.0
    compatible = telling(seen.figures) if relation == "compatible" else 0.0
    # The figure in common ("some 6.2 per cent" and "6.2") is one of these numbers: it counts once.
    numerals = 0.0 if agree_in_value(seen.figures) else seen.numerals[0]
    agreement = max(equal, compatible, numerals)
    return {
        "figures_none": float(relation == "absent" and not seen.both_have_figures),
        "figures_one_side": float(relation == "one-sided"),
        "figures_other": float(relation == "absent" and seen.both_have_figures),
        "figures_measured": float(seen.one_is_measured),
        "figures_equal": equal,
        "figures_compatible": compatible,
        "figures_bounded": closeness(seen.figures) if relation == "bounded" else 0.0,
        "figures_conflicting": float(relation == "conflicting"),
        "numerals": numerals,
        # 1.2 billion are invested by this firm and by its rival: what is said of them must be near.
        "figure_near": agreement * min(max(seen.similarity - _FAR_SIMILARITY, 0.0), 1.0),
    }


def _of_circumstances(seen: Observation) -> dict[str, float]:
    return {
        "speaker_same": float(seen.speakers == "same"),
        "speaker_other": float(seen.speakers == "other"),
        "one_article": float(seen.one_document and seen.figures.relation == "conflicting"),
        "dates_apart": float(seen.periods.relation == "apart"),
    }
