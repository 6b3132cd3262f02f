"""Workers are killed, stopped and woken up, and reports cancelled: a file is whole or absent."""

from __future__ import annotations

import datetime
import hashlib
import itertools
import os
import random
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.flow import BUILD_REPORT, nudge, sweep
from reviews.domain.report_spec import ReportSpec
from reviews.models import Report, ReportStatus
from reviews.services.report_wishes import ReportWish
from reviews.services.reports import report_cancel, report_request
from tests.audit import assert_chain_is_intact, events_of
from tests.deadlines import wait_until
from tests.emptying import empty_tables
from tests.factories import make_person
from tests.many_verdicts import make_versions
from tests.walks import published_verdict
from tests.workers import Worker, empty_redis

pytestmark = [pytest.mark.faults, pytest.mark.timeout(300)]

ROWS = 60_000
KILLS = 10
SWEPT_EVERY = 0.25  # seconds; a sweep takes a worker's core for a tenth of one
LOOKS_A_SWEEP = 5  # while somebody who may be done soon is looked for
RANDOM = random.Random(7)  # the same points each time: a failure can be looked at again
EVERYTHING = ReportSpec(statuses=("published", "superseded", "retracted"))


@pytest.fixture(autouse=True)
def files(settings: Any) -> Iterator[Path]:
    """Keep files where workers, processes with settings of their own, look for them."""
    location = Path(os.environ["FACTCHECK_VAR"]) / "files"
    default = settings.STORAGES["default"] | {"OPTIONS": {"location": location}}
    settings.STORAGES = settings.STORAGES | {"default": default}
    yield location / "reports"
    shutil.rmtree(location / "reports", ignore_errors=True)


@pytest.fixture(scope="module")
def worker(django_db_setup: None) -> Iterator[Worker]:
    """A worker for all tests, with processes that are taken for dead soon after they died.

    More processes than are killed: each one that dies takes a message of Celery's with it, which
    the worker goes on counting among those it has in hand.
    """
    empty_redis()
    running = Worker(concurrency=KILLS + 8, REPORT_LEASE_SECONDS="2")
    try:
        running.start()
        yield running
    finally:
        running.kill()


