"""What docs/webhooks.md tells receivers to do works on what is sent."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any, cast

import pytest

from reviews.domain.webhooks import signature
from tests.arch.sources import ROOT

SECRET, BODY = "whsec_of-a-test", '{"id": "1", "note": "港口"}'.encode()


@pytest.fixture(scope="module")
def is_from_the_desk() -> Callable[..., bool]:
    """The example of the document, as a receiver would copy it."""
    document = (ROOT / "docs" / "webhooks.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", document, re.DOTALL)
    copied: dict[str, Any] = {}
    exec(example, copied)  # noqa: S102 - it is our own document
    return cast("Callable[..., bool]", copied["is_from_the_desk"])


def test_the_example_knows_what_is_ours(is_from_the_desk: Callable[..., bool]) -> None:
    header = signature(SECRET, BODY, timestamp=int(time.time()))
    assert is_from_the_desk(SECRET, header, BODY)


@pytest.mark.parametrize(
    "header",
    ["", "t=,v1=", "v1=00", "t=1", "=", "t=x,v1=00", "t=1,v1=\u00e4"],
)
def test_the_example_refuses_what_is_no_signature(
    is_from_the_desk: Callable[..., bool], header: str
) -> None:
    assert not is_from_the_desk(SECRET, header, BODY)


def test_the_example_refuses_what_was_changed_or_recorded(
    is_from_the_desk: Callable[..., bool],
) -> None:
    now = int(time.time())
    header = signature(SECRET, BODY, timestamp=now)
    assert not is_from_the_desk("another secret", header, BODY)
    assert not is_from_the_desk(SECRET, header, BODY + b" ")
    assert not is_from_the_desk(SECRET, header.replace(f"t={now}", f"t={now - 1}"), BODY)
    assert not is_from_the_desk(SECRET, signature(SECRET, BODY, timestamp=now - 301), BODY)
