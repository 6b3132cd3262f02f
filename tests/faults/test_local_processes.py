"""The product's processes: found after a crash, never mistaken, stopped with all they started."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from factcheck.local import leftovers
from factcheck.local.errors import LocalError
from factcheck.local.log import Log
from factcheck.local.processes import Processes, stop_recorded
from tests.faults.local_runs import kill, stranger

pytestmark = pytest.mark.faults

# A parent that starts a child, says the child's pid, and waits.
FAMILY = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(child.pid, flush=True)
child.wait()
"""


@pytest.fixture
def family(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], psutil.Process]]:
    """A recorded process and its child."""
    command = [sys.executable, "-c", FAMILY]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as parent:
        leftovers.remember(tmp_path, "worker", parent.pid)
        assert parent.stdout
        child = psutil.Process(int(parent.stdout.readline()))
        yield parent, child
        for process in (parent, child):
            if process.is_running() if isinstance(process, psutil.Process) else True:
                process.kill()


def test_it_finds_the_children_of_a_killed_process(
    tmp_path: Path, family: tuple[subprocess.Popen[str], psutil.Process]
) -> None:
    parent, child = family
    kill(parent.pid)
    parent.wait()
    assert leftovers.recorded(tmp_path, "worker") == [child]
    stop_recorded(tmp_path, ["worker"])
    assert not leftovers.is_alive(child)


def test_it_stops_a_process_with_its_children(
    tmp_path: Path, family: tuple[subprocess.Popen[str], psutil.Process]
) -> None:
    parent, child = family
    assert stop_recorded(tmp_path, ["worker", "never-started"])
    assert parent.wait() == -signal.SIGTERM
    assert not leftovers.is_alive(child)
    assert not stop_recorded(tmp_path, ["worker"])


def test_it_spares_a_stranger_who_got_the_pid(tmp_path: Path) -> None:
    with stranger(start_new_session=True) as process:
        leftovers.remember(tmp_path, "web", process.pid)
        record = tmp_path / "web.json"
        earlier = json.loads(record.read_text()) | {"created": 1.0}
        record.write_text(json.dumps(earlier))
        stop_recorded(tmp_path, ["web"])
        assert process.poll() is None


@pytest.mark.parametrize("text", ["", "{", "{}", '{"pid": "x", "created": 1}', "[1]"])
def test_a_record_cut_short_names_nobody(tmp_path: Path, text: str) -> None:
    (tmp_path / "web.json").write_text(text)
    assert leftovers.recorded(tmp_path, "web") == []


def test_it_kills_what_does_not_listen() -> None:
    deaf = "import signal, time; signal.signal(15, signal.SIG_IGN); print('deaf'); time.sleep(60)"
    command = [sys.executable, "-u", "-c", deaf]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        process.stdout.readline()
        leftovers.stop([psutil.Process(process.pid)], patience=0.2)
        assert process.wait() == -signal.SIGKILL


def test_a_death_among_the_processes_is_told_with_its_name(tmp_path: Path) -> None:
    written = io.StringIO()
    processes = Processes(tmp_path, Log(written), os.environ)
    processes.start("beat", [sys.executable, "-c", "raise SystemExit('no clock')"])
    processes.start("web", [sys.executable, "-c", "import time; time.sleep(60)"])
    _wait_for_end(tmp_path, "beat")
    with pytest.raises(LocalError, match="beat ended with 1"):
        processes.check()
    processes.stop()
    assert "beat   | no clock\n" in written.getvalue()
    assert not leftovers.recorded(tmp_path, "web")


def test_a_process_that_does_its_work_and_ends_is_no_death(tmp_path: Path) -> None:
    processes = Processes(tmp_path, Log(io.StringIO()), os.environ)
    processes.start("seeds", [sys.executable, "-c", "pass"], ends=True)
    _wait_for_end(tmp_path, "seeds")
    processes.check()
    assert processes.is_done("seeds")
    processes.stop()


def _wait_for_end(records: Path, name: str) -> None:
    """Wait until the process has ended, without collecting its status."""
    for process in leftovers.recorded(records, name):
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
