"""Web workers and imports are killed in the middle; whoever asks again gets it done once."""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from rest_framework.authtoken.models import Token

from claims.models import Article, Evidence
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.audit.log import CHAIN_LOCK
from factcheck.audit.models import AuditEvent
from factcheck.local.addresses import REPOSITORY
from tests.audit import assert_chain_is_intact
from tests.concurrency.threads import until_somebody_waits
from tests.deadlines import wait_until
from tests.factories import make_claim, make_person
from tests.web_servers import WebServer
from tests.workers import run_environment

pytestmark = [pytest.mark.faults, pytest.mark.timeout(180)]

REQUESTS = 8
LINES = 200


@pytest.fixture
def server(transactional_db: None) -> Iterator[WebServer]:
    running = WebServer()
    try:
        running.start()
        yield running
    finally:
        running.stop()


def signed(person: User, key: str) -> dict[str, str]:
    token, _made = Token.objects.get_or_create(user=person)
    return {"Authorization": f"Token {token.key}", "Idempotency-Key": key}


def evidence(number: int) -> dict[str, str]:
    return {
        "url": f"https://bureau.example/{number}", "publisher": "Bureau", "stance": "for",
        "kind": "primary",
    }  # fmt: skip


def ask_until_answered(server: WebServer, path: str, body: Any, headers: dict[str, str]) -> int:
    """Ask again and again, as a client with retries does; return the status in the end."""
    found: list[int] = []

    def answered() -> bool:
        try:
            status, _body = server.post(path, body, headers)
        except (OSError, http.client.HTTPException):
            return False
        if status < 500 and status != 409:
            found.append(status)
        return bool(found)

    wait_until(answered, seconds=60, what="the server answers again")
    return found[0]


def test_a_worker_killed_before_the_commit_did_nothing_and_the_retry_does_it(
    server: WebServer,
) -> None:
    person, claim = make_person(Role.FACT_CHECKER), make_claim()
    path, headers = f"/api/v1/claims/{claim.pk}/evidence", signed(person, "before-commit")
    with transaction.atomic(), connection.cursor() as cursor:
        # Whoever writes waits for the chain of the audit log: held, the request hangs inside.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CHAIN_LOCK])
        asking = threading.Thread(target=broken_off, args=[server, path, headers])
        asking.start()
        until_somebody_waits()  # the request is inside
        server.kill_worker()
        asking.join(timeout=30)
    assert not Evidence.objects.exists()
    assert ask_until_answered(server, path, evidence(1), headers) == 201
    assert Evidence.objects.count() == 1
    assert_chain_is_intact()


def broken_off(server: WebServer, path: str, headers: dict[str, str]) -> None:
    with pytest.raises((OSError, http.client.HTTPException)):
        server.post(path, evidence(1), headers)


def test_workers_killed_at_any_moment_leave_each_request_done_once(server: WebServer) -> None:
    person, claim = make_person(Role.FACT_CHECKER), make_claim()
    path, chance = f"/api/v1/claims/{claim.pk}/evidence", random.Random(20260309)
    for number in range(REQUESTS):
        headers = signed(person, f"request-{number}")
        killing = threading.Timer(chance.uniform(0, 0.06), server.kill_worker)
        killing.start()
        assert ask_until_answered(server, path, evidence(number), headers) == 201
        killing.join(timeout=30)
        assert ask_until_answered(server, path, evidence(number), headers) == 201
    assert Evidence.objects.count() == REQUESTS
    assert AuditEvent.objects.filter(action="evidence.add").count() == REQUESTS
    assert_chain_is_intact()


@pytest.mark.usefixtures("transactional_db")
def test_an_import_killed_midway_and_run_again_has_each_article_once(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    lines = [{"text": f"The quay of harbour {number} cost $31 million."} for number in range(LINES)]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    command = [sys.executable, "manage.py", "ingest", str(path)]
    importing = subprocess.Popen(
        command, cwd=REPOSITORY, env=run_environment({}), stderr=subprocess.DEVNULL
    )
    wait_until(lambda: Article.objects.count() >= 20, seconds=60, what="the import is under way")
    os.kill(importing.pid, signal.SIGKILL)
    importing.wait()
    assert 20 <= Article.objects.count() < LINES
    subprocess.run(
        command, cwd=REPOSITORY, env=run_environment({}), check=True, capture_output=True
    )
    assert Article.objects.count() == LINES
    assert AuditEvent.objects.filter(action="article.receive").count() == LINES
