"""`make screenshots`: start the product on its starter corpus, and photograph its pages into docs/.

`--keep DIR` works in a var directory that stays: again, the corpus is read already.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.local.addresses import REPOSITORY
from tests.screenshots.camera import photograph_all

FOLDER = REPOSITORY / "docs" / "screenshots"
PORT = 8765


def main() -> None:
    """Photograph all pages, or those named."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots")
    parser.add_argument("--keep", type=Path, help="a var directory to use and to leave there")
    parser.add_argument("names", nargs="*", help="of the pictures to take; all by default")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="desk-") as new:
        var = (asked.keep or Path(new)).resolve()
        Path(new).chmod(0o755)  # PostgreSQL's account has to pass through
        with running(var):
            told = json.loads(in_desk(var, "tests.screenshots.desk").splitlines()[-1])
            logins = (var / "logins.txt").read_text(encoding="utf-8").splitlines()
            passwords = dict(line.split()[:2] for line in logins)
            home = f"http://127.0.0.1:{PORT}"
            photograph_all(home, passwords, told, FOLDER, set(asked.names))


@contextmanager
def running(var: Path) -> Iterator[None]:
    """Have the product running, with the starter corpus taken in."""
    command = [sys.executable, "-m", "factcheck.local", "run", "--port", str(PORT)]
    process = subprocess.Popen(
        command, cwd=REPOSITORY, env=environment(var), stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if "The desk is open" in line:
                break
        # Nobody reads the rest of what it says: it must not wait for a reader.
        process.stdout.close()
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def in_desk(var: Path, module: str) -> str:
    """Return what a module prints that is run with the desk's servers at hand."""
    command = [sys.executable, "-m", "factcheck.local", "exec", "--", sys.executable, "-m", module]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=environment(var), check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def environment(var: Path) -> dict[str, str]:
    """Return the environment of the product in `var`: no claim is drawn for a second review."""
    mine = {"FACTCHECK_VAR": str(var), "SECOND_REVIEW_SHARE": "0", "PORT": str(PORT)}
    return {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}} | mine


if __name__ == "__main__":
    main()
