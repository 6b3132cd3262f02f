"""Makes `.venv` and installs what a requirements file names, once: `python virtualenv.py FILE`.

Run by whatever Python there is, before anything is installed: standard library only.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
VIRTUALENV = REPOSITORY / ".venv"
PYTHON = VIRTUALENV / "bin" / "python"
BASE = "requirements.txt"


def main() -> None:
    """Bring the virtualenv up to date with the requirements file; exit with what is missing."""
    name = sys.argv[1] if len(sys.argv) > 1 else BASE
    if _is_current(name):
        return
    _refuse_missing_tools()
    if not _works():
        _make()
    _install(name)


def _is_current(name: str) -> bool:
    stamp = _stamp(name)
    return stamp.exists() and stamp.read_text() == _digest(name) and _works()


def _works() -> bool:
    """Tell whether the virtualenv's Python runs and has pip; a moved or upgraded one has not."""
    if not PYTHON.exists():
        return False
    trial = subprocess.run([PYTHON, "-c", "import pip"], check=False, capture_output=True)
    return trial.returncode == 0


def _refuse_missing_tools() -> None:
    """Redis is compiled when it is installed."""
    missing = [tool for tool in ("gcc", "make") if not shutil.which(tool)]
    if missing:
        remedy = "On Debian or Ubuntu: apt-get install gcc make libc6-dev"
        sys.exit(f"Missing: {', '.join(missing)}. {remedy}")


def _make() -> None:
    print("Making .venv", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VIRTUALENV)]
    if subprocess.run(command, check=False).returncode:
        sys.exit(
            "The virtualenv could not be made. On Debian or Ubuntu: apt-get install python3-venv"
        )


def _install(name: str) -> None:
    """Install; the stamp says that it was done whole, so half an installation is done again."""
    print(f"Installing {name}; the first time takes a few minutes", flush=True)
    _stamp(name).unlink(missing_ok=True)
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    if subprocess.run([*pip, "-r", str(REPOSITORY / name)], check=False).returncode:
        sys.exit(
            "Installing failed; pip says why above. Is the network up, and has the disk room? "
            "`make` goes on where it stopped; `rm -rf .venv` starts afresh."
        )
    _stamp(name).write_text(_digest(name))
    _stamp(BASE).write_text(_digest(BASE))  # every requirements file includes this one


def _stamp(name: str) -> Path:
    return VIRTUALENV / f"installed-{name}"


def _digest(name: str) -> str:
    files = {REPOSITORY / BASE, REPOSITORY / name}
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in sorted(files))).hexdigest()


if __name__ == "__main__":
    main()
