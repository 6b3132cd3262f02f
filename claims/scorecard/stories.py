"""The labelled stories of `seeds/training`: a folder per language, a file per topic.

A file holds stories. Each opens with a header and has one sentence a line, as in an article::

    # story: en-harbour-fees | genre: wire | split: train
    + The port raised its fees by 12 per cent in March.
    ~ Shipping firms have long complained about the cost.
    - question: Who is going to pay for it?

`+` must be checked, `~` may be, `-` need not be and says why: one of `KINDS`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from claims.scorecard.judged import Label

Split = Literal["train", "held_out"]

KINDS = frozenset(
    {
        "advert", "advice", "colour", "first_person", "forecast", "furniture", "heading",
        "hypothetical", "meta", "opinion", "question", "routine", "slogan", "vague",
    }
)  # fmt: skip
HEADER = re.compile(r"# story: (?P<id>\S+) \| genre: (?P<genre>.+?) \| split: (?P<split>\S+)")
SENTENCE = re.compile(r"(?P<mark>[+~]) (?P<text>\S.*)|- (?P<kind>\w+): (?P<aside>\S.*)")
MARKS: dict[str, Label] = {"+": "must", "~": "may"}


class StoryFault(ValueError):
    """A line that is no header and no sentence: says which file and line, and what to write."""

    def __init__(self, path: Path, line: int, remedy: str) -> None:
        super().__init__(f"{path}, line {line}: {remedy}")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and its label. `kind` is one of `KINDS` when the label is "no", else ""."""

    text: str
    label: Label
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Sentences in the order in which an article has them. `language` is a BCP 47 tag."""

    id: str
    genre: str
    topic: str
    language: str
    split: Split
    sentences: tuple[Labelled, ...]


def read_stories(folder: Path) -> list[Story]:
    """Return the stories of every file `<language>/<topic>.txt` in `folder`, in a fixed order.

    Raises StoryFault for a line that fits the form of neither header nor sentence, and OSError
    or UnicodeDecodeError for a file that cannot be read as UTF-8.
    """
    return [story for path in sorted(folder.glob("*/*.txt")) for story in read_file(path)]


def digest(stories: Iterable[Story]) -> str:
    """Return the SHA-256 of what the stories say and how it is labelled, whatever file it is in."""
    seen = hashlib.sha256()
    for story in sorted(stories, key=lambda story: story.id):
        said = [(each.text, each.label) for each in story.sentences]
        seen.update(repr((story.id, story.language, said)).encode())
    return f"sha256:{seen.hexdigest()}"


def read_file(path: Path) -> list[Story]:
    """Return the stories of one file; as `read_stories`."""
    drafts: list[_Draft] = []
    for number, line in _written_lines(path):
        if line.startswith("#"):
            drafts.append(_Draft(path, number, *_header(path, number, line)))
        elif drafts:
            drafts[-1].sentences.append(_sentence(path, number, line))
        else:
            raise StoryFault(path, number, "begin with a header: # story: … | genre: … | split: …")
    return [draft.story() for draft in drafts]


@dataclass(slots=True)
class _Draft:
    """A story while its lines are being read; `line` is that of its header."""

    path: Path
    line: int
    id: str
    genre: str
    split: Split
    sentences: list[Labelled] = field(default_factory=list)

    def story(self) -> Story:
        if not self.sentences:
            raise StoryFault(self.path, self.line, "give the story at least one sentence")
        return Story(
            id=self.id,
            genre=self.genre,
            topic=self.path.stem,
            language=self.path.parent.name,
            split=self.split,
            sentences=tuple(self.sentences),
        )


def _written_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, with their numbers.

    Only a line feed ends a line: a sentence may hold what `str.splitlines` would cut at, such as
    U+2028 in a badly converted text.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            yield number, line.rstrip()


def _header(path: Path, number: int, line: str) -> tuple[str, str, Split]:
    found = HEADER.fullmatch(line)
    if found is None:
        raise StoryFault(path, number, "write a header as: # story: <id> | genre: … | split: …")
    for split in get_args(Split):
        if found["split"] == split:
            return found["id"], found["genre"], split
    raise StoryFault(path, number, "the split is either train or held_out")


def _sentence(path: Path, number: int, line: str) -> Labelled:
    found = SENTENCE.fullmatch(line)
    if found is None:
        raise StoryFault(path, number, "begin a sentence with “+ ”, “~ ” or “- <kind>: ”")
    if found["mark"]:
        return Labelled(found["text"], MARKS[found["mark"]])
    if found["kind"] not in KINDS:
        raise StoryFault(path, number, f"the kind is one of {', '.join(sorted(KINDS))}")
    return Labelled(found["aside"], "no", found["kind"])
