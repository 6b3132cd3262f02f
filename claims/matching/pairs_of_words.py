"""The names, contrasts, denials and topics of two statements, each with its counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from claims.matching.concepts import Concept
from claims.matching.contrasts import contrasting
from claims.matching.entities import Entity
from claims.matching.entities import Kind as EntityKind
from claims.matching.names import SUBJECTS, NameMatch
from claims.matching.observation import Observation
from claims.matching.pairing import Kind, Marked, Pair, Stance
from claims.matching.places import Found, in_fold, in_plain
from claims.matching.polarity import claimed, opposing
from claims.matching.types import Statement

_VERSIONS: frozenset[EntityKind] = frozenset({"version"})
_PLACES: frozenset[EntityKind] = frozenset({"place"})
_KINDS: dict[EntityKind, Kind] = {"version": "version", "place": "place"}


def name_pairs(seen: Observation, left: Statement, right: Statement) -> Iterator[Pair]:
    """Yield the names both have, in any script, and those only one has."""
    names = seen.names
    for one, other in names.shared:
        here, there = _named(left, one), _named(right, other)
        if here and there:  # a name of the speaker alone does not stand in the statement
            turned = names.turned and (one.kind == "place" or one.kind in SUBJECTS)
            stance: Stance = "differs" if turned else "same"
            yield Pair(_kind(one), stance, here, there, "turned" if turned else "names")
    yield from _names_apart(names, left, right)


def _names_apart(names: NameMatch, left: Statement, right: Statement) -> Iterator[Pair]:
    """Yield what each side alone names; those of a kind in which they differ stand face to face."""
    ours, theirs = list(names.left_only), list(names.right_only)
    groups = (
        (names.other_version, _VERSIONS, "other_subject"),
        (names.other_subject, frozenset(SUBJECTS), "other_subject"),
        (names.other_place or names.other_country, _PLACES, "other_place"),
    )
    for is_apart, kinds, signal in groups:
        here = [each for each in ours if is_apart and each.kind in kinds]
        there = [each for each in theirs if is_apart and each.kind in kinds]
        ours = [each for each in ours if each not in here]
        theirs = [each for each in theirs if each not in there]
        for one, other in zip_longest(here, there):
            yield from _apart(_named(left, one), _named(right, other), one or other, signal)
    for one in ours:
        yield from _apart(_named(left, one), None, one, "")
    for other in theirs:
        yield from _apart(None, _named(right, other), other, "")


def _apart(here: Marked | None, there: Marked | None, named: Entity, signal: str) -> Iterator[Pair]:
    if here or there:
        stance: Stance = "differs" if here and there else "only"
        yield Pair(_kind(named), stance, here, there, signal)


def _kind(entity: Entity) -> Kind:
    return _KINDS.get(entity.kind, "name")


def _named(statement: Statement, entity: Entity | None) -> Marked | None:
    if entity is None:
        return None
    place = in_plain(statement.text, Found(entity.wording, entity.start))
    return Marked(place) if place else None


def contrast_pairs(seen: Observation, left: Statement, right: Statement) -> Iterator[Pair]:
    """Yield the words by which the two speak of different things of one kind."""
    found = contrasting(left.text, right.text) if seen.contrast else None
    if found:
        yield from _facing("contrast", "contrast", _said(left, found[0]), _said(right, found[1]))


def denial_pairs(seen: Observation, left: Statement, right: Statement) -> Iterator[Pair]:
    """Yield what one affirms and the other negates, and the words that negate, one by one."""
    signal = "opposed" if seen.opposed else ""
    for one, other in opposing(left.text, right.text) if seen.opposed else ():
        yield from _facing("opposed", signal, _said(left, one), _said(right, other))
    here = _negations(left)
    there = _negations(right)
    for ours, theirs in zip_longest(here, there):
        stance: Stance = "same" if ours and theirs else "only"
        yield Pair("negation", stance, ours, theirs, "" if stance == "same" else signal)


def _negations(statement: Statement) -> Sequence[Marked]:
    found = (_said(statement, each) for each in claimed(statement.text).negations)
    return [each for each in found if each]


def _facing(kind: Kind, signal: str, here: Marked | None, there: Marked | None) -> Iterator[Pair]:
    if here or there:
        yield Pair(kind, "differs" if here and there else "only", here, there, signal)


def concept_pairs(seen: Observation, left: Statement, right: Statement) -> Iterator[Pair]:
    """Yield the words for what both speak of."""
    for one, other in seen.concepts.shared:
        here, there = _spoken(left, one), _spoken(right, other)
        if here and there:
            yield Pair("concept", "same", here, there, "concepts")


def _spoken(statement: Statement, concept: Concept) -> Marked | None:
    return _said(statement, Found(concept.wording, concept.start))


def _said(statement: Statement, seen: Found) -> Marked | None:
    place = in_fold(statement.text, seen)
    return Marked(place) if place else None
