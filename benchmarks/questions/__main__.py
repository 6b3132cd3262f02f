"""Train and try: see the package."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from benchmarks.questions.engine_file import MODEL
from benchmarks.questions.network import Network
from benchmarks.questions.pieces import Pieces
from benchmarks.weights import average_precision
from claims.extraction.plain import plain

STORIES = Path(__file__).resolve().parents[2] / "seeds" / "questions"
STEEP, EVEN = 12.0, 0.75  # of the odds that two statements answer one question, by their cosine
RATE, WARMING, DECAY = 1e-3, 0.06, 0.01
OTHER_STORY = 0.3  # how much it counts that sentences of two stories are told apart


class Story(NamedTuple):
    """The pieces of each sentence, and the pairs that are known: (2, n) places, n answers."""

    languages: list[str]
    sentences: list[list[int]]
    pairs: Tensor
    match: Tensor


def main() -> None:
    """Print how the stories left out do before and after training on the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passes", type=float, default=4, help="over the stories")
    passes = parser.parse_args().passes
    torch.manual_seed(1)
    random.seed(1)
    model = MODEL.read_bytes()
    pieces, network = Pieces(model), Network(model)
    learnt = [_story(path, pieces) for path in sorted(STORIES.glob("*.tsv"))]
    left_out = [_story(path, pieces) for path in sorted((STORIES / "held_out").glob("*.tsv"))]
    before = _judged(network, left_out)
    print(f"{len(learnt)} stories to learn from; of those left out: {before:.3f}", flush=True)
    _train(network, learnt, int(passes * len(learnt) / 2))
    after = _judged(network, left_out)
    print(f"average precision {after:.3f}, before {before:.3f}, ratio {after / before:.2f}")


def _story(path: Path, pieces: Pieces) -> Story:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    questions = [row[2] for row in rows]
    known = [each for each, question in enumerate(questions) if question != "-"]
    pairs = list(combinations(known, 2))
    match = [float(questions[one] == questions[other]) for one, other in pairs]
    sentences = [pieces.cut(plain(row[3])) for row in rows]
    languages = [row[1].partition("-")[0] for row in rows]
    return Story(languages, sentences, torch.tensor(pairs).T, torch.tensor(match))


def _train(network: Network, stories: Sequence[Story], steps: int) -> None:
    """Show two stories at a time: pairs within each, and that the two have nothing in common."""
    weights = list(network.parameters())
    scale = torch.nn.Parameter(torch.tensor([STEEP, -STEEP * EVEN]))
    groups = [{"params": weights, "lr": RATE}, {"params": [scale], "lr": 0.02, "weight_decay": 0}]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (WARMING * steps)) * max(0.02, 1 - step / steps)
    )
    network.train()
    for step, two in enumerate(islice(_by_two(stories), steps), start=1):
        loss = _loss(network, scale, *two)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        pace.step()
        if step % 10 == 0:
            print(f"step {step} of {steps}: {float(loss.detach()):.3f}", flush=True)


def _by_two(stories: Sequence[Story]) -> Iterator[tuple[Story, Story]]:
    while True:
        order = random.sample(stories, len(stories))
        yield from zip(order[::2], order[1::2], strict=False)


def _loss(network: Network, scale: Tensor, one: Story, other: Story) -> Tensor:
    vectors = network([*one.sentences, *other.sentences])
    odds = scale[0] * (vectors @ vectors.T) + scale[1]
    cut = len(one.sentences)
    within = [
        functional.binary_cross_entropy_with_logits(part[*story.pairs], story.match)
        for part, story in ((odds[:cut, :cut], one), (odds[cut:, cut:], other))
    ]
    return sum(within) / 2 + OTHER_STORY * functional.softplus(odds[:cut, cut:]).mean()


def _judged(network: Network, stories: Sequence[Story]) -> float:
    """Return the mean average precision of the cosines, less the mean of each language."""
    network.eval()
    with torch.no_grad():
        vectors = torch.cat([network(story.sentences) for story in stories])
    languages = np.array([each for story in stories for each in story.languages])
    for language in np.unique(languages):
        vectors[languages == language] -= vectors[languages == language].mean(dim=0)
    read = functional.normalize(vectors, dim=1).split([len(each.sentences) for each in stories])
    return float(np.mean([_ranking(*each) for each in zip(read, stories, strict=True)]))


def _ranking(vectors: Tensor, story: Story) -> float:
    cosines = (vectors[story.pairs[0]] * vectors[story.pairs[1]]).sum(dim=1)
    return average_precision(cosines.tolist(), story.match.bool().tolist())


if __name__ == "__main__":
    main()
