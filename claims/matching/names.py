"""Compare whom and what two statements name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.plain import fold, plain
from claims.matching.entities import Entity, Kind, entities
from claims.matching.sounds import heard_in
from claims.matching.types import Statement
from claims.matching.voice import is_passive

# A person or a model tells more about what is said than a country does.
_WEIGHTS: dict[Kind, float] = {
    "person": 1.0,
    "version": 0.8,
    "organisation": 0.7,
    "product": 0.7,
    "name": 0.6,
    "place": 0.4,
}
# A story is about one firm and one country; that both name them tells little.
_TELLING: dict[Kind, float] = {
    "person": 1.0,
    "name": 0.8,
    "version": 0.6,
    "product": 0.5,
    "organisation": 0.3,
    "place": 0.2,
}
SUBJECTS = frozenset({"person", "organisation", "product"})
# Code points within which a sentence has named whom it is about.
_OPENING, _OPENING_CHINESE = 40, 12
_SOUNDING = SUBJECTS | {"name"}
_BOTH = re.compile(r"[,、/-]? ?(?:and|dan|serta|和|与|及|跟)?")


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The names two statements share, and those only one has.

    `turned` says that they name the same two in opposite order: who taxes whom. `implied`
    says that one names whom the other's article is about, and may mean without naming it.
    """

    shared: tuple[tuple[Entity, Entity], ...]
    left_only: tuple[Entity, ...]
    right_only: tuple[Entity, ...]
    turned: bool = False
    implied: bool = False

    @property
    def share(self) -> float:
        """Return the shared weight as a part of what the less naming side names, 0 to 1."""
        shared = sum(_WEIGHTS[left.kind] for left, _ in self.shared)
        left = shared + sum(_WEIGHTS[entity.kind] for entity in self.left_only)
        right = shared + sum(_WEIGHTS[entity.kind] for entity in self.right_only)
        return shared / min(left, right) if shared else 0.0

    @property
    def telling(self) -> float:
        """Return how much the most telling name in common tells, 0 to 1."""
        return max((_TELLING[left.kind] for left, _ in self.shared), default=0.0)

    @property
    def other_subject(self) -> bool:
        """Say whether each side names persons, firms or products and they have none in common."""
        apart = not self._shares(SUBJECTS) and self._both_name(SUBJECTS)
        return apart and not self.implied

    @property
    def other_name(self) -> bool:
        """Say whether each side names someone or something in its own right, and none in common.

        Of names that no table knows nothing more is told: Cakrawala is not NSB.
        """
        apart = not self._shares(_SOUNDING) and self._both_name(_SOUNDING)
        return apart and not self.implied

    @property
    def other_version(self) -> bool:
        """Say whether each side names models or versions and they have none in common."""
        versions = frozenset({"version"})
        return not self._shares(versions) and self._both_name(versions)

    @property
    def version_missing(self) -> bool:
        """Say whether only one side says which model or version it speaks of."""
        named = [
            any(entity.kind == "version" for entity in side)
            for side in (self.left_only, self.right_only)
        ]
        return not self._shares(frozenset({"version"})) and any(named) and not all(named)

    @property
    def other_place(self) -> bool:
        """Say whether each side names places and they have none in common."""
        places = frozenset({"place"})
        return not self._shares(places) and self._both_name(places)

    @property
    def other_country(self) -> bool:
        """Say whether each side names a country that the other does not.

        Both may name a third: what Taiwan bans from China is not what Australia bans from China.
        """
        return all(any(map(_is_country, side)) for side in (self.left_only, self.right_only))

    def _shares(self, kinds: frozenset[str]) -> bool:
        return any(left.kind in kinds for left, _ in self.shared)

    def _both_name(self, kinds: frozenset[str]) -> bool:
        return any(entity.kind in kinds for entity in self.left_only) and any(
            entity.kind in kinds for entity in self.right_only
        )


