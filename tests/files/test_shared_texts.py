"""What is shared from a telephone tells its title and address, and an article does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.sources.hard_wraps import joined, unwrapped
from claims.sources.reading import read_article
from claims.sources.share import Shared, shared_in

URL = "https://gazette.example/2026/03/harga-beras?id=7"
LONG = "Harga beras naik 4,5 persen. " * 30


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        (f"Harga beras naik\n{URL}", Shared("Harga beras naik", URL)),
        (f"Harga beras naik\n\n{URL}\n", Shared("Harga beras naik", URL)),
        (f"Harga beras naik - {URL}", Shared("Harga beras naik", URL)),
        (f"米价上涨 {URL}。", Shared("米价上涨", URL)),
        (f"米价上涨\n{URL}\n\nShared from a reader", Shared("米价上涨", URL)),
        (f"米价上涨。\n{LONG}\n{URL}", Shared("", URL)),
        (URL, Shared("", URL)),
        ("Harga beras naik", Shared()),
        (f"{LONG}\nSee {URL} for more.\n{LONG}", Shared()),
        (f"{LONG} More at {URL}", Shared()),
        (f"{URL}\nhttps://other.example/", Shared()),
        ("", Shared()),
    ],
)
def test_an_address_is_the_article_s_own_only_where_apps_put_it(text: str, shared: Shared) -> None:
    assert shared_in(text) == shared


def test_a_shared_text_stays_as_it_came() -> None:
    text = f"Harga beras naik\n{URL}"
    article = read_article(text.encode(), "share.txt", max_bytes=1000, max_characters=1000)
    assert (article.text, article.title, article.url) == (text, "Harga beras naik", URL)


@given(st.text())
def test_any_text_is_looked_through(text: str) -> None:
    shared = shared_in(text)
    assert shared.title in text
    assert shared.url in text


def wrapped(words: list[str], width: int) -> str:
    """Return the words in lines as wide as they fit."""
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines)


@given(st.lists(st.sampled_from(["harga", "beras", "naik", "dan", "persen"]), min_size=40))
def test_lines_that_were_wrapped_are_one_paragraph_again(words: list[str]) -> None:
    text = wrapped(words, 72)
    assert unwrapped(f"{text}\n\nSalam,\nHumas") == f"{' '.join(words)}\n\nSalam,\nHumas"


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("Para anak-", "anak bermain", "Para anak-anak bermain"),
        ("the govern-", "ment said", "the government said"),
        ("COVID-", "19 spread", "COVID-19 spread"),
        ("naik 4,5", "persen", "naik 4,5 persen"),
        ("港務局週", "一表示", "港務局週一表示"),
        ("港務局 said", "港務", "港務局 said 港務"),
    ],
)
def test_two_lines_are_joined_as_their_script_is_written(
    first: str, second: str, whole: str
) -> None:
    assert joined(first, second) == whole
