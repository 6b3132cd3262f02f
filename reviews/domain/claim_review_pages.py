"""JSON-LD out of a page or a file, as text that may hold anything."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

from reviews.domain.claim_review_catalogue import RULES
from reviews.domain.claim_review_findings import Finding, shortened

MEDIA_TYPE = "application/ld+json"


def structured_data(text: str) -> tuple[Any, list[Finding]]:
    """Return the JSON of a file, or of all JSON-LD of a page as a list, and what cannot be read.

    One block stands for itself, so that paths start at it; without any the value is an empty list.
    """
    is_page = text.lstrip("\ufeff \t\r\n").startswith("<")
    blocks = _blocks_of(text) if is_page else [text.removeprefix("\ufeff")]
    values, faults = [], []
    for at, block in enumerate(blocks):
        path = "$" if len(blocks) == 1 else f"$[{at}]"
        try:
            values.append(json.loads(block))
        except ValueError as error:
            faults.append(Finding(RULES["not_json"], path, shortened(error)))
            values.append(None)
        except RecursionError:
            faults.append(Finding(RULES["too_deep"], path))
            values.append(None)
    return (values[0] if len(values) == 1 else values), faults


class _Scripts(HTMLParser):
    """Collects what stands in the script elements of JSON-LD."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").partition(";")[0].strip().lower()
        if tag == "script" and kind == MEDIA_TYPE:
            self.is_inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.is_inside = False

    def handle_data(self, data: str) -> None:
        if self.is_inside:
            self.found[-1] += data


def _blocks_of(page: str) -> list[str]:
    scripts = _Scripts()
    scripts.feed(page)
    scripts.close()
    return scripts.found
