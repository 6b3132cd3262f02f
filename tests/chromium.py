"""The real browser of the tests: Debian's Chromium, driven by Playwright.

Playwright's own browser builds cannot be had everywhere. Without Chromium these tests are skipped
with a word on how to install it; on CI, which installs it, they fail instead.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

needs_chromium = pytest.mark.skipif(
    not Path(CHROMIUM).exists() and "CI" not in os.environ,
    reason=f"{CHROMIUM} is missing: apt-get install chromium fonts-noto-cjk, or set CHROMIUM",
)


def launch(playwright: Playwright) -> Browser:
    """Start a headless Chromium; the caller closes it."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
