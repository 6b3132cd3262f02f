"""Compute the mean vectors of `centring` anew: ``python -m claims.matching.means``."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from claims.extraction.embedding import embed
from claims.matching.centring import FALLBACK, Vectors
from claims.matching.tables import rows

LANGUAGES = ("id", "ms", "en", "zh")


def centre_sentences() -> dict[str, list[str]]:
    """Return the sentences to average, by language."""
    columns = zip(*rows("centre.tsv"), strict=True)
    return {language: list(column) for language, column in zip(LANGUAGES, columns, strict=True)}


def computed_means() -> dict[str, Vectors]:
    """Return the mean vector (384) of each language, and of all of them under ``und``."""
    means: dict[str, Vectors] = {
        language: embed(texts).mean(axis=0) for language, texts in centre_sentences().items()
    }
    means[FALLBACK] = np.mean(list(means.values()), axis=0, dtype=np.float32)
    return means


def write_means(path: Path) -> None:
    """Write the means to `path`."""
    with path.open("wb") as file:
        np.savez(file, allow_pickle=False, **computed_means())


if __name__ == "__main__":
    write_means(Path(__file__).with_name("data") / "means.npz")
