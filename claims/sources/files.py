"""Articles on disk: files, folders and JSON Lines, each with what is known of it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from claims.sources.kinds import SUFFIXES
from factcheck.errors import InvalidInput

JSON_LINES = {".jsonl", ".ndjson"}


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """One article of a batch: bytes, a name people recognise, and metadata by field name.

    `refusal` says why it cannot be taken; then `data` is empty.
    """

    name: str
    data: bytes = b""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    refusal: InvalidInput | None = None


def find_articles(paths: list[Path], *, max_bytes: int) -> Iterator[FoundArticle]:
    """Yield the articles under `paths` in a stable order; what cannot be read is yielded refused.

    A folder gives the files that can be read, at any depth, and its JSON Lines. A file `x.json`
    beside `x.txt` or `x.pdf` holds its metadata. More than `max_bytes` of a file are not read.
    """
    for path in paths:
        if path.is_dir():
            readable = JSON_LINES.union(SUFFIXES)
            for file in sorted(path.rglob("*")):
                if file.suffix.lower() in readable:
                    yield from _find(file, max_bytes)
        else:
            yield from _find(path, max_bytes)


def _find(path: Path, max_bytes: int) -> Iterator[FoundArticle]:
    name = str(path)
    try:
        if path.suffix.lower() in JSON_LINES:
            yield from _find_lines(path, max_bytes)
            return
        with path.open("rb") as file:
            # One byte more than allowed, so that the reader can tell that it is too large.
            data = file.read(max_bytes + 1)
        yield FoundArticle(name, data, _sidecar(path))
    except OSError as error:
        reason = error.strerror or str(error)
        yield FoundArticle(name, refusal=_refusal(name, reason, "file_unreadable"))
    except InvalidInput as error:
        yield FoundArticle(name, refusal=error)


def _find_lines(path: Path, max_bytes: int) -> Iterator[FoundArticle]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(2 * max_bytes + 1):
            number += 1
            if line.strip():
                yield _of_line(f"{path}:{number}", line)


def _of_line(name: str, line: bytes) -> FoundArticle:
    try:
        row = json.loads(line)
    except ValueError:
        return FoundArticle(name, refusal=_refusal(name, _("the line is no JSON"), "json"))
    if not isinstance(row, dict):
        return FoundArticle(name, refusal=_refusal(name, _("the line is no JSON object"), "json"))
    kind = "html" if row.get("html") else "txt"
    text = row.pop("html", None) or row.pop("text", None)
    if not isinstance(text, str):
        reason = _("it has neither text nor html")
        return FoundArticle(name, refusal=_refusal(name, reason, "text"))
    try:
        return FoundArticle(f"{name}.{kind}", text.encode(), metadata_of(name, row))
    except UnicodeEncodeError:
        return FoundArticle(name, refusal=_refusal(name, _("its text is no Unicode"), "text"))
    except InvalidInput as error:
        return FoundArticle(name, refusal=error)


def _sidecar(path: Path) -> Mapping[str, Any]:
    beside = path.with_suffix(".json")
    if not beside.is_file():
        return {}
    try:
        row = json.loads(beside.read_bytes())
    except ValueError as error:
        raise _refusal(str(beside), _("it is no JSON"), "json") from error
    if not isinstance(row, dict):
        raise _refusal(str(beside), _("it is no JSON object"), "json")
    return metadata_of(str(beside), row)


def metadata_of(name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the known fields of `row`, checked; unknown fields are left out.

    Raises InvalidInput naming the field: a text field must be a text, `published_at` a date or
    time in ISO 8601.
    """
    fields = ("url", "title", "author", "outlet", "site", "country", "language")
    metadata: dict[str, Any] = {key: row[key] for key in fields if row.get(key)}
    for key, value in metadata.items():
        if not isinstance(value, str):
            raise _refusal(name, _("%(field)s is no text") % {"field": key}, key)
    if row.get("published_at"):
        metadata["published_at"] = _time(name, row["published_at"])
    return metadata


def _time(name: str, value: Any) -> datetime.datetime:
    try:
        time = datetime.datetime.fromisoformat(value)
    except (TypeError, ValueError) as error:
        reason = _("published_at is no ISO 8601 time such as 2026-09-14T08:30:00+07:00")
        raise _refusal(name, reason, "published_at") from error
    return time if time.tzinfo else time.replace(tzinfo=datetime.UTC)


def _refusal(name: str, reason: str, code: str) -> InvalidInput:
    message = _("%(file)s was not taken: %(reason)s.") % {"file": name, "reason": reason}
    return InvalidInput("file", message, code=code)
