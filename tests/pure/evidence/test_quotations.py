"""Quotations found again: word for word, written differently, changed, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.evidence.quotations import find_quote, find_same

PAGE = (
    "Menu\nHarbour news\n\nThe port handled 2.4 million boxes in May, the bureau said. 😀\n"
    "“Nobody was hurt,” said Ms Sari.\n"
    "The port handled 2.4 million boxes in May, the bureau said.\n"
    "港務局表示，五月處理了二百四十萬個貨櫃，比去年增加百分之十二。\nCopyright"
)
QUOTE = "The port handled 2.4 million boxes in May, the bureau said."
TEXTS = st.text(alphabet="ab 1.,港口年處😀\n\u200b", max_size=60)


@pytest.mark.parametrize(
    ("quote", "how", "words"),
    [
        (QUOTE, "exact", QUOTE),
        (f"  {QUOTE}\n", "exact", QUOTE),
        ('"Nobody was hurt", said Ms Sari.', "folded", "Nobody was hurt,” said Ms Sari"),
        ("nobody was\u00a0HURT", "folded", "Nobody was hurt"),
        ("五月处理了二百四十万个货柜", "folded", "五月處理了二百四十萬個貨櫃"),
        ("五月处理了二百六十万个货柜", "fuzzy", "五月處理了二百四十萬個貨櫃"),
        ("The port handled 24 million boxes in May, the bureau said.", "fuzzy", QUOTE.rstrip(".")),
        ("In May the port handled 3.1 million boxes, the bureau said", "fuzzy", None),
    ],
)
def test_a_quotation_is_found_and_says_how(quote: str, how: str, words: str | None) -> None:
    found = find_quote(PAGE, quote)
    assert found is not None
    assert found.how == how
    assert words is None or found.span.of(PAGE) == words
    assert (found.likeness == 1) == (how != "fuzzy")


@pytest.mark.parametrize(
    "quote",
    ["", "  ", "…", "The minister resigned on Friday over the loan.", "部長星期五因貸款案辭職下台"],
)
def test_what_the_page_does_not_say_is_not_found(quote: str) -> None:
    assert find_quote(PAGE, quote) is None


def test_of_two_places_the_one_between_the_same_words_is_meant() -> None:
    first, second = PAGE.index(QUOTE), PAGE.rindex(QUOTE)
    assert first != second
    near_first = find_quote(PAGE, QUOTE, before="HARBOUR NEWS\n")
    near_second = find_quote(PAGE, QUOTE, before="said Ms Sari.", after="港务局表示")
    assert near_first is not None
    assert near_second is not None
    assert (near_first.span.start, near_second.span.start) == (first, second)


@given(TEXTS, TEXTS, TEXTS)
def test_what_stands_in_a_text_is_found_there(before: str, quote: str, after: str) -> None:
    found = find_quote(before + quote + after, quote, before, after)
    if quote.strip():
        assert found is not None
        assert found.how == "exact"
        assert found.span.of(before + quote + after) == quote.strip()
    else:
        assert found is None


@given(TEXTS, TEXTS)
def test_whatever_is_found_is_a_stretch_of_the_text(text: str, quote: str) -> None:
    found = find_quote(text, quote)
    if found is not None:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert 0 < found.likeness <= 1


LONG = " ".join(f"In week {number} the quay took {number * 37} boxes." for number in range(120))
HAN = "".join(f"第{number}周码头处理了{number * 37}个货柜。" for number in range(150))


@pytest.mark.parametrize("quote", [LONG, HAN], ids=["long", "han"])
def test_a_long_passage_is_found_when_a_figure_in_it_changed(quote: str) -> None:
    page = f"{PAGE}\n{quote}\n{PAGE * 20}"
    for figure in ("37", str(59 * 37), str(118 * 37)):
        wanted = quote.replace(figure, "9" * len(figure), 1)
        found = find_quote(page, wanted)
        assert found is not None
        assert found.how == "fuzzy"
        assert found.likeness > 0.98
        assert found.span.of(page).strip(" .。\n") == quote.strip(" .。\n")


def test_a_long_passage_that_is_away_is_not_found() -> None:
    assert find_quote(PAGE * 50, LONG) is None
    assert find_quote(HAN * 5, LONG) is None


def test_what_was_changed_is_like_the_quotation_and_not_the_same() -> None:
    text = f"It rained. {QUOTE} The boats stayed out."
    changed = QUOTE.replace("May", "June")
    assert changed != QUOTE
    assert find_same(text, QUOTE) == find_quote(text, QUOTE)
    assert find_same(text, changed) is None
    assert find_quote(text, changed)
