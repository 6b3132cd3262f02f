"""What a reader finds in a file, before it is an article."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

# No text has them; a word processor's line breaks within a paragraph are among them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_TRAILING = " \t\xa0"
_BLANK_LINES = re.compile(r"\n{3,}")
_HALF_PAIR = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, and what the file says of itself; "" where it says nothing.

    `html` is a page the article is to be looked for in; `text` is then what stands in for it when
    none is found. `published` is a day in ISO 8601. `left_out` names what was in the file and was
    not read.
    """

    text: str
    html: str = ""
    title: str = ""
    author: str = ""
    published: str = ""
    left_out: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return it as an object of JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, answer: dict[str, Any]) -> Document:
        """Return the document of an object that whoever wrote the file may have had a hand in.

        Raises ValueError when the object is none.
        """
        try:
            left_out = tuple(one_line(str(name)) for name in answer["left_out"])[:100]
            fields = {name: str(answer[name]) for name in ("title", "author", "published")}
            return cls(
                text=tidied(str(answer["text"])),
                html=tidied(str(answer["html"])),
                left_out=left_out,
                **{name: one_line(value) for name, value in fields.items()},
            )
        except (KeyError, TypeError) as error:
            raise ValueError("no document") from error


def tidied(text: str) -> str:
    """Return `text` with \\n for all line breaks, and without what no text holds."""
    text = _HALF_PAIR.sub("\N{REPLACEMENT CHARACTER}", _BREAK.sub("\n", text))
    # Not by a pattern: looking for blanks before a line break, it would try each of a million
    # blanks, and this runs outside of the box.
    lines = (line.rstrip(_TRAILING) for line in _CONTROL.sub("", text).split("\n"))
    text = "\n".join(lines)
    return _BLANK_LINES.sub("\n\n", text).strip("\n")


def one_line(text: str) -> str:
    """Return `text` on one line, at most 2,000 characters of it."""
    return " ".join(tidied(text).split())[:2000]