@pytest.fixture(scope="module")
def editor(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[User]:
    """An editor of a desk with many verdicts, which are made once: no test changes them."""
    with django_db_blocker.unblock():
        editor = make_person(Role.EDITOR)
        make_versions(published_verdict(make_person(Role.FACT_CHECKER), editor), ROWS - 1)
        yield editor
        empty_tables()


@pytest.fixture
def ask(editor: User) -> Callable[..., Report]:
    """Return a function that asks for a report on many verdicts."""
    return partial(request, editor)


def request(actor: User, format: str = "csv", spec: ReportSpec = EVERYTHING) -> Report:
    report = report_request(actor=actor, wish=ReportWish(spec, format))
    nudge(BUILD_REPORT, report.pk)
    return report


def stored(report: Report) -> Report:
    return Report.objects.get(pk=report.pk)


def is_past(report: Report, rows: int) -> bool:
    """Sweep as beat does; tell whether so many rows are written, or the report has ended."""
    sweep()
    row = stored(report)
    return row.progress >= rows or row.due_at is None


def wait_past(report: Report, rows: int) -> None:
    what = f"{rows} rows are written"
    wait_until(lambda: is_past(report, rows), seconds=60, what=what, tick=SWEPT_EVERY)


def builders(worker: Worker) -> list[int]:
    """Return the ids of the processes of `worker` that have a part of a report open."""
    assert worker.process is not None
    return [int(child) for child in children(worker.process.pid) if writes_a_part(child)]


def children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def writes_a_part(pid: str) -> bool:
    return part_bytes(pid) is not None


def part_bytes(pid: int | str) -> int | None:
    """Return how large the part is that a process has open; None when it has none."""
    try:
        for link in Path(f"/proc/{pid}/fd").iterdir():
            if link.readlink().suffix == ".part":
                return link.stat().st_size
    except FileNotFoundError:
        pass  # it closed a file, or ended, while it was looked at
    return None


def builder(worker: Worker, report: Report) -> int | None:
    """Return the process that builds, once one does; None when the report has ended."""
    looks = itertools.count()

    def is_found() -> bool:
        if next(looks) % LOOKS_A_SWEEP == 0:
            sweep()
        return bool(builders(worker)) or stored(report).due_at is None

    wait_until(is_found, seconds=60, what="somebody builds")
    return next(iter(builders(worker)), None)


def kill_builder(worker: Worker, report: Report, size: int = 0) -> bool:
    """Kill the process that builds once it wrote `size` bytes; False when the report has ended."""
    process = builder(worker, report)
    if process is None:
        return False
    wait_until(
        lambda: (written := part_bytes(process)) is None or written >= size,
        seconds=60,
        what=f"{size} bytes are written",
        tick=0.001,
    )
    os.kill(process, signal.SIGKILL)
    return not stored(report).file


def files_of(report: Report, files: Path) -> list[str]:
    return sorted(path.name for path in files.glob(f"{report.pk}-*"))


def assert_whole(report: Report, files: Path) -> bytes:
    """Return the content of a finished file, the only one of its report."""
    row = stored(report)
    assert (row.status, row.failure) == (ReportStatus.DONE, "")
    with default_storage.open(row.file) as file:
        content = bytes(file.read())
    assert files_of(report, files) == [row.file.removeprefix("reports/")]
    assert hashlib.sha256(content).hexdigest() == row.sha256
    assert events_of(report) == ["report.request", "report.build"]
    return content


def let_lease_end(report: Report) -> None:
    """Have the time pass after which a worker that gives no sign of life is taken for dead."""
    Report.objects.filter(pk=report.pk, due_at__isnull=False).update(due_at=timezone.now())


def test_a_report_whose_workers_are_killed_at_ten_points_is_the_one_nobody_disturbed(
    worker: Worker, ask: Callable[..., Report], files: Path
) -> None:
    undisturbed = ask()
    wait_past(undisturbed, ROWS + 1)
    content = assert_whole(undisturbed, files)
    assert content.count(b"\r\n") == ROWS + 1
    report, killed = ask(), 0
    for size in sorted(RANDOM.sample(range(len(content)), KILLS)):
        killed += kill_builder(worker, report, size)
        row = stored(report)
        assert row.status == ReportStatus.DONE or not row.file
        let_lease_end(report)
    wait_past(report, ROWS + 1)
    assert assert_whole(report, files) == content
    assert killed >= KILLS / 2
    assert_chain_is_intact()


def test_a_format_that_cannot_be_gone_on_with_is_started_again(
    worker: Worker, ask: Callable[..., Report], files: Path
) -> None:
    long_ago = timezone.localdate() - datetime.timedelta(days=30)
    report = ask("markdown", replace(EVERYTHING, published_to=long_ago))
    assert kill_builder(worker, report)
    assert not stored(report).file
    wait_past(report, ROWS + 1)
    assert assert_whole(report, files).count(b"**version ") == ROWS // 20


def test_a_worker_that_slept_while_another_finished_leaves_the_file_alone(
    worker: Worker, ask: Callable[..., Report], files: Path
) -> None:
    report = ask()
    sleeper = builder(worker, report)
    assert sleeper is not None
    os.kill(sleeper, signal.SIGSTOP)
    wait_past(report, ROWS + 1)
    content = assert_whole(report, files)
    os.kill(sleeper, signal.SIGCONT)
    wait_until(lambda: not builders(worker), seconds=20, what="the sleeper gave up")
    assert assert_whole(report, files) == content


def test_a_report_that_many_messages_ask_for_is_built_once(
    worker: Worker, ask: Callable[..., Report], files: Path
) -> None:
    report = ask()
    for _message in range(6):
        nudge(BUILD_REPORT, report.pk)
    wait_past(report, ROWS + 1)
    assert_whole(report, files)
    assert stored(report).attempts <= 1


def test_a_report_cancelled_while_it_is_built_leaves_no_file(
    worker: Worker, ask: Callable[..., Report], files: Path, editor: User
) -> None:
    report = ask()
    assert builder(worker, report) is not None
    report_cancel(report=report, actor=editor)
    wait_until(lambda: files_of(report, files) == [], seconds=20, what="nothing is left")
    following = ask()
    wait_past(following, ROWS + 1)
    assert files_of(report, files) == []
    assert stored(report).status == ReportStatus.CANCELLED
    assert events_of(report) == ["report.request", "report.cancel"]
