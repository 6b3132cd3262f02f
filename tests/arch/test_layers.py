"""What can be tried without the framework. Who may import whom, `make layers` says."""

from __future__ import annotations

import subprocess
import sys

from tests.arch.sources import ROOT

PURE = (
    "claims/chat", "claims/evidence", "claims/extraction", "claims/matching", "claims/scorecard",
    "claims/search", "reviews/domain",
)  # fmt: skip


def modules_of(package: str) -> list[str]:
    files = sorted((ROOT / package).rglob("*.py"))
    return [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files]


def test_the_pure_packages_can_be_tried_without_settings() -> None:
    """One interpreter for all: to load what they stand on takes the longest."""
    program = "\n".join(
        [
            "import importlib, sys",
            "from django.conf import settings",
            f"for package in {[modules_of(package) for package in PURE]!r}:",
            "    for name in package: importlib.import_module(name)",
            "    assert not settings.configured, package[0]",
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
