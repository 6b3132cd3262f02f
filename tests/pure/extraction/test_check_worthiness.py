"""Which sentences go to people, and that the score is the sum of what is shown."""

from __future__ import annotations

import math

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.score import THRESHOLD, WORDING
from claims.extraction.worth.weights import shipped
from tests.pure.extraction.reading import sentence_with

WORTH = {
    "en": [
        "Shares in Riverbank fell 17 per cent on Monday.",
        "Riverbank has denied that any of its bridges cracked.",
        "The Danube bridge cost a fraction of what its rivals did.",
        "Police said seven people were hurt.",
    ],
    "id": [
        "Saham Riverbank anjlok 17 persen pada Senin.",
        "Rina Marlina membantah bahwa Jembatan Kali Ijo retak.",
        "Biaya jembatan itu jauh lebih rendah dibandingkan jembatan di Surabaya.",
    ],
    "zh-Hans": [
        "河岸公司股价周一下跌17%。",
        "警方称没有人受伤。",
        "德国工程公司建桥的速度是邻市的两倍。",
    ],
    "zh-Hant": ["河岸公司上月賣出三座碼頭。", "橋樑事故造成12人受傷。"],
}
NOT_WORTH = {
    "en": [
        "Who will pay for it?",
        "Many people in the town were rather pleased.",
        "The future belongs to those who build together.",
        "We should all learn from this.",
        "This article will explain what happened.",
    ],
    "id": [
        "Siapa yang akan membayar?",
        "Masa depan bangsa ada di tangan kita semua.",
        "Membaca bukan sekadar soal hobi, melainkan soal martabat.",
        "Sudah saatnya kita bergandengan tangan demi anak cucu.",
        "Semoga kisah nelayan tua ini menjadi teladan.",
    ],
    "zh-Hans": [
        "谁来买单？",
        "让我们携手共创美好未来。",
        "唯有脚踏实地，才能走得更远。",
        "读书才是强国之道。",
        "凡是过往，必将成为序章。",
    ],
    "zh-Hant": ["與其抱怨，不如行動。", "守護森林就是守護我們的明天。"],
}


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, ts in WORTH.items() for t in ts])
def test_a_checkable_statement_is_chosen(language: str, text: str) -> None:
    assert sentence_with(text, text, language).selected


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, ts in NOT_WORTH.items() for t in ts])
def test_a_question_a_slogan_or_a_moral_is_not(language: str, text: str) -> None:
    assert not sentence_with(text, text, language).selected


@pytest.mark.parametrize("text", [t for ts in (*WORTH.values(), *NOT_WORTH.values()) for t in ts])
def test_the_score_is_the_sum_of_the_shown_reasons(text: str) -> None:
    (sentence,) = extract(text).sentences
    if sentence.kind != "body":
        assert (sentence.score, sentence.selected) == (0.0, False)
        return
    total = shipped().bias + sum(reason.weight for reason in sentence.reasons)
    assert sentence.score == pytest.approx(1 / (1 + math.exp(-total)))
    assert sentence.selected == (sentence.score >= THRESHOLD)


@pytest.mark.parametrize("text", [t for ts in WORTH.values() for t in ts])
def test_every_reason_but_the_wording_points_at_something_in_the_sentence(text: str) -> None:
    (sentence,) = extract(text).sentences
    for reason in sentence.reasons:
        assert reason.spans or reason.signal == WORDING
        for span in reason.spans:
            assert sentence.start <= span.start < span.end <= sentence.end
