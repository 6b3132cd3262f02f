"""Who a text mentions, and a text in pieces."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.domain.comment_text import pieces
from reviews.domain.mentions import MOST, mentioned, mentions

NAMES = ["budi", "budi.santoso", "sari@bureau.example", "王小明", "Ana-Maria_2", "𠮷野", "é"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("@budi", ["budi"]),
        ("@Budi, look.", ["budi"]),
        ("Thanks @budi.", ["budi"]),
        ("Ask @budi.santoso.", ["budi.santoso"]),
        ("@budi... or not", ["budi"]),
        ("@budi.wijaya is nobody", []),
        ("@budiman, @budi_2, @budi-ana", []),
        ("请@budi看一下", ["budi"]),
        ("请@王小明看一下，还有@budi。", ["王小明", "budi"]),
        ("王@王小明", ["王小明"]),
        ("(@budi) “@é”", ["budi", "é"]),
        ("write to mail@budi or x+@budi", []),
        ("@sari@bureau.example and @sari", ["sari@bureau.example"]),
        ("@ana-maria_2 @ANA-MARIA_2", ["Ana-Maria_2"]),
        ("🙂@𠮷野🙂", ["𠮷野"]),
        ("@@budi @ budi", ["budi"]),
        ("", []),
    ],
)
def test_the_longest_name_that_fits_is_meant(text: str, named: list[str]) -> None:
    assert mentioned(text, NAMES) == named


def test_names_that_differ_by_case_alone_are_meant_as_they_are_written() -> None:
    assert mentioned("@Budi please, @budi too", ["Budi", "budi"]) == ["Budi", "budi"]


LETTERS = st.sampled_from(list("ab@.-_ ，看王é🙂\n:/h"))
TEXTS = st.text(LETTERS, max_size=60) | st.text(max_size=60)
KNOWN = st.lists(st.text(LETTERS, min_size=1, max_size=8), max_size=6)


@given(text=TEXTS, names=KNOWN)
def test_a_mention_is_the_name_as_it_stands_in_the_text(text: str, names: list[str]) -> None:
    end = 0
    for each in mentions(text, names):
        assert each.start >= end
        assert text[each.start : each.end].casefold() == f"@{each.name}".casefold()
        end = each.end


@given(before=TEXTS, name=st.sampled_from(NAMES), after=TEXTS)
def test_a_name_between_spaces_is_always_found(before: str, name: str, after: str) -> None:
    assert name in [each.name for each in mentions(f"{before} @{name} {after}", NAMES)]


@given(text=TEXTS, names=KNOWN)
def test_the_pieces_together_are_the_text(text: str, names: list[str]) -> None:
    assert "".join(piece.text for piece in pieces(text, names)) == text
    assert "" not in [piece.text for piece in pieces(text, names)]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("See https://a.example/b.", "https://a.example/b"),
        ("(https://a.example/b)", "https://a.example/b"),
        ("https://a.example/b_(c)?d=1&e=2#f", "https://a.example/b_(c)?d=1&e=2#f"),
        ("见https://a.example/b。好", "https://a.example/b"),
        ("https://a.example/b看", "https://a.example/b"),
        ("https://social.example/@budi", "https://social.example/@budi"),
        ('<a href="https://a.example">', "https://a.example"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, url: str) -> None:
    assert [piece.url for piece in pieces(text, NAMES) if piece.url or piece.name] == [url]


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "http://.", "ftp://a.example", "a.example"]
)
def test_nothing_else_is_an_address(text: str) -> None:
    assert [piece.url for piece in pieces(text, NAMES) if piece.url] == []


@pytest.mark.parametrize("part", ["@", "@a", "http://", "https://a.example/(", ").,", "@budi"])
def test_the_longest_text_of_the_oddest_kind_is_read_at_once(part: str) -> None:
    text = part * (5000 // len(part))
    began = time.process_time()
    assert len(mentioned(text, [*NAMES, "a" * 150])) <= MOST
    pieces(text, NAMES)
    assert time.process_time() - began < 1.5
