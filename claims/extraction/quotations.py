"""Direct quotations: where the marks open and close, within one paragraph."""

from __future__ import annotations

import re

from claims.extraction.types import Span

_PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»", "„": "“"}
_MARK = re.compile('["“”「」『』«»\n]')
_LONGEST = 1500


def quotations_in(text: str) -> list[Span]:
    """Return the quotations of the view, marks included, outermost only, in order."""
    found: list[Span] = []
    opened, closer = -1, ""
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if opened >= 0 and (mark == closer or (mark == "”" and closer == '"')):
            if at - opened <= _LONGEST:
                found.append(Span(opened, at + 1))
            opened = -1
        elif mark == "\n":
            opened = -1
        elif opened < 0 and (mark in _PAIRS or mark == '"'):
            opened, closer = at, _PAIRS.get(mark, '"')
    return found
