"""How well two statements of one question are told from others, on stories the fit has not seen.

Fits the weights of the matcher on the pairs within each story but one, and tries them on that one:
the average precision of its pairs (the reference is the embedding's cosine alone), and how many of
the pairs that answer one question come into one family, and how many others with them. With
``--write`` the weights fitted on all stories are written into the package. Compared are the
sentences that gold quotations name; the other sentences stand around them, as they do on the desk.

With a folder of stories, ``python -m benchmarks.weights seeds/questions/held_out``, the weights of
the package are tried on those. Half of them are contested: every side gives other figures, or
denies.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

import claims.matching
from benchmarks.weights_corpora import Labelled, corpora, told
from claims.matching.crowding import crowding_of
from claims.matching.families import WORTH_COMPARING, grouped
from claims.matching.fitting import fit, write_weights
from claims.matching.measures import measures_of, weights
from claims.matching.observation import observe
from claims.matching.signals import outright

WEIGHTS = Path(claims.matching.__file__).with_name("data") / "weights.tsv"


@dataclass(frozen=True)
class Pair:
    """Two statements of a story, by their place in it, and whether they answer one question.

    `known` says that both answer a question that is known; `outright` is what is not fitted.
    """

    places: tuple[int, int]
    measures: dict[str, float]
    outright: float
    known: bool
    match: bool


@dataclass(frozen=True)
class Story:
    """The questions each statement answers, and the pairs near enough to be compared."""

    questions: Sequence[frozenset[str]]
    pairs: Sequence[Pair]

    def known(self) -> list[Pair]:
        """Return the pairs of which it is known whether they match."""
        return [pair for pair in self.pairs if pair.known]


def main() -> None:
    """Print how each story does that is left out; write the weights if asked to."""
    folders = [each for each in sys.argv[1:] if not each.startswith("-")]
    for folder in folders:
        _try_on(Path(folder))
    if folders:
        return
    stories = {name: story for corpus in corpora() for name, story in _stories(corpus)}
    joined: Counter[str] = Counter()
    for name, story in stories.items():
        fitted = _fitted([other for other in stories.values() if other is not story])
        found = _joined(story, fitted)
        joined += found
        print(f"{name:12} {_ranking(story.known(), fitted)}  {_told(found)}")
    print(f"{'all':12} {_told(joined)}")
    everything = _fitted(stories.values())
    for measure, weight in everything.items():
        print(f"  {measure:20} {weight:8.3f}")
    if "--write" in sys.argv:
        write_weights(WEIGHTS, everything)


def _try_on(folder: Path) -> None:
    """Print how the weights there are do on the stories of a folder."""
    joined: Counter[str] = Counter()
    for name, story in _stories(told(folder)):
        found = _joined(story, weights())
        joined += found
        print(f"{name:20} {_ranking(story.known(), weights())}  {_told(found)}")
    print(f"{'all':20} {_told(joined)}")


def _stories(corpus: Sequence[Labelled]) -> Iterator[tuple[str, Story]]:
    vectors = np.array([one.statement.vector for one in corpus])
    crowding = crowding_of(vectors @ vectors.T)
    for name in dict.fromkeys(one.story for one in corpus):
        at = [place for place, one in enumerate(corpus) if one.story == name]
        members = [corpus[place] for place in at]
        pairs = list(_pairs(members, crowding[at].tolist()))
        yield name, Story([one.questions for one in members], pairs)


def _pairs(members: Sequence[Labelled], crowding: Sequence[float]) -> Iterator[Pair]:
    for left, right in combinations(range(len(members)), 2):
        one, other = members[left], members[right]
        seen = observe(one.statement, other.statement, (crowding[left] + crowding[right]) / 2)
        if seen.similarity >= WORTH_COMPARING:
            yield Pair(
                (left, right),
                measures_of(seen),
                sum(outright(seen).values()),
                known=bool(one.questions and other.questions),
                match=bool(one.questions & other.questions),
            )


def _fitted(stories: Collection[Story]) -> dict[str, float]:
    pairs = [pair for story in stories for pair in story.known()]
    return fit([pair.measures for pair in pairs], [pair.match for pair in pairs])


def _score(pair: Pair, fitted: dict[str, float]) -> float:
    return pair.outright + sum(fitted[key] * value for key, value in pair.measures.items())


def _joined(story: Story, fitted: dict[str, float]) -> Counter[str]:
    """Count the pairs of one question, those of them in one family, and the others in one."""
    scores = {pair.places: _score(pair, fitted) for pair in story.pairs}
    found: Counter[str] = Counter()
    for left, right in combinations(story.questions, 2):
        found["wanted"] += bool(left & right)
    for family in grouped(len(story.questions), scores):
        for one, other in combinations([story.questions[at] for at in family], 2):
            if one and other:
                found["together" if one & other else "wrong"] += 1
    return found


def _told(found: Counter[str]) -> str:
    share = found["together"] / found["wanted"]
    return f"{found['together']} of {found['wanted']} joined ({share:.3f}), {found['wrong']} wrong"


def _ranking(pairs: Sequence[Pair], fitted: dict[str, float]) -> str:
    matches = [pair.match for pair in pairs]
    ours = average_precision([_score(pair, fitted) for pair in pairs], matches)
    cosine = average_precision([pair.measures["similarity"] for pair in pairs], matches)
    return f"{ours:.3f}  cosine alone {cosine:.3f}"


def average_precision(scores: Sequence[float], matches: Sequence[bool]) -> float:
    """Return the mean precision at each match, best score first."""
    ranked = np.asarray(matches)[np.argsort(-np.asarray(scores), kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean()) if ranked.any() else 0.0


if __name__ == "__main__":
    main()
