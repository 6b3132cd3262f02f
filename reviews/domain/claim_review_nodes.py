"""JSON-LD as it is walked: a value and the path to it.

A property of JSON-LD may hold one value or a list of them, and mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_DEPTH = 20
MAX_VALUES = 200_000
PREFIXES = ("https://schema.org/", "http://schema.org/", "schema:")


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value at a path like "$.reviewRating.alternateName" or "$[0].url"."""

    value: Any
    path: str = "$"

    def below(self, name: str) -> Node:
        """Return what stands under a property, None if nothing does."""
        held = self.value.get(name) if isinstance(self.value, dict) else None
        return Node(held, f"{self.path}.{name}")

    def each(self, name: str = "") -> list[Node]:
        """Return the values of a property (of this node without one), however many there are."""
        node = self.below(name) if name else self
        if isinstance(node.value, list):
            return [Node(value, f"{node.path}[{at}]") for at, value in enumerate(node.value)]
        return [] if node.value is None else [node]

    @property
    def text(self) -> str:
        """Return the text without space around it, "" for what is none."""
        value = self.value.get("@value") if isinstance(self.value, dict) else self.value
        return value.strip() if isinstance(value, str) else ""

    @property
    def types(self) -> frozenset[str]:
        """Return the names of the types, without the prefix of schema.org."""
        return frozenset(_local(each.text) for each in self.each("@type"))

    @property
    def is_object(self) -> bool:
        """Say whether this has properties."""
        return isinstance(self.value, dict)


def is_bounded(value: Any) -> bool:
    """Say whether `value` is neither nested deeper than MAX_DEPTH nor larger than MAX_VALUES."""
    waiting, seen = [(value, 0)], 0
    while waiting:
        each, depth = waiting.pop()
        seen += 1
        if depth > MAX_DEPTH or seen > MAX_VALUES:
            return False
        inner = each.values() if isinstance(each, dict) else each if isinstance(each, list) else ()
        waiting.extend((child, depth + 1) for child in inner)
    return True


def walk(node: Node) -> Iterator[Node]:
    """Yield `node` and everything in it, in the order of the file."""
    yield node
    if isinstance(node.value, dict):
        for name in node.value:
            yield from walk(node.below(name))
    elif isinstance(node.value, list):
        for child in node.each():
            yield from walk(child)


def _local(name: str) -> str:
    for prefix in PREFIXES:
        name = name.removeprefix(prefix)
    return name
