"""Reading an answer of the right shape."""

from __future__ import annotations

import json

import pytest

from claims.chat.answer import MAX_SPEAKER, Judgement, read_answer
from claims.chat.reasons import AGAINST, FOR
from tests.chat.behaviours import claim


def read_one(**changes: object) -> Judgement:
    """Return the judgement of an answer with one claim."""
    [judgement] = read_answer(json.dumps({"claims": [{**claim("Tolls rose."), **changes}]}))
    return judgement


def test_a_claim_is_read_as_it_is_written() -> None:
    read = read_one(score=0.25, speaker=" Odile Brandt ", reason="cause", quote="\n渡輪🚢 ")
    assert read == Judgement("渡輪🚢", 0.25, "cause", "Odile Brandt")


@pytest.mark.parametrize("score", [0, 1, 0.0, 1.0, 1e-300])
def test_a_score_from_0_to_1_is_taken(score: float) -> None:
    assert read_one(score=score).score == score


@pytest.mark.parametrize("reason", [*FOR, *AGAINST])
def test_every_reason_of_the_list_is_taken(reason: str) -> None:
    assert read_one(reason=reason).reason == reason


@pytest.mark.parametrize(
    "speaker", [None, "", " ", "1998", "…", "Odile\nBrandt", "Odile\x00", "\ud83d", "O" * 101]
)
def test_what_no_name_looks_like_is_no_speaker(speaker: str | None) -> None:
    assert read_one(speaker=speaker).speaker == ""


def test_a_name_with_all_its_titles_is_a_speaker() -> None:
    assert read_one(speaker="O" * MAX_SPEAKER).speaker
