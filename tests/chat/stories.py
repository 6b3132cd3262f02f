"""Articles to ask a chat model about, and what the built-in engine finds in them."""

from __future__ import annotations

from functools import cache

from claims.extraction.pipeline import extract
from claims.extraction.types import Extraction

STORY = (
    "Harbour tolls under review\n\n"
    "The port of Lindmouth raised its tolls by 14 percent in March, the authority said. "
    "Few boats from the islands care to stop there. "
    "Perhaps the quays are simply lovelier than elsewhere. "
    "Captain Odile Brandt called the new berth a disgrace. "
    "渡輪去年載了四萬人🚢。 "
    "Pelabuhan itu memuat 2,4 juta peti kemas sepanjang 2025.\n"
)
MISSED = "Few boats from the islands care to stop there."
FIGURE = "The port of Lindmouth raised its tolls by 14 percent in March, the authority said."


@cache
def found_in(text: str) -> Extraction:
    """Return what the built-in engine finds."""
    return extract(text)
