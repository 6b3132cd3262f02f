"""What the finders of speakers return for "he" and "she"."""

from __future__ import annotations

from typing import Final

from claims.extraction.types import Span

LAST_SPEAKER: Final = Span(0, 0)
"""The speaker is whoever spoke last; no name spans nothing, so no finder returns this otherwise."""
