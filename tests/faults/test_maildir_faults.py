"""Two processes empty one mail folder and one is killed: no mail is lost, none is doubled."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claims.models import Article
from claims.services.maildir import mails_take_in
from factcheck.audit.models import AuditEvent
from factcheck.local.addresses import REPOSITORY
from tests.deadlines import wait_until
from tests.files.documents import mail
from tests.workers import run_environment

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]
MAILS = 24
EMPTYING = (
    "import django; django.setup(); from claims.services.maildir import mails_take_in;"
    "mails_take_in()"
)


def test_mail_is_neither_lost_nor_doubled_when_a_process_is_killed_at_it(
    tmp_path: Path, settings: Any
) -> None:
    settings.MAILDIR_PATH = str(tmp_path)
    (tmp_path / "new").mkdir()
    for number in range(MAILS):
        text = f"Ferry {number} carried {number + 3} thousand people."
        (tmp_path / "new" / f"{number:04}.desk").write_bytes(mail(text).as_bytes())
    environment = run_environment(
        {"MAILDIR_PATH": str(tmp_path), "DJANGO_SETTINGS_MODULE": "factcheck.settings"}
    )
    processes = [
        subprocess.Popen([sys.executable, "-c", EMPTYING], cwd=REPOSITORY, env=environment)
        for _process in range(2)
    ]
    wait_until(lambda: Article.objects.count() >= 3, seconds=60, what="three mails are taken")
    processes[0].kill()
    assert [process.wait(60) for process in processes] == [-9, 0]
    mails_take_in()
    assert list((tmp_path / "new").iterdir()) == []
    assert len(list((tmp_path / "cur").iterdir())) == MAILS
    assert Article.objects.count() == MAILS
    assert AuditEvent.objects.filter(action="article.receive").count() == MAILS
