"""Why a file cannot be read, as an id: what reads it may know no framework and no language."""

from __future__ import annotations


class Unreadable(Exception):
    """A file that cannot be taken. `code` says why (`refusals.py` has the sentences).

    `details` are what the sentence names, by name.
    """

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
