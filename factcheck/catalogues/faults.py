"""What is wrong with a catalogue, as sentences of one line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[a-z%]|\{\w*\}")
TAG = re.compile(r"</?[a-z]+[^>]*>")
EDGE = re.compile(r"^\s*|\s*$")

Key = tuple[str, str | None]


def faults(catalogue: Catalog, source: Catalog) -> Iterator[str]:
    """Yield what keeps `catalogue` from being a whole translation of the strings of `source`."""
    wanted, there = _by_key(source), _by_key(catalogue)
    for key in wanted.keys() - there.keys():
        yield f"missing: {key[0]!r}; run `manage.py messages`"
    for key in there.keys() - wanted.keys():
        yield f"not in the source any more: {key[0]!r}; run `manage.py messages`"
    for key, message in there.items():
        for fault in faults_of(message, catalogue.num_plurals):
            yield f"{fault}: {key[0]!r}"


def faults_of(message: Message, plurals: int) -> Iterator[str]:
    """Yield what is wrong with one translation in a language of `plurals` plural forms."""
    texts = _forms(message.string)
    if not all(texts):
        yield "not translated"
        return
    if message.fuzzy:
        yield "marked as fuzzy"
    if message.pluralizable and len(texts) != plurals:
        yield f"{len(texts)} plural forms instead of {plurals}"
    # The plural says all that has to be said; English may write the one of its singular as a word.
    original = _forms(message.id)[-1]
    for text in texts:
        yield from _differences(original, text)


def _differences(original: str, text: str) -> Iterator[str]:
    for name, pattern in (("placeholders", PLACEHOLDER), ("tags", TAG)):
        if Counter(pattern.findall(original)) != Counter(pattern.findall(text)):
            yield f"other {name} in {text!r}"
    if EDGE.findall(original) != EDGE.findall(text):
        yield f"other spaces at the ends of {text!r}"


def _by_key(catalogue: Catalog) -> dict[Key, Message]:
    keyed = {(_forms(message.id)[0], message.context): message for message in catalogue}
    return {key: message for key, message in keyed.items() if key[0]}  # without the header


def _forms(text: object) -> list[str]:
    """Return the plural forms of a text, which for most is one; "" for a text that is not there."""
    forms = text if isinstance(text, (list, tuple)) else [text]
    return [str(form or "") for form in forms]
