"""The reader of labelled stories: what it takes, and what it says of what it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.scorecard.stories import KINDS, Labelled, StoryFault, read_file, read_stories

HEADER = "# story: en-ferry | genre: live blog | split: held_out"


def written(folder: Path, *lines: str, name: str = "en/harbours.txt") -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_it_reads_a_story_with_the_language_and_topic_of_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER, "+ The quay cost $4.", "~ It was dear.", "- opinion: A pity.")
    (story,) = read_file(path)
    assert (story.id, story.genre, story.topic) == ("en-ferry", "live blog", "harbours")
    assert (story.language, story.split) == ("en", "held_out")
    assert story.sentences == (
        Labelled("The quay cost $4.", "must"),
        Labelled("It was dear.", "may"),
        Labelled("A pity.", "no", "opinion"),
    )


def test_it_reads_every_file_of_every_language(tmp_path: Path) -> None:
    for language in ("zh-Hans", "en", "id"):
        header = f"# story: {language}-one | genre: wire | split: train"
        written(tmp_path, header, "+ 1", "", header, "~ 2", name=f"{language}/one.txt")
    assert [story.language for story in read_stories(tmp_path)] == [
        "en", "en", "id", "id", "zh-Hans", "zh-Hans",
    ]  # fmt: skip


def test_a_sentence_keeps_what_looks_like_form(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER, "+ - 3 degrees: cold\u2028even now", "- meta: note: + this")
    (story,) = read_file(path)
    assert [each.text for each in story.sentences] == ["- 3 degrees: cold\u2028even now",
                                                       "note: + this"]  # fmt: skip


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_it_knows_each_kind(kind: str, tmp_path: Path) -> None:
    (story,) = read_file(written(tmp_path, HEADER, f"- {kind}: So it is."))
    assert story.sentences[0].kind == kind


@pytest.mark.parametrize(
    ("lines", "line", "remedy"),
    [
        (["+ No story yet."], 1, "header"),
        ([HEADER, "+ Fine.", "", "Not labelled."], 4, "begin a sentence"),
        ([HEADER, "- An aside of no kind."], 2, "begin a sentence"),
        ([HEADER, "- gossip: They say so."], 2, "advert, advice"),
        ([HEADER, "+"], 2, "begin a sentence"),
        (["# story: en-ferry | split: train", "+ Fine."], 1, "write a header"),
        (["# story: en-ferry | genre: wire | split: test", "+ Fine."], 1, "held_out"),
        ([HEADER, "+ Fine.", HEADER], 3, "at least one sentence"),
    ],
)
def test_it_says_where_a_fault_is_and_what_to_write(
    lines: list[str], line: int, remedy: str, tmp_path: Path
) -> None:
    path = written(tmp_path, *lines)
    with pytest.raises(StoryFault) as caught:
        read_file(path)
    assert str(caught.value).startswith(f"{path}, line {line}: ")
    assert remedy in str(caught.value)
