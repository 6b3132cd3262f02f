"""An export of the log, checked by the script an outsider runs: no change to it goes unseen."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.accounts.models import User
from factcheck.audit import verify_export
from factcheck.audit.export import Target, export_lines
from factcheck.audit.models import AuditHead
from tests.audit import write_events
from tests.factories import make_evidence
from tests.walks import drafted_verdict

SCRIPT = Path(verify_export.__file__)


def run_script(path: Path) -> subprocess.CompletedProcess[str]:
    """Run the script as an outsider would: with no package of the project at hand."""
    command = [sys.executable, "-I", "-S", str(SCRIPT), str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=path.parent)


def test_an_outsider_finds_an_export_whole(tmp_path: Path) -> None:
    write_events(5)
    path = tmp_path / "log.jsonl"
    path.write_text("".join(export_lines()), encoding="utf-8")
    done = run_script(path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("whole: 5 events, 0 of them left out")
    assert AuditHead.objects.get().hash in done.stdout


def test_an_outsider_is_told_the_first_bad_line(tmp_path: Path) -> None:
    write_events(5)
    lines = list(export_lines())
    path = tmp_path / "log.jsonl"
    path.write_text("".join([*lines[:3], *lines[4:]]), encoding="utf-8")
    done = run_script(path)
    assert done.returncode == 1
    assert "NOT WHOLE: line 4" in done.stdout


def test_a_file_that_is_not_there_is_no_export(tmp_path: Path) -> None:
    assert run_script(tmp_path / "nothing.jsonl").returncode == 2


def test_the_script_needs_nothing_newer_than_python_3_8() -> None:
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_an_empty_log_is_exported_as_a_header_that_says_so() -> None:
    lines = list(export_lines())
    assert len(lines) == 1
    assert "whole: 0 events" in verify_export.verify(lines)


def test_a_part_of_the_log_is_whole_by_itself() -> None:
    ids = write_events(6)
    lines = list(export_lines(first=ids[2], last=ids[4]))
    assert [json.loads(line)["id"] for line in lines[1:]] == ids[2:5]
    assert verify_export.verify(lines).startswith("whole: 3 events")


def test_an_extract_tells_of_one_thing_and_proves_the_rest_by_digests(fact_checker: User) -> None:
    write_events(2)
    verdict = drafted_verdict(fact_checker)
    evidence = make_evidence(verdict.claim, fact_checker)
    write_events(2)
    lines = list(export_lines(targets=[Target("claims.evidence", evidence.pk)]))
    rows = [json.loads(line) for line in lines[1:]]
    assert [row["action"] for row in rows if "digest" not in row] == ["evidence.add"]
    assert {frozenset(row) for row in rows if "digest" in row} == {
        frozenset({"id", "digest", "hash"})
    }
    assert len(rows) == 3
    assert "2 of them left out" in verify_export.verify(lines)
    assert rows[-1]["hash"] == AuditHead.objects.get().hash


def change(lines: list[str], at: int, other: int) -> list[str]:
    row = json.loads(lines[at])
    row["note"] = row.get("note", "") + "x"
    return [*lines[:at], json.dumps(row) + "\n", *lines[at + 1 :]]


def rename(lines: list[str], at: int, other: int) -> list[str]:
    return [*lines[:at], lines[at].replace("test.event", "test.other"), *lines[at + 1 :]]


def delete(lines: list[str], at: int, other: int) -> list[str]:
    return [*lines[:at], *lines[at + 1 :]]


def insert(lines: list[str], at: int, other: int) -> list[str]:
    return [*lines[:at], lines[other], *lines[at:]]


def swap(lines: list[str], at: int, other: int) -> list[str]:
    swapped = [*lines]
    swapped[at], swapped[other] = lines[other], lines[at]
    return swapped


def add_a_field(lines: list[str], at: int, other: int) -> list[str]:
    row = {**json.loads(lines[at]), "seen": True}
    return [*lines[:at], json.dumps(row) + "\n", *lines[at + 1 :]]


def cut(lines: list[str], at: int, other: int) -> list[str]:
    return lines[:at]


TAMPERING = [change, rename, delete, insert, swap, add_a_field, cut]


@pytest.fixture
def lines() -> list[str]:
    """An export of eight events."""
    write_events(8)
    return list(export_lines())


def test_any_line_tampered_with_is_found(lines: list[str]) -> None:
    @given(st.sampled_from(TAMPERING), st.integers(1, 8), st.integers(1, 8))
    def tampered(tampering: object, at: int, other: int) -> None:
        assert callable(tampering)
        export = tampering(lines, at, other)
        if export == lines:
            return
        with pytest.raises(verify_export.Bad, match="line"):
            verify_export.verify(export)

    tampered()


@given(st.lists(st.text(), max_size=4))
def test_any_text_at_all_is_an_export_or_is_not_and_never_an_accident(lines: list[str]) -> None:
    header = json.dumps({"format": verify_export.FORMAT, "lines": len(lines)})
    with pytest.raises(verify_export.Bad):
        verify_export.verify([header, *lines, "{}"])
    with pytest.raises(verify_export.Bad):
        verify_export.verify(lines)
