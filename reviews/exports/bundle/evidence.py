"""The evidence of the verdicts in a bundle: a line for each piece, and the copies the desk kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from claims.models import StoredCopy
from claims.sources.vault_files import file_open
from reviews.exports.bundle.archive import Archive
from reviews.models import Verdict
from reviews.selectors.cited_copies import CitedCopy, cited_copies

# Nothing of a name that came from outside: unpacked, it could lead out of the folder.
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "text/csv": ".csv",
    "image/jpeg": ".jpg",
    "image/png": ".png",
}


@dataclass(slots=True)
class EvidenceFiles:
    """Puts copies into `archive`, each once, and a line per piece of evidence into `index`."""

    archive: Archive
    index: IO[bytes]
    packed: set[str] = field(default_factory=set)

    def add(self, verdicts: Sequence[Verdict]) -> None:
        """Add the evidence these verdicts were published with."""
        copies = cited_copies(verdicts)
        for verdict in verdicts:
            for row, cited in zip(verdict.evidence, copies[verdict.pk], strict=True):
                line = _line(verdict, row) | self._kept(cited)
                text = json.dumps(line, ensure_ascii=False, sort_keys=True)
                self.index.write(f"{text}\n".encode())

    def _kept(self, cited: CitedCopy | None) -> dict[str, Any]:
        """Pack the copy and return what the index says of it.

        `file` is "" when there is no copy, or its file cannot be read.
        """
        if cited is None:
            return {"file": "", "sha256": "", "fetched_at": ""}
        name = copy_name(cited.copy)
        kept = {"sha256": cited.copy.sha256, "fetched_at": cited.fetched_at.isoformat()}
        if name not in self.packed:
            try:
                with file_open(cited.copy.stored_as) as content:
                    self.archive.add(name, content)
            except FileNotFoundError:
                return kept | {"file": ""}
            self.packed.add(name)
        return kept | {"file": name}


def copy_name(copy: StoredCopy) -> str:
    """Return the name of a copy in the bundle: its digest, and an ending if its type has one."""
    return f"evidence/{copy.sha256}{ENDINGS.get(copy.media_type, '')}"


def _line(verdict: Verdict, row: dict[str, Any]) -> dict[str, Any]:
    return {
        "claim_id": verdict.claim_id,
        "version": verdict.version,
        "url": row["url"],
        "publisher": row["publisher"],
        "quote": row["quote"],
        "stance": row["stance"],
        "kind": row["kind"],
    }
