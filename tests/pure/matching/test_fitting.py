from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.matching.fitting import fit, write_weights
from claims.matching.measures import SIGNS, weights

PAIRS = st.lists(
    st.tuples(st.floats(-1, 1), st.floats(0, 1), st.booleans()), min_size=4, max_size=20
)


def measured(similarity: float, concepts: float) -> dict[str, float]:
    return dict.fromkeys(SIGNS, 0.0) | {
        "even": 1.0,
        "similarity": similarity,
        "concepts": concepts,
    }


def test_what_tells_matches_from_others_is_given_weight() -> None:
    alike, unlike = measured(0.5, 0.1), measured(-0.3, 0.1)
    fitted = fit([alike, unlike, unlike], [True, False, False])
    assert fitted["similarity"] > 0
    assert abs(fitted["concepts"]) < 1e-6
    odds = [sum(fitted[name] * pair[name] for name in fitted) for pair in (alike, unlike)]
    assert odds[0] > 0 > odds[1]


@settings(max_examples=10)
@given(PAIRS)
def test_no_weight_has_the_wrong_sign(pairs: list[tuple[float, float, bool]]) -> None:
    fitted = fit([measured(one, other) for one, other, _ in pairs], [last for *_, last in pairs])
    assert all(fitted[name] * sign >= 0 for name, sign in SIGNS.items())


def test_the_shipped_weights_are_those_of_the_measures_and_keep_their_signs() -> None:
    assert list(weights()) == list(SIGNS)
    assert all(weights()[name] * sign >= 0 for name, sign in SIGNS.items())


def test_weights_are_written_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "weights.tsv"
    write_weights(path, weights())
    lines = [line for line in path.read_text().splitlines() if not line.startswith("#")]
    assert {name: float(value) for name, value in (line.split("\t") for line in lines)} == weights()
