"""Files and functions stay small enough to be read at one sitting."""

from __future__ import annotations

from statistics import mean, median

from tests.arch.sources import ROOT, functions_in, source_files

VAGUE = {"utils", "helpers", "common", "managers", "misc", "shared", "base", "core"}


def lines_of_files() -> dict[str, int]:
    return {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in source_files()
    }


def lines_of_functions() -> dict[str, int]:
    return {
        f"{path.relative_to(ROOT)}:{name}": lines
        for path in source_files()
        for name, lines in functions_in(path)
    }


def test_no_file_is_over_400_lines_and_half_are_under_80() -> None:
    lines = lines_of_files()
    assert [name for name, count in lines.items() if count > 400] == []
    assert median(lines.values()) <= 80


def test_no_function_is_over_60_lines_and_the_mean_is_under_14() -> None:
    lines = lines_of_functions()
    assert [name for name, count in lines.items() if count > 60] == []
    assert mean(lines.values()) <= 14


def test_every_file_is_named_after_the_thing_in_it() -> None:
    assert [str(path) for path in source_files() if path.stem in VAGUE] == []
