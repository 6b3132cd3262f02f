"""What apps hand over when somebody shares an article: its title and its address in one text."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_TITLE = 300
# A shared text is the lead of an article at most; a longer one is the article itself.
SHORT = 600
_ADDRESS = re.compile(r"https?://[^\s<>\"“”「」（）]+")
_TRAILING = ".,;:!?)]}'’。，；：！？"


@dataclass(frozen=True, slots=True)
class Shared:
    """A title and an address; "" where there is none."""

    title: str = ""
    url: str = ""


def shared_in(text: str) -> Shared:
    """Return the title and address in a shared text; neither unless there is just one address.

    The address stands alone on its line, the last or the second, or the text is short and ends
    with it. It is the article's own then; any other address is one the article speaks of.
    """
    found = _ADDRESS.findall(text)
    if len(found) != 1:
        return Shared()
    url = found[0].rstrip(_TRAILING)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    alone = [number for number, line in enumerate(lines) if line.rstrip(_TRAILING) == url]
    is_last = alone == [len(lines) - 1]
    ends_short = len(text) <= SHORT and lines[-1].endswith(found[0])
    if not (is_last or alone == [1] or ends_short):
        return Shared()
    others = [line.replace(found[0], "").strip(" -–—|:\t") for line in lines]
    words = [line for line in others if line]
    is_title = bool(words) and (alone == [1] or len(words) == 1)
    return Shared(title=words[0] if is_title and len(words[0]) <= LONGEST_TITLE else "", url=url)
