"""Texts put aside on disk until all are there: a hundred thousand would not fit into memory."""

from __future__ import annotations

from collections.abc import Hashable
from typing import IO

_BLOCK = 1 << 20  # bytes copied at once


class Spool:
    """Texts under keys; those of a key are given back in the order they came in."""

    def __init__(self, file: IO[bytes]) -> None:
        """Keep them in `file`, which is empty, and read and written by nobody else."""
        self._file = file
        self._spans: dict[Hashable, list[tuple[int, int]]] = {}

    def add(self, key: Hashable, text: str) -> None:
        """Put `text` behind those of `key`."""
        start = self._file.tell()
        self._file.write(text.encode())
        spans, end = self._spans.setdefault(key, []), self._file.tell()
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))

    def copy(self, key: Hashable, file: IO[bytes]) -> None:
        """Write the texts of `key` to `file`."""
        for start, end in self._spans.get(key, []):
            self._file.seek(start)
            left = end - start
            while left:
                block = self._file.read(min(left, _BLOCK))
                file.write(block)
                left -= len(block)
        self._file.seek(0, 2)
