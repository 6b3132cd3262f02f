"""The document shows the table of states as it is."""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command

from reviews.management.commands.render_workflow import BEGIN, DOCUMENT, END


def test_the_document_is_up_to_date(tmp_path: Path) -> None:
    copy = tmp_path / "workflow.md"
    copy.write_text(DOCUMENT.read_text(encoding="utf-8"), encoding="utf-8")
    call_command("render_workflow", document=copy)
    assert copy.read_text(encoding="utf-8") == DOCUMENT.read_text(encoding="utf-8"), (
        "docs/workflow.md is out of date: run `python manage.py render_workflow`"
    )


def test_what_people_wrote_around_it_stays(tmp_path: Path) -> None:
    document = tmp_path / "workflow.md"
    document.write_text(f"Before\n{BEGIN}Written long ago.\n{END}After\n", encoding="utf-8")
    call_command("render_workflow", document=document)
    text = document.read_text(encoding="utf-8")
    assert text.startswith(f"Before\n{BEGIN}")
    assert text.endswith(f"{END}After\n")
    assert "Written long ago" not in text
