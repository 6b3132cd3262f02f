"""Large XML from strangers, row by row: no tree of it is ever built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from django.utils.translation import gettext as _
from lxml import etree

from factcheck.errors import InvalidInput

# A sitemap may name 50,000 pages: ten elements for each. Rows of 20 MB could hold five million.
MOST_ELEMENTS = 500_000
MAX_FIELD = 4_096  # characters; no address or title that is taken is longer
AT_ONCE = 64 * 1024  # characters

Row = dict[str, str]


def xml_rows(text: str, *, name: str) -> Iterator[Row]:
    """Yield the children of the root called `name`: the texts of all that is in one, by name.

    The first of a name counts; names are lower case, without the namespaces that sites get wrong.
    Mistakes and entities are passed over, and nothing outside is loaded. Raises InvalidInput when
    there are more than MOST_ELEMENTS elements.
    """
    rows = _Rows(name)
    # A cast: comments and the like are never asked for, but the type of a target has them.
    parser = etree.XMLParser(
        target=cast("etree.ParserTarget[None]", rows), encoding="utf-8", recover=True,
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
    )  # fmt: skip
    try:
        for start in range(0, len(text), AT_ONCE):
            parser.feed(text[start : start + AT_ONCE].encode())
            yield from rows.taken()
        parser.close()
    except etree.XMLSyntaxError:
        pass  # no more can be read: what was whole before counts
    yield from rows.taken()


class _Rows:
    """What the parser tells of the elements it meets."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._open: list[str] = []
        self._elements = 0
        self._row: Row = {}
        self._text: list[str] | None = None
        self._rows: list[Row] = []

    def taken(self) -> list[Row]:
        """Return the rows since the last call."""
        rows, self._rows = self._rows, []
        return rows

    def start(self, tag: str, _attributes: object) -> None:
        """Begin an element; the text of the one around it is over."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            message = _("This sitemap is too large to be read.")
            raise InvalidInput("file", message, code="file_too_large")
        self._keep()
        self._open.append(tag.rpartition("}")[2].rpartition(":")[2].lower())
        self._text = [] if len(self._open) > 2 and self._open[1] == self._name else None

    def data(self, text: str) -> None:
        """Take a piece of text in."""
        if self._text is not None:
            self._text.append(text)

    def end(self, _tag: str) -> None:
        """Finish an element, and with it perhaps a row."""
        self._keep()
        if len(self._open) == 2 and self._open[1] == self._name:
            self._rows.append(self._row)
        if len(self._open) <= 2:
            self._row = {}
        self._open.pop()

    def close(self) -> None:
        """Leave out what the end of the file cut off."""

    def _keep(self) -> None:
        """Note the text of the innermost element unless its name had one before."""
        if self._text is not None:
            self._row.setdefault(self._open[-1], " ".join("".join(self._text).split())[:MAX_FIELD])
            self._text = None
