"""The trained part of check-worthiness: what it reads, how it is fitted, what is shipped."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction import score
from claims.extraction.facts import Facts
from claims.extraction.signals import SIGNALS
from claims.extraction.types import Span
from claims.extraction.worth.fitting import fit
from claims.extraction.worth.reading import WIDTH, Example, Reading, wording_columns
from claims.extraction.worth.weights import load, save, shipped

FACT = "The port paid {} million dollars for cranes that never arrived."
TALK = "How lovely it is to stand by the water at {} in the evening!"


def taught(worth_of_talk: float = 0.0) -> list[Example]:
    """Two kinds of sentence in ten stories."""
    return [
        Example(Reading(text.format(number), 10.0, signals), worth, f"story-{number // 2}")
        for number in range(20)
        for text, signals, worth in (
            (FACT, frozenset({"figure"}), 1.0),
            (TALK, frozenset({"exclamation"}), worth_of_talk),
        )
    ]


BY_HAND = {"figure": 0.5, "exclamation": -0.5, "question": -4.0}


@settings(max_examples=40)
@given(st.text(max_size=60), st.floats(0, 1e6))
def test_any_text_becomes_finite_numbers(text: str, words: float) -> None:
    columns = wording_columns([Reading(text, words)])
    assert columns.shape == (1, WIDTH)
    assert np.isfinite(columns).all()


def test_case_width_and_script_make_no_other_n_grams() -> None:
    one, other = wording_columns([Reading("臺灣ＡＩ晶片", 4.0), Reading("台湾ai芯片", 4.0)])
    shared = wording_columns([Reading("台湾AI芯片", 4.0)])[0]
    assert np.allclose(other[384:], shared[384:])
    assert float(one[384:-1] @ other[384:-1]) > 0.3  # 晶片 and 芯片 are two words all the same


def test_it_learns_which_kind_is_worth_checking() -> None:
    weights = fit(taught(), BY_HAND)
    fact, talk = weights.log_odds(
        [
            Reading(FACT.format(99), 10.0, frozenset({"figure"})),
            Reading(TALK.format(99), 10.0, frozenset({"exclamation"})),
        ]
    )
    assert fact > 2
    assert talk < -2


def test_what_no_example_shows_keeps_the_sign_set_by_hand() -> None:
    assert fit(taught(), BY_HAND).signals["question"] < 0


def test_a_sentence_that_may_be_checked_stands_between() -> None:
    talk = Reading(TALK.format(99), 10.0, frozenset({"exclamation"}))
    (never,) = fit(taught(0.0), BY_HAND).log_odds([talk])
    perhaps = taught(0.5) + [
        Example(Reading(f"Who knows {n}?", 3.0, frozenset({"question"})), 0.0, f"story-{n}")
        for n in range(10)
    ]
    (maybe,) = fit(perhaps, BY_HAND).log_odds([talk])
    assert never < maybe


def test_fitting_twice_gives_the_same_weights() -> None:
    one, other = fit(taught(), BY_HAND), fit(taught(), BY_HAND)
    assert one.bias == other.bias
    assert np.array_equal(one.wording, other.wording)


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    weights = fit(taught(), BY_HAND)
    save(weights, tmp_path / "weights.json", data="sha256:0")
    again = load(tmp_path / "weights.json")
    readings = [Reading(FACT.format(7), 10.0, frozenset({"figure"}))]
    assert again.log_odds(readings) == pytest.approx(weights.log_odds(readings), abs=0.01)


def test_the_shipped_weights_know_every_signal() -> None:
    assert shipped().signals.keys() == {signal.id for signal in SIGNALS}


def test_of_a_very_long_text_only_the_first_sentences_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(score, "MOST_READ", 1)
    facts = [Facts(FACT, Span(0, len(FACT)), "en")] * 3
    wordings = [reasons[-1].weight for reasons in score.reasons_for(facts)]
    assert wordings[0] != 0
    assert wordings[1:] == [0.0, 0.0]
