"""An HTML report is one page that shows every text and runs none."""

from __future__ import annotations

from html.parser import HTMLParser

from reviews.exports.documents.html import write_html
from tests.services.documents.conftest import Made
from tests.services.documents.desk import HOSTILE, STORIES, written

ACTIVE = {"script", "img", "iframe", "object", "embed", "form", "link", "base", "svg"}
EMPTY = {"meta", "br"}


class Page(HTMLParser):
    """What a browser makes of a page: its texts by language, its elements and attributes."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[tuple[str, str]] = []
        self._languages: list[str] = []
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = {name: value or "" for name, value in attrs}
        self.attributes.extend(given.items())
        if tag not in EMPTY:
            self._languages.append(given.get("lang") or (self._languages or [""])[-1])

    def handle_endtag(self, tag: str) -> None:
        self._languages.pop()

    def handle_data(self, data: str) -> None:
        self.texts.append(((self._languages or [""])[-1], data.strip()))

    def values(self, name: str) -> list[str]:
        return [value for each, value in self.attributes if each == name]


def test_every_text_stands_in_its_language_and_none_is_markup(made: Made) -> None:
    page = Page(made.html)
    for story in STORIES:
        assert (story.language, story.claim) in page.texts
        assert (story.language, story.explanation.splitlines()[0]) in page.texts
    assert HOSTILE.claim in {text for _language, text in page.texts}
    assert not page.tags & (ACTIVE | {"b"})  # a hostile text has a <b>
    assert not [name for name, _value in page.attributes if name.startswith("on")]
    links = page.values("href")
    assert all(link.startswith(("#", "https://", "http://")) for link in links)
    assert not [link for link in links if "evil" in link]
    targets = {link.removeprefix("#") for link in links if link.startswith("#")}
    assert targets <= set(page.values("id"))


def test_groups_are_headings_with_their_counts_and_withdrawn_verdicts_are_marked(
    made: Made,
) -> None:
    texts = [text for _language, text in Page(made.grouped_html).texts]
    groups = ["English (2)", "Indonesian (1)", "Simplified Chinese (1)", "Traditional Chinese (1)"]
    assert [text for text in texts if text in groups] == groups * 2
    claims = [story.claim for story in (*STORIES, HOSTILE)]
    order = [text for text in texts if text in claims]
    assert order[5:10] == [claims[0], claims[4], claims[1], claims[2], claims[3]]
    assert "– Mostly false (retracted)" in texts
    assert "The log was of <another> year." in texts


def test_a_report_of_nothing_is_a_page_that_says_so() -> None:
    texts = [text for _language, text in Page(written(write_html)).texts]
    assert "No verdict fits these filters." in texts
