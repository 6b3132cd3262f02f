"""The virtualenv: made once, mended when broken, refused with a remedy."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.local import virtualenv

pytestmark = pytest.mark.faults


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone that needs no packages."""
    script = tmp_path / "factcheck" / "local" / "virtualenv.py"
    script.parent.mkdir(parents=True)
    shutil.copy(virtualenv.__file__, script)
    (tmp_path / "requirements.txt").write_text("# nothing\n")
    return tmp_path


def set_up(clone: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the script as `make setup` does."""
    command = [sys.executable, "factcheck/local/virtualenv.py", "requirements.txt"]
    return subprocess.run(
        command, cwd=clone, env=environment or None, check=False, capture_output=True, text=True
    )


def test_a_broken_one_is_made_again_and_then_left_alone_until_more_is_needed(clone: Path) -> None:
    python = clone / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.symlink_to("/nowhere/python3")
    assert "Making .venv" in set_up(clone).stdout
    assert set_up(clone).stdout == ""
    (clone / "requirements.txt").write_text("# nothing, but otherwise\n")
    changed = set_up(clone)
    assert "Installing requirements.txt" in changed.stdout
    assert "Making .venv" not in changed.stdout


def test_a_lost_package_is_noticed(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    requirements = clone / "requirements.txt"
    requirements.write_text("Django[argon2]==1.0  # the web framework\nno-such-package==2\n")
    assert virtualenv._pins(requirements) == ["Django==1.0", "no-such-package==2"]
    monkeypatch.setattr(virtualenv, "PYTHON", Path(sys.executable))
    assert not virtualenv._succeeds("-c", virtualenv.HAS_PINS, "no-such-package==2")
    assert not virtualenv._succeeds("-c", virtualenv.HAS_PINS, "Django==1.0")
    assert virtualenv._succeeds("-c", virtualenv.HAS_PINS, f"pytest=={pytest.__version__}")


def test_missing_tools_are_named_with_the_command_that_installs_them(clone: Path) -> None:
    refused = set_up(clone, PATH="/nowhere")
    assert refused.returncode == 1
    assert "Missing: gcc, make" in refused.stderr
    assert "apt-get install" in refused.stderr
