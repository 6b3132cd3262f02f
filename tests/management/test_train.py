"""`manage.py train`: weights from labelled stories, or a word on what is missing."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import ANY

import pytest
from django.core.management import CommandError, call_command

from claims.extraction.worth.weights import load

STORY = """# story: en-quay-{number} | genre: wire | split: {split}
+ The {number}th quay cost $31 million, the port authority said on Monday.
~ It is said to be rather small for {number} ships.
- opinion: What a pity for the people who live at number {number}!
"""


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with six stories to learn from and one held out."""
    path = tmp_path / "training" / "en" / "harbours.txt"
    path.parent.mkdir(parents=True)
    splits = ["train"] * 6 + ["held_out"]
    texts = [STORY.format(number=number, split=split) for number, split in enumerate(splits)]
    path.write_text("\n".join(texts), encoding="utf-8")
    return path.parent.parent


def test_it_writes_weights_with_what_they_were_fitted_to(stories: Path, tmp_path: Path) -> None:
    out = tmp_path / "weights.json"
    call_command("train", stories=stories, out=out)
    told = json.loads(out.read_text(encoding="utf-8"))
    assert (told["stories"], told["sentences"]) == (6, 18)
    assert told["data"].startswith("sha256:")
    assert told["held_out"]["en"] == {"average_precision": 1.0, "calibration_error": ANY}
    assert load(out).signals["figure"] > 0


def test_the_same_stories_give_the_same_file(stories: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        call_command("train", stories=stories, out=tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_a_folder_without_stories_is_said_to_have_none(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no story whose split is train"):
        call_command("train", stories=tmp_path, out=tmp_path / "weights.json")
    assert not (tmp_path / "weights.json").exists()


def test_a_faulty_line_is_named(stories: Path, tmp_path: Path) -> None:
    path = stories / "en" / "harbours.txt"
    path.write_text(path.read_text(encoding="utf-8") + "? Who knows\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"harbours\.txt, line"):
        call_command("train", stories=stories, out=tmp_path / "weights.json")
