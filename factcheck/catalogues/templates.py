"""What Django templates have to say, found by Django's own reader of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import IO

from django.utils.translation.template import templatize

Found = tuple[int, str, str | tuple[str | None, ...], list[str]]

_STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_CALL = re.compile(rf"\b(_|n?p?gettext)\(\s*({_STRING}(?:\s*,\s*{_STRING})*)\s*(?:,\s*count)?\s*\)")
_COMMENT = re.compile(r"# (Translators: .*?)\s*$", re.MULTILINE)


def extract_django(file: IO[bytes], *_asked: object, **_options: object) -> Iterator[Found]:
    """Yield line, function, strings and comments of each text, as Babel asks of an extractor.

    `templatize` leaves of a template only the calls that its tags stand for, each in its line.
    """
    code = templatize(file.read().decode())
    notes = {_line(code, found): found[1] for found in _COMMENT.finditer(code)}
    for found in _CALL.finditer(code):
        line, strings = _line(code, found), ast.literal_eval(f"({found[2]},)")
        comments = [notes[at] for at in (line - 1, line) if at in notes]
        yield line, found[1], strings if len(strings) > 1 else strings[0], comments


def _line(code: str, found: re.Match[str]) -> int:
    return code.count("\n", 0, found.start()) + 1
