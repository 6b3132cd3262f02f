"""The evidence of the verdicts in a bundle: a line for each piece, and the copies the desk kept."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import IO, Any

from django.core.files.storage import default_storage

from claims.models import Evidence
from reviews.exports.bundle.archive import Archive
from reviews.models import Verdict

_ENDING = re.compile(r"\.[a-z0-9]{1,5}")


@dataclass(slots=True)
class EvidenceFiles:
    """Puts copies into `archive`, each once, and a line per piece of evidence into `index`."""

    archive: Archive
    index: IO[bytes]
    packed: set[str] = field(default_factory=set)

    def add(self, verdicts: Sequence[Verdict]) -> None:
        """Add the evidence these verdicts were published with."""
        copies = _copies(verdicts)
        for verdict in verdicts:
            for row in verdict.evidence:
                copy = copies.get((verdict.claim_id, row["url"], row["quote"]))
                line = _line(verdict, row) | self._kept(copy)
                text = json.dumps(line, ensure_ascii=False, sort_keys=True)
                self.index.write(f"{text}\n".encode())

    def _kept(self, copy: Evidence | None) -> dict[str, Any]:
        """Pack `copy` and return what the index says of it; `file` is "" when it cannot be read."""
        if copy is None or copy.fetched_at is None:
            return {"file": "", "sha256": "", "fetched_at": ""}
        name = copy_name(copy.stored_sha256, copy.stored_as)
        kept = {"sha256": copy.stored_sha256, "fetched_at": copy.fetched_at.isoformat()}
        if name not in self.packed:
            try:
                with default_storage.open(copy.stored_as) as content:
                    self.archive.add(name, content)
            except FileNotFoundError:
                return kept | {"file": ""}
            self.packed.add(name)
        return kept | {"file": name}


def copy_name(sha256: str, stored_as: str) -> str:
    """Return the name of a copy in the bundle: its digest, and the ending if that is a plain one.

    Nothing else of a name that came from outside: unpacked, it could lead out of the folder.
    """
    ending = PurePosixPath(stored_as).suffix.lower()
    return f"evidence/{sha256}{ending if _ENDING.fullmatch(ending) else ''}"


def _copies(verdicts: Sequence[Verdict]) -> dict[tuple[int, str, str], Evidence]:
    """Return the evidence of which a copy is kept, by claim, address and passage."""
    rows = Evidence.objects.filter(claim__in={verdict.claim_id for verdict in verdicts})
    kept = rows.exclude(stored_as="").order_by("id")
    return {(row.claim_id, row.url, row.quote): row for row in kept}


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
