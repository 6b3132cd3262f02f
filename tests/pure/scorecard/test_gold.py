"""The starter corpus's gold: read, and held against what the machine chose."""

from __future__ import annotations

import json
from pathlib import Path

from claims.extraction.types import Extraction, Sentence
from claims.scorecard.gold import MarkedArticle, Wanted, judge_article, read_gold
from claims.scorecard.judged import Judged

TEXT = "Tickets rose by 4 per cent. The mayor smiled. Fares may rise again. Read also: Boats"
ARTICLE = MarkedArticle(
    name="fares",
    language="en",
    text=TEXT,
    must=(Wanted("Tickets rose by 4 per cent", "", "", ()),),
    may=("Fares may rise again.",),
    never=("Read also: Boats",),
)


def chosen(*wordings: str, text: str = TEXT) -> Extraction:
    """Return an extraction that chose exactly these stretches of the text."""
    starts = [(text.index(each), each) for each in wordings]
    rows = (Sentence(at, at + len(each), "body", 0.8, selected=True) for at, each in starts)
    return Extraction("en", tuple(rows), "test")


def judged(*wordings: str) -> list[Judged]:
    return judge_article(ARTICLE, lambda text: chosen(*wordings))


def test_a_quotation_is_found_by_a_sentence_that_holds_it() -> None:
    assert judged("Tickets rose by 4 per cent.") == [Judged("en", "must", 0.8, True)]


def test_a_quotation_nothing_holds_is_missed() -> None:
    assert judged() == [Judged("en", "must", 0.0, False)]


def test_other_sentences_count_as_what_the_gold_says_of_them_or_as_not_wanted() -> None:
    rows = judged("The mayor smiled.", "Fares may rise again.", "Read also: Boats")
    assert [each.label for each in rows] == ["must", "no", "may", "no"]


def test_a_sentence_that_swallowed_its_neighbours_finds_nothing_and_counts_as_wrong() -> None:
    text = TEXT + " And so it went on." * 60
    article = MarkedArticle("fares", "en", text, ARTICLE.must, (), ())
    rows = judge_article(article, lambda _text: chosen(text, text=text))
    assert rows == [Judged("en", "must", 0.0, False), Judged("en", "no", 0.8, True)]


def test_it_reads_the_gold_with_the_text_of_its_article(tmp_path: Path) -> None:
    wanted = {
        "quote": "4 per cent", "speaker": None, "cluster": "fares",
        "quantities": [{"value": 4.0, "unit": "%", "cmp": "="}],
    }  # fmt: skip
    gold = {"seed": "a.txt", "language": "en", "must": [wanted], "may": ["b"], "never": []}
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "fares.json").write_text(json.dumps(gold), encoding="utf-8")
    (article,) = read_gold(tmp_path, lambda path: f"text of {path.name}")
    assert article.text == "text of a.txt"
    assert article.must == (Wanted("4 per cent", "", "fares", ((4.0, "%"),)),)
    assert (article.name, article.language, article.may) == ("fares", "en", ("b",))
