"""What docs/api.md names exists; the page at /api/v1/docs works in a browser under the CSP."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.urls import resolve
from playwright.sync_api import sync_playwright

from tests.chromium import launch, needs_chromium

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "api.md"
TOKEN = "00000000-0000-0000-0000-000000000000"
REQUEST = re.compile(r"`(GET|POST|PUT|PATCH|DELETE) (?:/api/v1)?(/[^` ]+)`?")


def test_every_request_the_document_names_is_answered() -> None:
    requests = REQUEST.findall(DOCUMENT.read_text(encoding="utf-8"))
    assert len(requests) > 10
    for method, path in requests:
        match = resolve(f"/api/v1{path.partition('?')[0].replace('TOKEN', TOKEN)}")
        assert match.url_name, path
        assert hasattr(match.func, "cls"), path
        assert hasattr(match.func.cls, method.lower()), f"{method} {path}"


@pytest.mark.browser
@needs_chromium
def test_the_page_to_try_the_api_breaks_no_security_policy(live_server: Any) -> None:
    said: list[str] = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda request: said.append(request.url))
        page.goto(f"{live_server.url}/api/v1/docs")
        page.locator("#operations-tag-queue").click()
        page.get_by_text("/api/v1/queue/take-next").first.wait_for()
        browser.close()
    foreign = [line for line in said if line.startswith("http") and live_server.url not in line]
    assert not foreign
    assert not [line for line in said if "Security Policy" in line]
