"""Makes `.venv` and installs what a requirements file names, once: `python virtualenv.py FILE`.

Run by whatever Python there is, before anything is installed: standard library only.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
VIRTUALENV = REPOSITORY / ".venv"
PYTHON = VIRTUALENV / "bin" / "python"
BASE = "requirements.txt"


# Exits with an error unless every "name==version" on its command line is installed.
HAS_PINS = """
import sys
from importlib.metadata import version
pins = (pin.split("==") for pin in sys.argv[1:])
sys.exit(any(version(name) != wanted for name, wanted in pins))
"""


def main() -> None:
    """Bring the virtualenv up to date with the requirements file; exit with what is missing."""
    name = sys.argv[1] if len(sys.argv) > 1 else BASE
    if _is_current(name):
        return
    _refuse_missing_tools()
    if not _succeeds("-c", "import pip"):
        _make()
    _install(name)


def _is_current(name: str) -> bool:
    """Tell whether the file was installed as it is now, and nothing of it was lost since."""
    stamp = _stamp(name)
    installed = stamp.exists() and stamp.read_text() == _digest(name)
    return installed and _succeeds("-c", HAS_PINS, *_pins(REPOSITORY / name))


def _pins(requirements: Path) -> list[str]:
    """Return the lines of the form "name==version", without extras and comments."""
    lines = (line.partition("#")[0].strip() for line in requirements.read_text().splitlines())
    return [re.sub(r"\[.*\]", "", line) for line in lines if "==" in line]


def _succeeds(*arguments: str) -> bool:
    """Tell whether the virtualenv's Python runs this; a moved one's does not run at all."""
    if not PYTHON.exists():
        return False
    done = subprocess.run([str(PYTHON), *arguments], check=False, capture_output=True)
    return done.returncode == 0


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
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
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
