"""Checks a bundle of a fact-checking desk: python3 verify.py [FOLDER or ZIP]

Without an argument: the folder it lies in. Needs Python 3.8 or later and nothing else, and uses
nothing of the desk's own code. Exit status 0: all is as it was; 1: what is not is named, a line
each; 2: it could not be read.

The hash of an audit event is SHA-256(hash of the event before + digest); the digest is SHA-256 of
the canonical JSON (UTF-8, keys sorted, no white space) of its content, all fields but id and hash.
Of an event that was left out the line holds the digest instead of the content.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

MANIFEST, SUMS = "manifest.json", "SHA256SUMS"
AUDIT, INDEX = "audit/events.jsonl", "evidence/index.jsonl"
UNREADABLE = (OSError, EOFError, KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError)
NO_JSON = (ValueError, RecursionError)


class Bundle(ABC):
    """The files of a bundle, named as in its manifest."""

    @abstractmethod
    def names(self) -> list[str]:
        """Return the files that are there; one that is there twice is named twice."""

    @abstractmethod
    def open(self, name: str) -> IO[bytes]:
        """Open a file."""

    def sha256(self, name: str) -> str:
        """Return the SHA-256 of a file, "" when it cannot be read whole."""
        digest = hashlib.sha256()
        try:
            with self.open(name) as file:
                for block in iter(lambda: file.read(1 << 20), b""):
                    digest.update(block)
        except UNREADABLE:
            return ""
        return digest.hexdigest()

    def lines(self, name: str) -> Iterator[str]:
        """Yield the lines of a file as far as it can be read."""
        try:
            with self.open(name) as file:
                for line in file:
                    yield line.decode("utf-8", "replace")
        except UNREADABLE:
            return


class Folder(Bundle):
    """An unpacked bundle."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def names(self) -> list[str]:
        found = (Path(at, name) for at, _folders, files in os.walk(self.path) for name in files)
        return [each.relative_to(self.path).as_posix() for each in found]

    def open(self, name: str) -> IO[bytes]:
        return (self.path / name).open("rb")


class Archive(Bundle):
    """A bundle that is still a ZIP."""

    def __init__(self, path: Path) -> None:
        self.zip = zipfile.ZipFile(path)

    def names(self) -> list[str]:
        return self.zip.namelist()

    def open(self, name: str) -> IO[bytes]:
        return self.zip.open(name)


def read(text: str) -> dict[str, Any]:
    """Return the JSON object that `text` holds, {} when it holds none."""
    try:
        value = json.loads(text)
    except NO_JSON:
        return {}
    return value if isinstance(value, dict) else {}


def told_digests(manifest: dict[str, Any]) -> dict[str, str]:
    """Return the SHA-256 of each file by the manifest."""
    files = manifest.get("files")
    rows = [each for each in files if isinstance(each, dict)] if isinstance(files, list) else []
    return {str(each.get("name")): str(each.get("sha256")) for each in rows}


def is_safe(name: str) -> bool:
    """Return whether a file of this name, unpacked, stays in the folder."""
    odd = {"", ".", ".."} & set(name.split("/"))
    return not (odd or "\\" in name or ":" in name or "\x00" in name)


def file_findings(bundle: Bundle, told: dict[str, str]) -> Iterator[str]:
    """Yield which files are not those the manifest tells of."""
    there = Counter(bundle.names())
    for name in sorted({*told, *there, MANIFEST, SUMS}):
        if not is_safe(name):
            yield f"UNSAFE NAME: {name!r}; do not unpack it"
        elif name not in there:
            yield f"MISSING: {name}"
        elif there[name] > 1:
            yield f"ADDED: {name} is there more than once"
        elif name in told and bundle.sha256(name) != told[name]:
            yield f"CHANGED: {name}"
        elif name not in told and name not in (MANIFEST, SUMS):
            yield f"ADDED: {name}"


def manifest_findings(bundle: Bundle, told: dict[str, str]) -> Iterator[str]:
    """Yield whether manifest or list of digests was changed: each follows from the other."""
    digests = {**told, MANIFEST: bundle.sha256(MANIFEST)}
    expected = [f"{digests[name]}  {name}\n" for name in sorted(digests)]
    found = list(bundle.lines(SUMS))
    if f"{digests[MANIFEST]}  {MANIFEST}\n" not in found:
        yield f"CHANGED: {MANIFEST}, or its digest in {SUMS}"
    elif found != expected:
        yield f"CHANGED: {SUMS}"


def sha256(text: str) -> str:
    """Return the digest of `text` as 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def event_digest(row: dict[str, Any]) -> str:
    """Return the digest of an event's content, or the one that stands for it."""
    content = {name: value for name, value in row.items() if name not in ("id", "hash")}
    if set(content) == {"digest"}:
        return str(content["digest"])
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def audit_findings(bundle: Bundle, head: dict[str, Any]) -> Iterator[str]:
    """Yield each link of the audit log that is broken; `head` is the last one by the manifest."""
    lines = bundle.lines(AUDIT)
    header = read(next(lines, ""))
    previous, last, count = header.get("previous_hash"), 0, 0
    for line in lines:
        count, row = count + 1, read(line)
        here = row.get("id")
        where = f"BROKEN LINK: {AUDIT}, line {count + 1}"
        if not isinstance(here, int):
            yield f"{where} is no event"
            continue
        if here <= last:
            yield f"{where}: event {here} stands behind event {last}"
        if row.get("hash") != sha256(f"{previous}{event_digest(row)}"):
            yield f"{where}: event {here} was changed, or does not follow the one before"
        previous, last = row.get("hash"), here
    if count != header.get("lines"):
        yield f"BROKEN LINK: {AUDIT} has {count} events of {header.get('lines')}"
    if count and (last, previous) != (head.get("id"), head.get("hash")):
        yield f"BROKEN LINK: {AUDIT} does not end with the event that {MANIFEST} names"


def evidence_findings(bundle: Bundle, told: dict[str, str]) -> Iterator[str]:
    """Yield each copy that is not the one whose digest the desk noted when it fetched the page."""
    for line in bundle.lines(INDEX):
        row = read(line)
        name = row.get("file")
        if name and told.get(str(name)) != row.get("sha256"):
            yield f"CHANGED: {name} is not the copy that was fetched from {row.get('url')}"


def findings(bundle: Bundle) -> Iterator[str]:
    """Yield all that is wrong with a bundle."""
    manifest = read("".join(bundle.lines(MANIFEST)))
    told, head = told_digests(manifest), manifest.get("audit_head")
    yield from file_findings(bundle, told)
    yield from manifest_findings(bundle, told)
    yield from audit_findings(bundle, head if isinstance(head, dict) else {})
    yield from evidence_findings(bundle, told)


def say(line: str) -> None:
    """Write a line, whatever characters the terminal knows."""
    sys.stdout.write(line.encode("ascii", "backslashreplace").decode("ascii") + "\n")


def main(arguments: list[str]) -> int:
    """Check the bundle that is named; say what was found."""
    path = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        bundle = Folder(path) if path.is_dir() else Archive(path)
        found = list(findings(bundle))
        whole = path / MANIFEST if path.is_dir() else path
        digest = Folder(whole.parent).sha256(whole.name)
    except UNREADABLE as error:
        say(f"{path} cannot be read: {error}")
        return 2
    for each in found:
        say(each)
    if found:
        say(f"NOT OK: {len(found)} findings")
        return 1
    say(f"OK: all {len(bundle.names())} files are as they were.")
    say(f"SHA-256 of {whole.name}: {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