def _is_country(entity: Entity) -> bool:
    # The table gives countries their ISO 3166 code, other places a longer id.
    return entity.kind == "place" and len(entity.key) == 2


def named_in(statement: Statement) -> dict[str, Entity]:
    """Return the entities of a statement by key; its speaker is one of them."""
    found = (*entities(statement.text), *entities(statement.speaker))
    return {entity.key: entity for entity in reversed(found)}


def _heard(named: dict[str, Entity], statement: Statement) -> dict[str, Entity]:
    """Return those of the `named` that a Chinese statement writes by their sound."""
    if not _is_chinese(statement):
        return {}
    text = f"{statement.text} {statement.speaker}"
    found = {}
    for key, entity in named.items():
        if entity.kind in _SOUNDING and entity.wording.isascii():
            characters = heard_in(entity.wording.split()[-1], text)
            if characters:
                at = plain(statement.text).find(characters)
                found[key] = Entity(key, entity.kind, characters, at)
    return found


def _means_topic(statement: Statement, named: dict[str, Entity], other: Statement) -> bool:
    """Say whether the other names whom this one's article is about, and this one may mean it.

    "This model equals OpenAI's" is said of whom the article is about; "OpenAI has to …" is not.
    """
    topic = statement.about
    if not topic or _opens_with_subject(statement):
        return False
    return topic in named or heard_in(topic, other.text) is not None


def _opens_with_subject(statement: Statement) -> bool:
    start = plain(statement.text)[: _OPENING_CHINESE if _is_chinese(statement) else _OPENING]
    return any(entity.kind in SUBJECTS for entity in entities(start))


def _is_chinese(statement: Statement) -> bool:
    return statement.language.startswith("zh")


def _are_turned(left: Statement, right: Statement, shared: Sequence[tuple[Entity, Entity]]) -> bool:
    """Say whether two that both name stand in opposite order, and change places by it.

    Two countries do unless only one side is told from whom it is done to. Others only where the
    same words stand between them: "Microsoft sued Google", but "he said, X" is "X, he said".
    """
    told = [pair for pair in shared if _stands(left, pair[0]) and _stands(right, pair[1])]
    for kinds in (frozenset({"place"}), SUBJECTS):
        pairs = sorted((pair for pair in told if pair[0].kind in kinds), key=_first_place)
        if len(pairs) != 2 or pairs[0][1].start < pairs[1][1].start:
            continue
        (first, last), (second, other) = pairs
        between = _between(left, first, second), _between(right, other, last)
        if any(map(_BOTH.fullmatch, between)):
            continue  # "Microsoft and Google" are "Google and Microsoft"
        voices = (
            is_passive(left.text, first.start, second.start),
            is_passive(right.text, other.start, last.start),
        )
        if between[0] == between[1] or (kinds != SUBJECTS and voices[0] == voices[1]):
            return True
    return False


def _stands(statement: Statement, entity: Entity) -> bool:
    """Say whether it is in the text, and not only the speaker of it."""
    return plain(statement.text).startswith(entity.wording, entity.start)


def _first_place(pair: tuple[Entity, Entity]) -> int:
    return pair[0].start


def _between(statement: Statement, first: Entity, second: Entity) -> str:
    """Return what stands between the two, folded."""
    return fold(statement.text)[first.start + len(first.wording) : second.start].strip()


def compare_names(left: Statement, right: Statement) -> NameMatch:
    """Compare the names in two statements."""
    ours, theirs = named_in(left), named_in(right)
    ours, theirs = _heard(theirs, left) | ours, _heard(ours, right) | theirs
    shared = tuple((entity, theirs[key]) for key, entity in ours.items() if key in theirs)
    return NameMatch(
        implied=_means_topic(left, theirs, right) or _means_topic(right, ours, left),
        turned=_are_turned(left, right, shared),
        shared=shared,
        left_only=tuple(entity for key, entity in ours.items() if key not in theirs),
        right_only=tuple(entity for key, entity in theirs.items() if key not in ours),
    )
