"""How many sentences of different stories come together on a desk that has many of them.

    python -m benchmarks.gists [seeds/questions/held_out] [--write]

Puts all sentences of the stories in a folder (`tests.pure.matching.stories`) beside each other,
compares each with the twenty nearest, as the desk does, and prints how many pairs of one question
come into one family, how many of two questions of a story, and how many of two stories: by the
sentences alone, which is the reference, and with what their articles are about. With ``--write``
what the gists of each language have in common is written into the package first. All stories take a
quarter of an hour, those held out a minute or two.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np

import claims.matching
from benchmarks.weights_corpora import Labelled, told
from claims.matching.centring import FALLBACK, Vectors, language_means
from claims.matching.compare import compare, score
from claims.matching.crowding import crowding_of
from claims.matching.families import WORTH_COMPARING, grouped
from claims.matching.gists import MEANS

STORIES = Path(__file__).resolve().parent.parent / "seeds" / "questions"
NEAREST = 20
READ_AS = {"ms": "id"}  # seven articles in Malay have more in common than their language
TABLE = Path(claims.matching.__file__).with_name("data") / MEANS


def main() -> None:
    """Print both; write the table first if asked to."""
    if "--write" in sys.argv:
        write_means(TABLE, told(STORIES))
        language_means.cache_clear()
    folders = [Path(each) for each in sys.argv[1:] if not each.startswith("-")]
    for folder in folders or [STORIES]:
        sentences = told(folder)
        alone = [replace(one, statement=replace(one.statement, gist=())) for one in sentences]
        print(f"{folder.name}, sentences alone: {_told(_joined(alone))}", flush=True)
        print(f"{folder.name}, with what articles are about: {_told(_joined(sentences))}")


def write_means(path: Path, sentences: Sequence[Labelled]) -> None:
    """Write the mean gist of each language, not centred, and of all of them."""
    by_language: dict[str, list[Vectors]] = {}
    for article in _articles(sentences):
        language = article[0].statement.language.partition("-")[0]
        language = READ_AS.get(language, language)
        vectors = np.array([one.statement.vector for one in article], dtype=np.float32)
        by_language.setdefault(language, []).append(vectors.mean(axis=0))
    means: dict[str, Vectors] = {
        language: np.mean(gists, axis=0, dtype=np.float32)
        for language, gists in by_language.items()
    }
    means[FALLBACK] = np.mean(list(means.values()), axis=0, dtype=np.float32)
    means |= {language: means[other] for language, other in READ_AS.items()}
    with path.open("wb") as file:
        np.savez(file, allow_pickle=False, **means)


def _articles(sentences: Sequence[Labelled]) -> Collection[list[Labelled]]:
    articles: dict[str, list[Labelled]] = {}
    for one in sentences:
        articles.setdefault(one.statement.document, []).append(one)
    return articles.values()


def _joined(sentences: Sequence[Labelled]) -> Counter[str]:
    """Count the pairs of one question that are together, and the others by what is wrong."""
    found: Counter[str] = Counter()
    for family in grouped(len(sentences), _scores(sentences)):
        for left, right in combinations([sentences[at] for at in family], 2):
            if left.story != right.story:
                found["across"] += 1
            elif left.questions and right.questions:
                found["together" if left.questions & right.questions else "within"] += 1
    return found


def _scores(sentences: Sequence[Labelled]) -> Mapping[tuple[int, int], float]:
    vectors = np.array([one.statement.vector for one in sentences])
    cosines = vectors @ vectors.T
    crowding = crowding_of(cosines)
    return {
        (left, right): score(
            compare(
                sentences[left].statement,
                sentences[right].statement,
                crowding=float(crowding[left] + crowding[right]) / 2,
            ).reasons
        )
        for left, right in set(_near(cosines))
    }


def _near(cosines: np.ndarray) -> Iterator[tuple[int, int]]:
    """Yield each of the pairs in which one is among the nearest of the other."""
    np.fill_diagonal(cosines, -1.0)
    for left, nearest in enumerate(np.argsort(-cosines, axis=1)[:, :NEAREST].tolist()):
        for right in nearest:
            if cosines[left, right] >= WORTH_COMPARING:
                yield min(left, right), max(left, right)


def _told(found: Counter[str]) -> str:
    return (
        f"{found['together']} pairs of one question joined, "
        f"{found['within']} of two, {found['across']} of two stories"
    )


if __name__ == "__main__":
    main()
