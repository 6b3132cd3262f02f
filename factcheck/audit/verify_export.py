"""Checks an export of a factcheck desk's audit log: python verify_export.py export.jsonl

Needs Python 3.8 or later and nothing else, and uses nothing of the desk's own code. Exit status 0:
the export is whole; 1: the first bad line is named; 2: it could not be read.

The hash of an event is SHA-256(hash of the event before + digest); the digest is SHA-256 of the
canonical JSON (UTF-8, keys sorted, no white space) of its content, all fields but id and hash.
Of an event that was left out the line holds the digest instead of the content.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FORMAT = "factcheck-audit-1"


class Bad(Exception):
    """The export is not whole; says which line shows it."""


def sha256(text: str) -> str:
    """Return the digest of `text` as 64 hex digits; half a surrogate pair only makes it another."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def digest_of(row: dict[str, Any]) -> str:
    """Return the digest of an event's content, or the one that stands for it."""
    content = {name: value for name, value in row.items() if name not in ("id", "hash")}
    if set(content) == {"digest"}:
        return str(content["digest"])
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def read(number: int, line: str) -> dict[str, Any]:
    """Return the object in a line."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Bad(f"line {number} is no JSON") from error
    if not isinstance(row, dict):
        raise Bad(f"line {number} is no JSON object")
    return row


def verify(lines: Iterable[str]) -> str:
    """Return what was proven of the export. Raises Bad naming the first line that is not right."""
    numbered = enumerate(lines, start=1)
    header = read(*next(numbered, (1, "")))
    if header.get("format") != FORMAT:
        raise Bad(f"line 1 is no header of the format {FORMAT}")
    previous, last_id, count, left_out = header.get("previous_hash"), 0, 0, 0
    for number, line in numbered:
        row = read(number, line)
        if not isinstance(row.get("id"), int) or row["id"] <= last_id:
            raise Bad(f"line {number}: its id is not higher than the one before")
        if row.get("hash") != sha256(f"{previous}{digest_of(row)}"):
            raise Bad(f"line {number} (event {row['id']}) does not fit its hash or the line before")
        previous, last_id = row["hash"], row["id"]
        count, left_out = count + 1, left_out + ("digest" in row)
    if count != header.get("lines") or (count and previous != header.get("last_hash")):
        raise Bad(f"line {count + 1} is the last, but the header tells of {header.get('lines')}")
    return (
        f"whole: {count} events, {left_out} of them left out but for their digests;"
        f" last event {last_id}, hash {previous}"
    )


def main(arguments: list[str]) -> int:
    """Check the file that is named; say what was found."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python verify_export.py export.jsonl\n")
        return 2
    try:
        with Path(arguments[0]).open(encoding="utf-8") as file:
            sys.stdout.write(f"{verify(file)}\n")
    except Bad as error:
        sys.stdout.write(f"NOT WHOLE: {error}\n")
        return 1
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
