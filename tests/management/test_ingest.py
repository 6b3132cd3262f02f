"""`manage.py ingest`: files, folders and JSON Lines become articles."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.models import Article

pytestmark = pytest.mark.django_db


def ingest(*paths: Path) -> str:
    out = io.StringIO()
    call_command("ingest", *paths, stdout=out, stderr=out)
    return out.getvalue()


def test_it_takes_in_a_folder_with_what_lies_beside_the_texts(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text("The quay cost $31 million.", encoding="utf-8")
    about = {"title": "A new quay", "outlet": "Harbour Gazette"}
    (tmp_path / "quay.json").write_text(json.dumps(about), encoding="utf-8")
    assert "1 taken in" in ingest(tmp_path)
    article = Article.objects.get()
    assert article.source is not None
    assert (article.title, article.source.name) == ("A new quay", "Harbour Gazette")
    assert article.received_name == "quay.txt"
    assert article.due_at is not None


def test_it_takes_in_each_line_of_a_json_lines_file(tmp_path: Path) -> None:
    lines = [{"text": f"第{number}座码头耗资{number}亿元。"} for number in (2, 3)]
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert "2 taken in" in ingest(path)


def test_a_second_time_it_knows_them_all(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text("The quay cost $31 million.", encoding="utf-8")
    ingest(tmp_path)
    assert "0 taken in, 1 known already, 0 refused." in ingest(tmp_path)
    assert Article.objects.count() == 1


def test_what_cannot_be_read_is_named_and_the_rest_is_taken(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("The quay cost $31 million.", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    err = io.StringIO()
    with pytest.raises(CommandError, match="1 of 2"):
        call_command("ingest", good, empty, stdout=io.StringIO(), stderr=err)
    assert "empty.txt" in err.getvalue()
    assert Article.objects.count() == 1
