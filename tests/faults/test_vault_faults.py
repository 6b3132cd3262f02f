"""A worker dies while it copies a page: no half a copy is left, and the next worker makes it."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from claims.models import Evidence, PageWatch, StoredCopy
from factcheck.accounts.models import User
from factcheck.flow import look_at_page
from factcheck.local.addresses import REPOSITORY
from tests.audit import events_of
from tests.factories import make_claim, make_evidence
from tests.web_server import Exchange, PageServer, answering
from tests.workers import run_environment

pytestmark = [
    pytest.mark.faults, pytest.mark.timeout(180), pytest.mark.django_db(transaction=True)
]  # fmt: skip

LARGE = b"".join(hashlib.sha256(bytes([at % 256])).digest() for at in range(240_000))  # 7.7 MB
PROGRAM = "import django; django.setup(); from factcheck.flow import look_at_page; look_at_page({})"


@pytest.fixture
def vault(settings: Any) -> Iterator[Path]:
    """Keep copies where a process with settings of its own keeps them."""
    location = Path(os.environ["FACTCHECK_VAR"]) / "files"
    on_disk = settings.STORAGES["vault"] | {"OPTIONS": {"location": location}}
    settings.STORAGES = settings.STORAGES | {"vault": on_disk}
    shutil.rmtree(location / "vault", ignore_errors=True)
    yield location / "vault"
    shutil.rmtree(location / "vault", ignore_errors=True)


def kill_once(watch: PageWatch, seen: Callable[[], bool]) -> bool:
    """Look at the page in a process of its own and kill that once `seen`; False if it had ended."""
    allowed = {"FETCH_ALLOW_HOSTS": "127.0.0.1", "FETCH_HOST_PAUSE": "0"}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(watch.pk)],
        cwd=REPOSITORY,
        env=run_environment(allowed | {"DJANGO_SETTINGS_MODULE": "factcheck.settings"}),
    )
    while not seen() and process.poll() is None:
        pass  # no pause: the moment is short
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def assert_nothing_is_half(vault: Path) -> None:
    """Fail if a row has no whole file, or a file's name is not that of its bytes."""
    for copy in StoredCopy.objects.all():
        assert (vault / copy.sha256[:2] / copy.sha256).stat().st_size == copy.size
    for path in vault.glob("*/*"):
        is_part = path.suffix == ".part"
        assert is_part or path.name == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_worker_that_dies_anywhere_leaves_nothing_half(
    vault: Path, web_server: PageServer, fact_checker: User
) -> None:
    evidence = make_evidence(make_claim(), fact_checker)
    watch = PageWatch.objects.get(evidence=evidence)
    hung = []

    def hang(exchange: Exchange) -> None:
        hung.append(exchange)
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nhalf")
        exchange.over.wait(2)

    page = answering(LARGE, content_type="application/pdf")
    url = web_server.behave("/large", hang, page, page, page)
    Evidence.objects.filter(pk=evidence.pk).update(url=url)
    moments: tuple[Callable[[], bool], ...] = (
        lambda: bool(hung),
        lambda: any(vault.glob("*/*.part")),
        lambda: any(vault.glob("*/*")),
    )
    killed = 0
    for seen in moments:
        killed += kill_once(watch, seen)
        assert_nothing_is_half(vault)
        PageWatch.objects.filter(evidence__copy=None).update(due_at=timezone.now())
    assert killed > 1  # while it was fetched, and at least once while it was written
    look_at_page(watch.pk)
    evidence.refresh_from_db()
    assert evidence.copy is not None
    assert (vault / evidence.copy.sha256[:2] / evidence.copy.sha256).read_bytes() == LARGE
    assert events_of(evidence).count("evidence.copy") == 1
