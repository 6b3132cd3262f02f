"""The starter corpus and the labelled stories, as commands and tests read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from claims.scorecard.gold import MarkedArticle, read_gold
from claims.scorecard.stories import Story, read_stories
from claims.sources.reading import read_article


def seeds_folder() -> Path:
    """Return where the corpus lies."""
    return Path(settings.BASE_DIR, "seeds")


def gold_articles() -> Iterator[MarkedArticle]:
    """Yield the articles of the starter corpus with what must be found in them."""
    return read_gold(seeds_folder(), _text_of)


def held_out_stories() -> list[Story]:
    """Return the labelled stories that no training may see. Raises StoryFault."""
    return [story for story in read_stories(seeds_folder() / "training") if story.split != "train"]


def _text_of(path: Path) -> str:
    read = read_article(
        path.read_bytes(),
        path.name,
        max_bytes=settings.ARTICLE_MAX_BYTES,
        max_characters=settings.ARTICLE_MAX_CHARACTERS,
    )
    return read.text
