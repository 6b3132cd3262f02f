"""How far a worker is with a report, that it lives, and whether the report is still its own."""

from __future__ import annotations

import datetime
import logging
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import QuerySet
from django.utils import timezone

from reviews.exports.part_files import part_keep
from reviews.exports.stopping import Cancelled
from reviews.models import Report, ReportStatus
from reviews.selectors.report_rows import ReportRows

logger = logging.getLogger(__name__)

# Seconds between two notes of the progress: a person looks every other second, and a note costs a
# round trip and a sync of the file.
NOTED_EVERY = 0.25


def lease_end() -> datetime.datetime:
    """Return until when a worker that gives a sign of life now is believed to live."""
    return timezone.now() + datetime.timedelta(seconds=settings.REPORT_LEASE_SECONDS)


def held(report_id: int, token: uuid.UUID) -> QuerySet[Report]:
    """Return the report if it is still that of the worker with `token`."""
    return Report.objects.filter(pk=report_id, token=token, status=ReportStatus.BUILDING)


@dataclass
class Progress:
    """Notes in the row how much of the file is written; `goes_on`, so that another can go on.

    `rows` are those it is written of, `furthest` is how many any worker before wrote.
    """

    report_id: int
    token: uuid.UUID
    file: IO[bytes]
    rows: ReportRows
    goes_on: bool
    furthest: int
    noted_at: float = 0.0

    def told(self, rows: int) -> None:
        """Note that `rows` are in the file. Raises Cancelled when it is not wanted any more."""
        if time.monotonic() - self.noted_at < NOTED_EVERY:
            return
        written = self._written(rows)
        mine = held(self.report_id, self.token)
        if not mine.update(progress=rows, due_at=lease_end(), **written):
            raise Cancelled
        self.noted_at = time.monotonic()

    def _written(self, rows: int) -> dict[str, int]:
        """Return up to where the part is right; it is on the disk before the row says so.

        Past where any worker came before, the deaths on the way do not count any more.
        """
        if not self.goes_on:
            return {}
        size = part_keep(self.file)
        written = {"part_rows": rows, "part_after": self.rows.last, "part_bytes": size}
        if rows <= self.furthest:
            return written
        self.furthest = rows
        return written | {"furthest": rows, "attempts": 0}


@contextmanager
def signs_of_life(report_id: int, token: uuid.UUID) -> Iterator[None]:
    """Keep a report for this worker, however long it tells nothing: setting a PDF takes minutes.

    From a thread, which ends with the process. One that hangs is ended by the task's time limit.
    """
    ended = threading.Event()
    thread = threading.Thread(target=_keep, args=(report_id, token, ended), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _keep(report_id: int, token: uuid.UUID, ended: threading.Event) -> None:
    try:
        while not ended.wait(settings.REPORT_LEASE_SECONDS / 3):
            try:
                held(report_id, token).update(due_at=lease_end())
            except DatabaseError:
                # The next one may get through; if none does, another worker takes over.
                logger.warning("report %d: no sign of life could be given", report_id)
    finally:
        connection.close()
