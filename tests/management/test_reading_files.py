"""The commands that read article files without a database: what they print, what they refuse."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

SAYING = "The tram company said it carried 4.2 million passengers in June, 9 per cent more."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with one statement to check, and bytes that are no UTF-8."""
    path = tmp_path / "tram.txt"
    path.write_bytes(f"{SAYING}\n\nMen\xfc\n".encode("latin-1"))
    return path


def printed(command: str, *arguments: str) -> str:
    out = io.StringIO()
    call_command(command, *arguments, stdout=out)
    return out.getvalue()


def test_extract_prints_the_statements_to_check_with_their_scores(article: Path) -> None:
    [line] = printed("extract", str(article)).splitlines()
    score, text = line.split("  ", 1)
    assert 0 < float(score) <= 1
    assert text == SAYING


def test_extract_prints_one_json_object_per_article(article: Path) -> None:
    rows = printed("extract", str(article), "--json").splitlines()
    assert [json.loads(row)["path"] for row in rows] == [str(article)]


def test_match_prints_each_claim_and_where_it_was_made(article: Path) -> None:
    twin = article.with_name("twin.txt")
    twin.write_bytes(article.read_bytes())
    assert printed("match", str(article), str(twin)).splitlines() == [
        SAYING,
        f"    {article}:0  {SAYING}",
        f"    {twin}:0  {SAYING}",
    ]


@pytest.mark.parametrize("command", ["extract", "match"])
@pytest.mark.parametrize("name", ["missing.txt", ""])
def test_a_file_that_cannot_be_read_is_named_without_a_traceback(
    command: str, name: str, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match=f"Cannot read {tmp_path / name}: "):
        printed(command, str(tmp_path / name))
