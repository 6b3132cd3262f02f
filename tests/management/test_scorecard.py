"""`manage.py scorecard`: how good the choice of sentences is, by set and language."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.management.aligned import aligned
from factcheck import flow
from factcheck.accounts.models import User
from reviews.services.sentence_marks import sentence_raise, sentence_reject
from tests.factories import make_article

STORY = """# story: en-quay | genre: wire | split: held_out
+ The new quay cost $31 million, the port authority said on Monday.
~ It is said to be too small already.
- opinion: What a pity.

# story: en-seen | genre: wire | split: train
+ Nobody may be measured on this sentence of 2024.
"""
TEXT = (
    "Sea Lines said on Monday that its ferries carried 5.5 million people in 2025, "
    "12 per cent more than in 2024. The old pier has seen better days."
)


def printed(*arguments: str) -> str:
    out = io.StringIO()
    call_command("scorecard", *arguments, stdout=out)
    return out.getvalue()


def cards(*arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed("--json", *arguments).splitlines()]


@pytest.fixture
def corpus(settings: Any, tmp_path: Path) -> Path:
    """A folder of seeds with one labelled story, in place of the real one."""
    settings.BASE_DIR = tmp_path
    path = tmp_path / "seeds" / "training" / "en" / "harbours.txt"
    path.parent.mkdir(parents=True)
    path.write_text(STORY, encoding="utf-8")
    return path


def test_it_measures_the_starter_corpus_by_language_and_as_a_whole() -> None:
    found = cards("--set", "seeds", "--language", "ms", "--language", "zh-Hant")
    assert [(card["set"], card["language"]) for card in found] == [
        ("seeds", "ms"), ("seeds", "zh-Hant"), ("seeds", "all"),
    ]  # fmt: skip
    assert found[2]["sentences"] == found[0]["sentences"] + found[1]["sentences"]
    assert all(0.5 < card["average_precision"] <= 1 for card in found)
    assert [row["threshold"] for row in found[0]["at"]] == [tenth / 10 for tenth in range(1, 10)]


def test_it_measures_only_stories_held_out_from_training(corpus: Path) -> None:
    (card,) = cards("--set", "training")
    assert (card["sentences"], card["prevalence"]) == (3, 0.5)
    assert card["choice"] == {"chosen": 1, "precision": 1.0, "recall": 1.0}


def test_it_prints_tables_with_every_column_aligned(corpus: Path) -> None:
    page = printed("--set", "training")
    title, measures, reliability, thresholds = page.strip().split("\n\n")
    assert title == "TRAINING"
    for table in (measures, reliability, thresholds):
        head, *rows = table.splitlines()
        assert head.startswith("language")
        assert len({len(row) for row in rows}) == 1
    assert len(thresholds.splitlines()) == 1 + 9


def test_a_fault_in_a_story_names_the_file_and_the_line(corpus: Path) -> None:
    corpus.write_text(STORY + "Not labelled.\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"harbours\.txt, line 8: begin a sentence"):
        printed("--set", "training")


def test_a_language_nobody_labelled_is_said_to_be_missing(corpus: Path) -> None:
    with pytest.raises(CommandError, match="no labelled sentences of sw in the set training"):
        printed("--set", "training", "--language", "sw")


@pytest.mark.django_db
def test_it_measures_what_reviewers_marked(fact_checker: User) -> None:
    article = make_article(TEXT)
    flow.advance(article.pk)
    raised, missed = article.sentences.order_by("start")
    sentence_raise(sentence=missed, actor=fact_checker)
    sentence_reject(sentence=raised, actor=fact_checker, note="An advert.")
    (card,) = cards("--set", "feedback")
    assert (card["language"], card["sentences"], card["prevalence"]) == ("en", 2, 0.5)
    assert card["choice"] == {"chosen": 1, "precision": 0.0, "recall": 0.0}


def test_a_table_puts_words_left_and_figures_right() -> None:
    assert aligned(["tag", "n", "share"], [("en", 5, 0.25), ("zh-Hans", 120, None)]) == "\n".join(
        [
            "tag        n  share",
            "en         5  0.250",
            "zh-Hans  120      –",
        ]
    )
