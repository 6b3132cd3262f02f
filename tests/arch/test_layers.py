"""Who may import whom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.arch.sources import ROOT

PURE = (
    "claims/chat", "claims/extraction", "claims/matching", "claims/scorecard", "reviews/domain",
)  # fmt: skip


def modules_of(package: str) -> list[str]:
    files = sorted((ROOT / package).rglob("*.py"))
    return [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]


def test_each_layer_imports_only_what_is_under_it() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("package", PURE)
def test_a_pure_package_can_be_tried_without_settings(package: str) -> None:
    program = "\n".join(
        [
            "import importlib, sys",
            f"for name in {modules_of(package)!r}: importlib.import_module(name)",
            "from django.conf import settings",
            "assert not settings.configured",
        ]
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
