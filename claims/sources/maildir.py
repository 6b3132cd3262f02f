"""A folder in which a mail server leaves mail, one file each (Maildir): taken one by one.

Whoever takes a file holds a lock on it, which the kernel gives back if they die. A rename would be
a lock, too, but nobody could tell then who is slow from who is dead.
"""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from claims.sources.unreadable import Unreadable

SEEN = ":2,S"  # what a mail is called behind its name once it was read
REFUSED = ".refused"
MOST_NAME = 220  # bytes


@dataclass(frozen=True, slots=True)
class Maildir:
    """A mail folder. What is new lies in `new`, what was taken in `cur`, the rest in `.refused`."""

    path: Path

    def prepare(self) -> None:
        """Make the folders that are not there."""
        for name in ("new", "cur", "tmp", REFUSED):
            (self.path / name).mkdir(parents=True, exist_ok=True)

    def names(self) -> list[str]:
        """Return the names of new mails, the oldest first: they begin with the time."""
        return sorted(each.name for each in (self.path / "new").iterdir() if each.name[0] != ".")

    @contextmanager
    def held(self, name: str, *, most_bytes: int) -> Iterator[bytes | None]:
        """Hold a new mail and give what is in it, up to one byte more than `most_bytes`.

        Gives None when somebody else holds or has taken it. Raises Unreadable when it is no file
        but a link, a folder or a device.
        """
        path = self.path / "new" / name
        try:
            if not stat.S_ISREG(path.lstat().st_mode):
                raise Unreadable("file_no_file")
            number = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except FileNotFoundError:
            yield None
            return
        with os.fdopen(number, "rb") as file:
            is_ours = _lock(number) and _is_still(number, path)
            yield file.read(most_bytes + 1) if is_ours else None

    def keep(self, name: str) -> None:
        """Put a mail that was taken in to those that were read."""
        self._move(name, self.path / "cur", f"{_short(name.partition(':')[0])}{SEEN}")

    def refuse(self, name: str, reason: str) -> None:
        """Put a mail aside, with the reason in a file beside it."""
        target = self._move(name, self.path / REFUSED, _short(name))
        target.with_name(f"{target.name}.reason").write_text(f"{reason}\n", encoding="utf-8")

    def _move(self, name: str, folder: Path, wanted: str) -> Path:
        """Move a new mail into `folder` as `wanted`, or the like; return where it lies now."""
        target, taken = folder / wanted, 0
        while target.exists():  # nothing is overwritten, be it that two mails have one name
            taken += 1
            target = folder / f"again-{wanted}" if taken == 1 else folder / f"again{taken}-{wanted}"
        return (self.path / "new" / name).rename(target)


def _short(name: str) -> str:
    """Return a name with room for what is put before and behind it: it may have 255 bytes."""
    return os.fsdecode(os.fsencode(name)[:MOST_NAME])


def _lock(number: int) -> bool:
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_still(number: int, path: Path) -> bool:
    """Say whether the file at `path` is the open one: it may have been moved before the lock."""
    try:
        return os.path.samestat(os.fstat(number), path.lstat())
    except FileNotFoundError:
        return False
