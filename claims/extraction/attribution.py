"""How the finders of speakers answer."""

from __future__ import annotations

from typing import Final

from claims.extraction.types import Span

LAST_SPEAKER: Final = Span(0, 0)
"""The speaker is whoever spoke last ("he added"): no name spans nothing, so this is free for it."""

LAST_ORGANISATION: Final = Span(1, 1)
"""The speaker is "the company": the organisation the article last spoke of."""
