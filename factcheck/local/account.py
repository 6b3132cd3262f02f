"""The system account that local servers run under.

PostgreSQL refuses to run as root. When root starts the product, both servers run under an
unprivileged account, made if need be, which owns their directories.
"""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
from pathlib import Path
from typing import Any

from factcheck.local.errors import LocalError

NAME = "pgserver"
_TRAVERSE = stat.S_IXGRP | stat.S_IXOTH
_READ = stat.S_IRGRP | stat.S_IROTH


def server_account() -> pwd.struct_passwd:
    """Return the account of the servers: our own, or for root the unprivileged one."""
    uid = os.geteuid()
    try:
        return pwd.getpwnam(NAME) if uid == 0 else pwd.getpwuid(uid)
    except KeyError as error:
        if uid == 0:
            return _make_account()
        message = f"PostgreSQL needs an account, and the user id {uid} has none in /etc/passwd"
        raise LocalError(f"{message}. Run as a known user, or set DATABASE_URL.") from error


def popen_identity(account: pwd.struct_passwd) -> dict[str, Any]:
    """Return the arguments of `subprocess` that run a program under the account."""
    if account.pw_uid == os.geteuid():
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def private_directory(path: Path, account: pwd.struct_passwd) -> None:
    """Make the directory if need be, for the account alone (0700), and refuse a stranger's.

    A directory in the shared temporary directory could have been laid there by anyone.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), account.pw_uid}:
        raise LocalError(f"{path} belongs to somebody else. Run as its owner, or remove it.")
    path.chmod(0o700)
    if found.st_uid != account.pw_uid:
        os.chown(path, account.pw_uid, account.pw_gid)


def open_way(path: Path, account: pwd.struct_passwd) -> None:
    """Let the account pass through the directories above `path`; they do not become readable."""
    if account.pw_uid == os.geteuid():
        return
    for directory in path.parents:
        _add_mode(directory, _TRAVERSE)


def open_programs(installation: Path, account: pwd.struct_passwd) -> None:
    """Let the account read and run an installed package, even one installed under umask 077."""
    if account.pw_uid == os.geteuid():
        return
    open_way(installation, account)
    for path in (installation, *installation.rglob("*")):
        runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
        _add_mode(path, _READ | _TRAVERSE if runs else _READ)


def _make_account() -> pwd.struct_passwd:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        message = f"PostgreSQL does not run as root, and `{' '.join(command)}` failed"
        raise LocalError(f"{message} ({error}). Run as an ordinary user.") from error
    return pwd.getpwnam(NAME)


def _add_mode(path: Path, mode: int) -> None:
    present = path.stat().st_mode
    if present & mode != mode:
        path.chmod(stat.S_IMODE(present) | mode)
