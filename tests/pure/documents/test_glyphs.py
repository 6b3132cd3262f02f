"""Whatever a text holds, there is a PDF of it, and what can be shown is shown."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reviews.exports.documents.glyphs import MISSING, Glyphs
from reviews.exports.documents.pdf import TEMPLATE
from reviews.exports.documents.setting import font_characters, mapped, set_report

ARCHIVABLE = b"<pdfaid:part>2</pdfaid:part>"
WORDS = {"text": "", "lang": "", "region": ""}


@pytest.fixture(scope="module")
def glyphs() -> Glyphs:
    return Glyphs.of(font_characters())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Harga naik 5%", "Harga naik 5%"),
        ("骨 次 編 한국어 ไทย عربي हिन्दी עברית", "骨 次 編 한국어 ไทย عربي हिन्दी עברית"),
        ("👩‍🚒 👍🏽 🇮🇩", "👩‍🚒 👍🏽 🇮🇩"),
        ("e\u0301 \u0628\u0651", "e\u0301 \u0628\u0651"),
        ("a\u064b", f"a{MISSING}"),  # an Arabic vowel sign on a Latin letter: no font has both
        ("1\u0651", f"1{MISSING}"),  # on a digit: one has, and is not asked
        ("1\ufe0f\u20e3", "1\ufe0f\u20e3"),
        ("น้ำ \x07ำ", f"น้ำ {MISSING}{MISSING}"),
        ("\U00012000 \ue000 \x07", f"{MISSING} {MISSING} {MISSING}"),
        ("\ufeffa\tb\nc", "a b\nc"),
        ("x" * 130, f"{'x' * 64}\u200b{'x' * 64}\u200bxx"),
        ("f" * 64, "f" * 64),  # a SHA-256 is copied whole
    ],
)
def test_what_no_font_has_is_marked_and_the_rest_stays(
    glyphs: Glyphs, text: str, shown: str
) -> None:
    assert glyphs.shown(text) == shown


def report(text: str) -> dict[str, Any]:
    """Return a report whose every text is `text`."""
    words = WORDS | {"text": text, "lang": "zh", "region": "TW"}
    entry = {
        "key": "verdict-1-1", "number": "#1", "group": "", "rating": text, "colour": "#a4161a",
        "language": text, "outlets": [words], "claim": words, "clarified": words, "speaker": words,
        "summary": words, "explanation": [words], "evidence": [], "no_evidence": words,
        "notices": [{"kind": "retracted", "label": text, "text": words}], "replies": [],
        "places": [], "record": [{"label": text, "value": text}], "url": "https://desk.example/1",
    }  # fmt: skip
    names = (
        "contents count evidence meant name no_evidence nothing overview places record replies"
        " said_by share verdicts why"
    )
    front = {"title": "Report", "desk": "Desk", "lang": "en", "region": "", "charts": []}
    return {
        "front": front | {"facts": [{"label": text, "value": text}]},
        "labels": dict.fromkeys(names.split(), "label"),
        "groups": {"": 1},
        "shorts": {"verdict-1-1": {"number": "#1", "claim": words, "rating": text}},
        "entries": [entry],
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("report")
    shutil.copy(TEMPLATE, made)
    return made


# Scripts, marks, emoji and controls next to one another, as converted pages have them.
ODD = st.sampled_from(
    "a1。，“”ا\u0651\u064bे\u0301\u20e3\U0001f3fd👩🚒\u200d\ufe0f🇮🇩\u202e\u2066\u00ad\x85"
)


# A list, not a text: in a text's one set of characters the odd ones would drown.
TEXTS = st.lists(ODD | st.characters(exclude_categories=["Cs"]), max_size=60).map("".join)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
@example("1\u0651\u202e")  # had the compiler panic
def test_any_text_can_be_set_and_kept(glyphs: Glyphs, folder: Path, text: str) -> None:
    data = mapped(report(text), glyphs.shown)
    (folder / "data.json").write_text(json.dumps(data), encoding="utf-8")
    assert ARCHIVABLE in set_report(folder, 0)
