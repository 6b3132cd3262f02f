"""The people and organisations of an article, so that "Cole" can be called Ann Cole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.han import HAN
from claims.extraction.lexicon.people import (
    CHINESE_DOUBLE_SURNAMES,
    CHINESE_ROLES,
    CHINESE_SURNAMES,
)
from claims.extraction.names import is_person, names_in, person_in
from claims.extraction.speaker_roles import Roles, roles_of
from claims.extraction.types import Span

_DOT = "[·•・]"
# 创始人梁文锋在…: a title before and a word that cannot be part of the name after.
_TITLED = re.compile(
    f"(?:{CHINESE_ROLES})"
    f"((?:{CHINESE_DOUBLE_SURNAMES}|[{CHINESE_SURNAMES}]){HAN}{{1,2}}?|{HAN}{{1,6}}(?:{_DOT}{HAN}{{1,8}}?)+)"
    r"(?=的|在|于|对|向|也|则|还|就|表示|说|称|认为|指出|透露|接受|受访|告诉|到|是|曾|已|出席|回应|日前|近日|周|星期|\d|[，,。（(“「])"
)


@dataclass(frozen=True, slots=True)
class Cast:
    """Full names by each of their parts, with where they stand, in order."""

    parts: dict[str, list[tuple[int, str]]]
    chinese: tuple[str, ...]
    roles: Roles

    @classmethod
    def of(cls, text: str, folded: str, sentences: Sequence[Span]) -> Cast:
        """Collect the full names of the article."""
        parts: dict[str, list[tuple[int, str]]] = defaultdict(list)
        people = list(_people(text, sentences))
        for person, name, _ in people:
            for part in (name.split()[0], name.split()[-1]):
                parts[part.casefold()].append((person.start, name))
        titled = tuple({match[1] for match in _TITLED.finditer(folded)})
        return cls(dict(parts), titled, roles_of(text, people))

    def full_name(self, name: str, at: int) -> str:
        """Return the fullest form of `name` used up to its sentence at `at`, else later."""
        known = self.parts.get(name.casefold())
        if not known or " " in name:
            return name
        before = bisect_right(known, (at + 1, ""))
        return known[before - 1][1] if before else known[0][1]


def _people(text: str, sentences: Sequence[Span]) -> Iterator[tuple[Span, str, Span]]:
    """Yield where each full name stands, the name, and its sentence."""
    for sentence in sentences:
        for run in names_in(text, sentence):
            person = person_in(text, run)
            words = person.of(text).split()
            if 2 <= len(words) <= 4 and is_person(person.of(text)):
                yield person, " ".join(words), sentence
