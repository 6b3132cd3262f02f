"""`manage.py extract` on an HTML page: the article alone, in the file's own characters."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.sources.prose import prose_of

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>The pier lost 40 million dollars</title>
<meta name="description" content="Shares in Harbour Lines fell 17 per cent on Monday.">
<script>var shares = "Shares in Script Lines fell 18 per cent on Monday.";</script></head>
<body><nav><ul><li>Shares in Menu Lines fell 19 per cent on Monday.</li></ul></nav>
<article><h1>Pier loses money</h1>
<p>Shares in <b>Harbour&nbsp;Lines</b> fell 17 per cent on Monday.
   The pier lost
&pound;40 million last year, said Ruth Adler, who has run it since 2009.</p>
<p>The harbour employs 1,200 people &amp; paid them <i>30 million</i> dollars last year.</p>
<p>Its rival in Hull, which opened three years ago, sold 2 million tickets in the same time.</p>
</article><footer>Harbour Post paid 12 million dollars for it in 2019.</footer></body></html>
"""


def selected_in(page: str, path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    path.write_text(page, encoding="utf-8")
    call_command("extract", str(path), "--json")
    row = json.loads(capsys.readouterr().out)
    return [page[s["start"] : s["end"]] for s in row["sentences"] if s["selected"]]


def test_it_reads_the_article_of_a_page_and_counts_the_files_characters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = selected_in(PAGE, tmp_path / "page.html", capsys)
    assert found[0] == "Shares in <b>Harbour&nbsp;Lines</b> fell 17 per cent on Monday."
    assert [wording.split()[0] for wording in found] == ["Shares", "The", "The", "Its"]


def test_a_text_file_with_markup_in_it_is_read_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert any("Menu Lines" in s for s in selected_in(PAGE, tmp_path / "page.txt", capsys))


def test_what_is_left_out_of_a_page_is_blank_and_nothing_moves() -> None:
    prose = prose_of(PAGE)
    assert len(prose) == len(PAGE)
    assert all(new in {old, " ", "\n"} for new, old in zip(prose, PAGE, strict=True))
    assert [line.split()[0] for line in prose.splitlines() if line.strip()] == [
        "Pier",
        "Shares",
        "The",
        "Its",
    ]


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<script>", "<!--", "-->", "&amp;", "a 中\n", "<"]))
)
def test_any_page_keeps_its_length(parts: list[str]) -> None:
    page = "".join(parts)
    assert len(prose_of(page)) == len(page)
