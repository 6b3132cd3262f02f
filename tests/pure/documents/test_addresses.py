"""Only what leads to a page becomes a link."""

from __future__ import annotations

import pytest

from reviews.exports.documents.sources import followable


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "http://[", ""]
)
def test_an_address_that_is_no_page_is_not_followed(url: str) -> None:
    assert followable(url) == ""


def test_the_address_of_a_page_is() -> None:
    assert followable("https://desk.example/?a=1#b") == "https://desk.example/?a=1#b"
