"""The command that reads strings and checks their translations."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from factcheck.catalogues.places import catalogue_files
from factcheck.catalogues.updating import begin


def test_it_says_what_a_catalogue_lacks(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.catalogues.places.LOCALE", tmp_path)
    begin("id")
    told = StringIO()
    with pytest.raises(CommandError, match="faults in the catalogues"):
        call_command("messages", check=True, stderr=told)
    assert "id: missing: 'Published verdicts'" in told.getvalue()


def test_it_reads_what_is_new_into_the_catalogues(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.catalogues.places.LOCALE", tmp_path)
    call_command("messages", begin="ms")
    [path] = catalogue_files().values()
    assert 'msgid "Published verdicts"' in path.read_text(encoding="utf-8")
    assert path.with_suffix(".mo").exists()
