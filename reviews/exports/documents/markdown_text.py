"""Any text as Markdown that shows it and does nothing else. PURE.

Source: CommonMark 0.31; the autolinks of GitHub's Markdown, which need neither brackets nor `<`.
"""

from __future__ import annotations

import re
from urllib.parse import quote

# A character that makes emphasis, code, a link, HTML, an entity, a table cell or mathematics.
_MARKS = re.compile(r"[\\`*_\[\]<>&|~$#@]")
# What makes a list, a heading or a rule where a line begins.
_STARTS = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")
_AUTOLINKS = re.compile(r":(?=//)|(?<=www)\.|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Everything that may stand in an address; the rest would end it or the brackets around it.
_ADDRESS = "%/:?#[]@!$&'()*+,;=-._~"


def line(text: str) -> str:
    """Return `text` as one line: a heading, a cell of a table, part of a sentence."""
    words = " ".join(_CONTROLS.sub(" ", text).split())
    escaped = _AUTOLINKS.sub(r"\\\g<0>", _MARKS.sub(r"\\\g<0>", words))
    return _STARTS.sub(_harmless, escaped)


def block(text: str) -> str:
    """Return `text` as a paragraph that keeps its lines; empty lines are left out."""
    return "\\\n".join(each for each in map(line, text.splitlines()) if each)


def quoted(text: str) -> str:
    """Return `text` as a quotation."""
    return "\n".join(f"> {each}" for each in block(text).split("\n"))


def linked(markdown: str, url: str) -> str:
    """Return `markdown` as a link to `url`; by itself when that is ""."""
    return f"[{markdown}](<{quote(url, safe=_ADDRESS)}>)" if url else markdown


def _harmless(start: re.Match[str]) -> str:
    """Return the start of a line that begins nothing: "-" as "\\-", "1" before a dot as "1\\"."""
    return f"{start[0]}\\" if start[0].isdecimal() else f"\\{start[0]}"
