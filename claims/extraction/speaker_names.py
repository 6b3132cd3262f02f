"""The people and organisations of an article, so that "Altman" can be called Sam Altman."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.names import names_in
from claims.extraction.speakers_latin import person_in
from claims.extraction.types import Span

_TRANSLATED = re.compile("[\u3400-\u9fff]{1,6}(?:[·•・][\u3400-\u9fff]{1,8})+")


@dataclass(frozen=True, slots=True)
class Cast:
    """Full names by each of their parts, with where they stand, in order."""

    parts: dict[str, list[tuple[int, str]]]

    @classmethod
    def of(cls, text: str, folded: str, sentences: Sequence[Span]) -> Cast:
        """Collect the full names of the article."""
        parts: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for sentence in sentences:
            for run in names_in(text, sentence):
                person = person_in(text, run)
                words = person.of(text).split()
                if 2 <= len(words) <= 3:
                    for part in (words[0], words[-1]):
                        parts[part.casefold()].append((person.start, " ".join(words)))
            for match in _TRANSLATED.finditer(text, sentence.start, sentence.end):
                parts[re.split("[·•・]", match[0])[-1]].append((match.start(), match[0]))
        return cls(dict(parts))

    def full_name(self, name: str, at: int) -> str:
        """Return the fullest form of `name` used up to its sentence at `at`, else later."""
        known = self.parts.get(name.casefold())
        if not known or " " in name:
            return name
        before = bisect_right(known, (at + 1, ""))
        return known[before - 1][1] if before else known[0][1]
