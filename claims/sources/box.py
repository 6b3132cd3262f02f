"""Where files of strangers are read: in a process of its own, with limits, told no secret."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from tempfile import TemporaryFile
from typing import IO, Any, cast

from django.conf import settings

from claims.sources.boxed import TOO_HEAVY
from claims.sources.document import Document
from claims.sources.kinds import Kind
from claims.sources.unreadable import Unreadable

# At once in one process of the server: else thirty uploads would take the memory of thirty.
AT_ONCE = 2
_turns = threading.BoundedSemaphore(AT_ONCE)
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "TMPDIR")


def read_in_box(data: bytes, kind: Kind, named: str, *, most_characters: int) -> Document:
    """Return what is in `data`; `named` is the kind its name says, or "".

    Raises Unreadable: what the reader found fault with, or that it needed more than READ_SECONDS
    or READ_MEGABYTES.
    """
    if not _turns.acquire(timeout=settings.READ_SECONDS):
        raise Unreadable("file_busy")
    try:
        # The most a character takes in JSON, twice: a page and its text.
        answer = _answer(data, kind, named, most=24 * most_characters + 2**20)
    finally:
        _turns.release()
    if "code" in answer:
        raise Unreadable(str(answer["code"]), **_texts(answer.get("details")))
    try:
        return Document.from_json(answer)
    except ValueError as error:
        raise Unreadable("file_broken") from error


def _answer(data: bytes, kind: Kind, named: str, *, most: int) -> dict[str, Any]:
    """Return the object the process wrote, of at most `most` bytes."""
    limits = (str(settings.READ_SECONDS), str(settings.READ_MEGABYTES))
    command = [sys.executable, "-EsB", "-m", "claims.sources.boxed", kind, named, *limits]
    # A file and not a pipe: nobody has to write and read at the same time.
    with TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        process = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        written, status = _waited(process, most)
    if status < 0 or status == TOO_HEAVY:
        raise Unreadable("file_heavy", seconds=f"{settings.READ_SECONDS:g}")
    try:
        answer = json.loads(written) if status == 0 and len(written) <= most else None
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise Unreadable("file_broken")
    return answer


def _waited(process: subprocess.Popen[bytes], most: int) -> tuple[bytes, int]:
    """Return what the process wrote and its exit status; it is killed when its time is over."""
    output = cast("IO[bytes]", process.stdout)
    clock = threading.Timer(settings.READ_SECONDS, process.kill)
    clock.start()
    try:
        written = output.read(most + 1)
        if len(written) > most:
            process.kill()
        return written, process.wait()
    finally:
        clock.cancel()
        process.kill()
        process.wait()
        output.close()


def _texts(details: Any) -> dict[str, str]:
    if not isinstance(details, dict):
        return {}
    return {str(name): str(value)[:100] for name, value in details.items()}
