"""A made-up language in which every letter of a translated text carries a mark: Ṕŕíöŕíťý.

What still is in plain letters on a page in it was not translated, or is no text of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.utils import translation
from django.utils.translation import trans_real

CODE = "zh-hans"
"""The language that is replaced: one whose plural has a single form, as there are most.

No claim of the tests is in it and has Latin letters: what is foreign to the page says so by `lang`.
"""

MARK = "\N{COMBINING DIAERESIS BELOW}"
_KEPT = re.compile(r"%(?:\(\w+\))?[sd%]|\{\w*\}|</?[a-z][^>]*>|&\w+;")
_LETTER = re.compile("[A-Za-z]")


def marked(text: str) -> str:
    """Return `text` with marks on its letters; placeholders and tags stay as they are."""
    kept, pieces = _KEPT.findall(text), _KEPT.split(text)
    said = [_LETTER.sub(rf"\g<0>{MARK}", each) for each in pieces]
    return "".join(piece + after for piece, after in zip(said, [*kept, ""], strict=True))


class PseudoTranslation(trans_real.DjangoTranslation):
    """Says everything in the made-up language; ways to write dates stay those of `CODE`."""

    def gettext(self, message: str) -> str:
        """Return the text, without the context Django puts before it."""
        return marked(message.rpartition(trans_real.CONTEXT_SEPARATOR)[2])

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for many, whatever the number."""
        return self.gettext(msgid2)


@contextmanager
def pseudo_language() -> Iterator[None]:
    """Make `CODE` the made-up language while this lasts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(trans_real)["_translations"], CODE, PseudoTranslation(CODE))
        with translation.override(CODE):
            yield
