"""How well names of people and organisations are found in Indonesian news.

    python -m benchmarks.names FOLDER

FOLDER holds `dev.txt`: one token, its part of speech and its tag (B-PER, I-ORG, O …) to a line, an
empty line between sentences. The tokens are joined as news prints them. Prints for PER and ORG how
many names were found exactly, and how many were met by a run that shares most of its words; then
the share of our runs that meet a name of any kind, places too: what is left are no names.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.extraction.names import names_in, person_in
from claims.extraction.types import Span

_NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]%”’]+\Z")
_NO_SPACE_AFTER = frozenset("([“‘")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with its names: where each stands and what it is."""

    text: str
    names: tuple[tuple[Span, str], ...]


def tagged_sentences(path: Path) -> Iterator[Tagged]:
    """Yield the sentences of a file in the CoNLL form."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if len(line.split()) >= 3]
        if rows:
            yield _tagged([(row[0], row[-1]) for row in rows])


def _tagged(rows: list[tuple[str, str]]) -> Tagged:
    text = ""
    names: list[tuple[Span, str]] = []
    for token, tag in rows:
        glued = _NO_SPACE_BEFORE.match(token) or text[-1:] in _NO_SPACE_AFTER
        text += token if not text or glued else f" {token}"
        start = len(text) - len(token)
        if tag.startswith("I-") and names and names[-1][1] == tag[2:]:
            names[-1] = (Span(names[-1][0].start, len(text)), tag[2:])
        elif tag != "O":
            names.append((Span(start, len(text)), tag[2:]))
    return Tagged(text, tuple(names))


def measure(sentences: list[Tagged]) -> Counter[str]:
    """Count names and runs, and those of each that agree."""
    seen: Counter[str] = Counter()
    for sentence in sentences:
        whole = Span(0, len(sentence.text))
        runs = list(names_in(sentence.text, whole))
        people = [person_in(sentence.text, run) for run in runs]
        seen["runs"] += len(runs)
        seen["runs met"] += sum(any(run.meets(name) for name, _ in sentence.names) for run in runs)
        for name, kind in sentence.names:
            seen[kind] += 1
            seen[f"{kind} exact"] += name in runs or name in people
            seen[f"{kind} met"] += any(_mostly(name, run) for run in (*runs, *people))
    return seen


def _mostly(name: Span, run: Span) -> bool:
    shared = min(name.end, run.end) - max(name.start, run.start)
    return shared * 2 > name.end - name.start and shared * 2 > run.end - run.start


def main() -> None:
    """Print a line per kind of name, and one for the runs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    sentences = list(tagged_sentences(parser.parse_args().folder / "dev.txt"))
    seen = measure(sentences)
    for kind in ("PER", "ORG"):
        exact, met = seen[f"{kind} exact"] / seen[kind], seen[f"{kind} met"] / seen[kind]
        print(f"{kind} {seen[kind]:5} names  recall exact {exact:.3f}  by most of it {met:.3f}")
    print(f"runs {seen['runs']:4}        precision {seen['runs met'] / seen['runs']:.3f}")


if __name__ == "__main__":
    main()
