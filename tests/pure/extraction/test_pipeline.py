"""The whole of extraction, on any text."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.listing import listing
from claims.extraction.pipeline import extract
from claims.extraction.types import Span

SCRAPS = st.sampled_from(
    [
        "。",
        "”",
        "“",
        " ",
        "\n",
        "\r\n",
        "發(fā)",
        ",,",
        "&amp;",
        "�",
        "?",
        "😀",
        "𠮷",
        "$5,5 juta",
        "约3万人",
        "kata Rina Marlina",
        "“好”他说",
        "Foto: A",
        "http://a.example",
        "1月5日",
        "The firm said no. ",
        "A-",
    ]
)


@settings(max_examples=150)
@given(st.lists(SCRAPS | st.text(max_size=8), max_size=40).map("".join))
def test_every_span_is_valid_ordered_apart_and_trimmed(text: str) -> None:
    last = 0
    for sentence in extract(text).sentences:
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
        inner = [*(q.span for q in sentence.quantities), *(d.span for d in sentence.dates)]
        inner += [span for reason in sentence.reasons for span in reason.spans]
        inner += [sentence.speaker.span] if sentence.speaker and sentence.speaker.span else []
        for span in inner:
            assert sentence.start <= span.start < span.end <= sentence.end


def test_offsets_count_code_points_of_the_damaged_original() -> None:
    text = "😀 綠河公司發(fā)布數(shù)據(jù),,虧損5億美元,。"
    (sentence,) = extract(text).sentences
    assert Span(sentence.start, sentence.end).of(text) == text
    assert sentence.quantities[0].span.of(text) == "5億美元"


def test_running_twice_says_the_same() -> None:
    text = "河岸公司股价周一下跌17%。市长王建国说，大桥很安全。"
    assert extract(text) == extract(text)


@pytest.mark.parametrize(
    "text", ["“好。”" + "”" * 20_000, "中" * 60_000, "A" * 60_000, "在对" * 9_000 + "说"]
)
def test_a_monstrous_line_takes_linear_time(text: str) -> None:
    begun = time.process_time()
    extract(text)
    # Generous for a slow machine; what is not linear here takes minutes.
    assert time.process_time() - begun < 20


def test_the_listing_is_what_json_takes() -> None:
    row = listing("a.txt", extract("The firm lost hundreds of millions of dollars, Ann Cole said."))
    assert json.loads(json.dumps(row)) == row
    (sentence,) = row["sentences"]
    assert sentence["speaker"] == "Ann Cole"
    assert sentence["quantities"] == [
        {"value": None, "unit": "USD", "comparator": "=", "low": 1e8, "high": 1e9}
    ]


def test_the_command_prints_one_object_per_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text("Shares in Riverbank fell 17 per cent on Monday.", encoding="utf-8")
    call_command("extract", *map(str, paths), "--json")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["path"] for row in rows] == [str(path) for path in paths]
    assert rows[0]["sentences"][0]["selected"] is True


def test_the_command_names_a_file_it_cannot_read(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"missing\.txt"):
        call_command("extract", str(tmp_path / "missing.txt"), "--json")
