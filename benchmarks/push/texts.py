"""Articles by the thousand, of the starter corpus: each with figures and names of its own."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"
_FIGURE = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?![\d年月日])")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,12}\b")
ONSETS, ENDINGS = "BDKLMNPRST", ("ado", "ira", "unan", "elis", "omar", "atan", "uri", "esta")


def articles(count: int) -> Iterator[dict[str, str]]:
    """Return articles as the API takes them, the same in every run. No text comes twice.

    Half of the figures and the names of each are changed, so that few of its claims are those of
    another, as on a day of news; the rest is what matching has to tell apart.
    """
    seeds = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    return (_article(number, seeds[number % len(seeds)]) for number in range(count))


def _article(number: int, seed: str) -> dict[str, str]:
    chance = random.Random(number)
    text = _NAME.sub(lambda match: _name(match[0], number), seed)
    text = _FIGURE.sub(lambda match: _figure(match[0], chance), text)
    title = text.partition("\n")[0].strip()[:200]
    return {"text": f"{text}\n\n({number})", "title": title, "outlet": f"Outlet {number % 40}"}


def _figure(figure: str, chance: random.Random) -> str:
    return str(chance.randint(1, 999)) if chance.random() < 0.5 else figure


def _name(name: str, number: int) -> str:
    """Return another name, the same one throughout an article."""
    chance = random.Random(f"{name} {number}")
    if chance.random() < 0.5:
        return name
    return chance.choice(ONSETS) + chance.choice(ENDINGS) + chance.choice(ENDINGS)
