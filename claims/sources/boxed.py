"""A process of its own that reads one file, from its standard input.

It never reads a second one, so that a file that breaks the reader breaks nothing else. It gives
itself less memory and time than a server has, can write no file, and is told no secret. It knows no
framework: it has to start in a moment. Writes one object of JSON: a document, or why there is none.
"""

from __future__ import annotations

import json
import math
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path

from claims.sources.document import Document
from claims.sources.kinds import Kind
from claims.sources.unreadable import Unreadable

TOO_HEAVY = 3  # exit status: it wanted more memory than there is
FILES = 64


def confine(seconds: float, megabytes: int) -> None:
    """Limit this process for good."""
    with suppress(OSError):
        # Where memory runs out all the same, the kernel ends this process before any other.
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    whole = math.ceil(seconds)
    signal.alarm(whole + 1)  # in case whoever started it is gone
    for what, most in (
        (resource.RLIMIT_AS, megabytes * 2**20),
        (resource.RLIMIT_CPU, whole),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, FILES),
    ):
        resource.setrlimit(what, (most, most))


def read(kind: Kind, named: str, data: bytes) -> Document:
    """Return what is in `data`. Imports only the reader that is needed."""
    if kind is Kind.PDF:
        from claims.sources.pdf_file import read_pdf

        return read_pdf(data)
    if kind is Kind.EML:
        from claims.sources.eml_file import read_eml

        return read_eml(data)
    from claims.sources.archives import read_archive

    return read_archive(data, named)


def main(kind: str, named: str, seconds: str, megabytes: str) -> int:
    """Read the standard input as `kind`; return the exit status."""
    confine(float(seconds), int(megabytes))
    try:
        answer = read(Kind(kind), named, sys.stdin.buffer.read()).to_json()
    except Unreadable as error:
        answer = {"code": error.code, "details": error.details}
    except MemoryError:
        return TOO_HEAVY
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
