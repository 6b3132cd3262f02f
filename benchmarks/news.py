"""How the shipped scores rank the sentences of news articles in which people marked the claims.

The folder has NewsClaims' `articles.jsonl`: articles of sentences with start, end, text and claim.
Only claims on four topics are marked there, so what is chosen rightly on another counts as wrong.
Prints the average precision, and its ratio to what any order would reach: the share of claims.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claims.extraction.pipeline import extract
from claims.extraction.types import Span
from claims.scorecard.judged import Judged, Label, judge
from claims.scorecard.measures import average_precision, choice, prevalence


def main() -> None:
    """Print one line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path, help="a folder with articles.jsonl")
    lines = (parser.parse_args().folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    judged = [each for line in lines for each in _judged(json.loads(line)["sentences"])]
    share, reached, chosen = prevalence(judged), average_precision(judged), choice(judged)
    if share is None or reached is None:
        raise SystemExit("No claim is marked in these articles.")
    print(
        f"{len(judged)} sentences, {share:.3f} claims   average precision {reached:.3f}"
        f"   ratio to any order {reached / share:.2f}"
        f"   chosen {chosen.chosen}, recall {chosen.recall:.3f}, precision {chosen.precision:.3f}"
    )


def _judged(sentences: Sequence[dict[str, Any]]) -> list[Judged]:
    """Judge one article, its text laid out as it was: gaps between sentences are line ends."""
    text = ""
    labelled: list[tuple[Span, Label]] = []
    for each in sentences:
        text += "\n" * (each["start"] - len(text)) + each["text"]
        labelled.append((Span(each["start"], each["end"]), "must" if each["claim"] else "no"))
    return judge(extract(text, language="en"), labelled, "en")


if __name__ == "__main__":
    main()
