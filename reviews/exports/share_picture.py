"""The picture beside a link to a verdict where links are shared: its rating, on the scale."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import typst

DRAWING = Path(__file__).with_name("share_picture.typ")
SIZE = (1200, 630)  # pixels, as networks ask for
NO_FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)


@lru_cache(maxsize=64)
def share_picture(colours: tuple[str, ...], current: int) -> bytes:
    """Return a PNG of SIZE: a circle for each colour of the scale (#rrggbb), `current` made large.

    Few scales have few ratings: each is drawn once in the life of a process, in 40 ms.
    """
    inputs = {"colours": " ".join(colours), "current": str(current)}
    made = typst.compile(
        DRAWING.read_bytes(), format="png", ppi=72, sys_inputs=inputs, font_paths=NO_FONTS
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PNG")
    return made
