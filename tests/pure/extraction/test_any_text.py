"""What must hold for any text, however strange: nothing raises, spans fit, time grows evenly."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.folding import simplify
from claims.extraction.furniture import judge
from claims.extraction.languages import language_of
from claims.extraction.names import names_in, person_in
from claims.extraction.quotations import quotations_in
from claims.extraction.repair import repair
from claims.extraction.sentences import split
from claims.extraction.speakers import speakers_of
from claims.extraction.types import Span

SCRAPS = st.sampled_from(
    [
        *(
            "。",
            "，",
            "、",
            "”",
            "“",
            '"',
            "「",
            "」",
            "(",
            ")",
            "（",
            "）",
            ".",
            ",",
            " ",
            "\n",
            "|",
        ),
        *(
            "這位市長說",
            "市长",
            "陆文清",
            "鲁思·阿德勒",
            "阿德勒",
            "说",
            "他说",
            "据他介绍",
            "该公司",
        ),
        *("The governor said", "Governor Ann Cole", "Cole", "told the BBC", "the ministry said"),
        *("menurut", "kata", "gubernur itu mengatakan", "Pihak kepolisian", "Lina Hartati", "AI"),
        *(
            "（圖／A）",
            "五、结语",
            "[Gambas:Video 1]",
            "Baca juga: A",
            "©",
            "Foto: B",
            "......",
            "…",
        ),
        *(
            "發(fā)",
            "&amp;",
            "�",
            "?",
            "😀",
            "𠮷",
            "WHO",
            "'s",
            "·",
            "《海港日报》",
            "Tb. ",
            "No. 5",
        ),
    ]
)
TEXTS = st.lists(SCRAPS | st.text(max_size=6), max_size=40).map("".join)
LANGUAGES = st.sampled_from(["en", "id", "zh-Hans", "es", "und"])


@settings(max_examples=150)
@given(TEXTS, LANGUAGES)
def test_a_speaker_has_a_name_and_stands_in_the_sentence(text: str, language: str) -> None:
    view = repair(text)
    sentences = split(view, language)
    folded = simplify(view.text)
    speakers = speakers_of(view.text, folded, sentences, quotations_in(view.text))
    assert len(speakers) == len(sentences)
    for sentence, speaker in zip(sentences, speakers, strict=True):
        if speaker:
            assert speaker.name.strip()
            span = speaker.span or sentence
            assert sentence.start <= span.start < span.end <= sentence.end


@settings(max_examples=150)
@given(TEXTS, LANGUAGES)
def test_every_sentence_is_judged(text: str, language: str) -> None:
    view = repair(text)
    sentences = split(view, language)
    kinds = judge(view.text, simplify(view.text), sentences)
    assert len(kinds) == len(sentences)
    assert set(kinds) <= {"body", "heading", "furniture"}


@settings(max_examples=150)
@given(TEXTS)
def test_names_lie_in_their_sentence_and_a_person_in_the_name(text: str) -> None:
    whole = Span(0, len(text))
    for run in names_in(text, whole):
        assert 0 <= run.start < run.end <= len(text)
        person = person_in(text, run)
        assert run.start <= person.start < person.end <= run.end


@given(TEXTS)
def test_quotations_are_in_order_apart_and_within_a_line(text: str) -> None:
    last = 0
    for quotation in quotations_in(text):
        assert last <= quotation.start < quotation.end <= len(text)
        assert "\n" not in quotation.of(text)
        last = quotation.end


@settings(max_examples=60)
@given(TEXTS)
def test_a_text_is_in_one_language(text: str) -> None:
    assert language_of(text)


@settings(max_examples=150)
@given(TEXTS, LANGUAGES)
def test_no_letter_is_lost_between_sentences(text: str, language: str) -> None:
    view = repair(text)
    covered = {at for span in split(view, language) for at in range(span.start, span.end)}
    letters = [at for at, character in enumerate(view.text) if character.isalnum()]
    assert set(letters) <= covered


LINES = {
    "closing quotes": "“好。”" + "”" * 50_000,
    "names": "Ann Cole, " * 10_000 + "said so.",
    "translated names": "鲁思·阿德勒说" * 8_000,
    "verbs": "said " * 20_000,
    "brackets": "(" * 50_000,
    "bars": "| a " * 25_000,
    "cut headlines": "Tolls rise...\n" * 5_000,
    "calls": "Follow us on X. " * 5_000,
    "one line": "Lina Hartati mengatakan harga beras naik 4 persen. " * 4_000,
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_the_time_to_read_speakers_and_furniture_grows_with_the_text(line: str) -> None:
    begun = time.process_time()
    view = repair(line)
    folded = simplify(view.text)
    sentences = split(view, "en")
    speakers_of(view.text, folded, sentences, quotations_in(view.text))
    judge(view.text, folded, sentences)
    # Generous for a slow machine; what is not linear here takes minutes.
    assert time.process_time() - begun < 20
