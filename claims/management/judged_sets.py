"""The sets of labelled sentences there are, each with what the machine makes of it now."""

from __future__ import annotations

from collections.abc import Callable, Collection

from claims.extraction.pipeline import extract
from claims.management.seeds import gold_articles, held_out_stories
from claims.scorecard.gold import judge_articles
from claims.scorecard.joining import judge_stories
from claims.scorecard.judged import Judged, judge
from claims.selectors.sentence_marks import labelled_articles

Languages = Collection[str]
"""BCP 47 tags to take; none means every language."""


def judged_seeds(languages: Languages) -> list[Judged]:
    """Judge the starter corpus."""
    articles = (each for each in gold_articles() if _is_taken(each.language, languages))
    return judge_articles(articles, extract)


def judged_training(languages: Languages) -> list[Judged]:
    """Judge the labelled stories held out from training. Raises StoryFault."""
    stories = (each for each in held_out_stories() if _is_taken(each.language, languages))
    return judge_stories(stories, extract)


def judged_feedback(languages: Languages) -> list[Judged]:
    """Judge what reviewers marked. Needs the database, unlike the others."""
    return [
        each
        for article in labelled_articles()
        if _is_taken(article.language, languages)
        for each in judge(
            # As the article was read: in the language somebody gave, where one was given.
            extract(article.text, language=article.language or None),
            article.labelled,
            article.language,
        )
    ]


SETS: dict[str, Callable[[Languages], list[Judged]]] = {
    "seeds": judged_seeds,
    "training": judged_training,
    "feedback": judged_feedback,
}


def _is_taken(language: str, languages: Languages) -> bool:
    return not languages or language in languages
