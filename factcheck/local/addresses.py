"""Where the local servers answer and what they keep: functions of the var directory alone.

Importing or calling this starts nothing, so settings and a second shell find the same servers.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

DATABASE = "factcheck"
SUPERUSER = "postgres"
POSTGRES_SOCKET = ".s.PGSQL.5432"
REDIS_SOCKET = "redis.sock"
# macOS holds a socket's path in 104 bytes with the closing NUL, Linux in 108.
LONGEST_SOCKET_PATH = 103
REPOSITORY = Path(__file__).resolve().parents[2]


def var_directory() -> Path:
    """Return the directory of everything this clone writes: FACTCHECK_VAR, or `var/`."""
    return Path(os.environ.get("FACTCHECK_VAR") or REPOSITORY / "var").resolve()


def socket_directory(var: Path | None = None) -> Path:
    """Return the directory of both unix sockets.

    It lies in `var`, unless that path is too long for a socket: then in the temporary directory,
    under a name made of the path, so that every process of this clone computes the same one.
    """
    var = var or var_directory()
    inside = var / "sockets"
    if len(os.fsencode(inside / POSTGRES_SOCKET)) <= LONGEST_SOCKET_PATH:
        return inside
    digest = hashlib.sha256(os.fsencode(var)).hexdigest()[:12]
    return Path(tempfile.gettempdir()).resolve() / f"factcheck-{os.getuid()}-{digest}"


def database_url(var: Path | None = None, *, name: str = DATABASE) -> str:
    """Return the URL of a database of the local PostgreSQL, for settings, libpq and psql."""
    host = quote(str(socket_directory(var)), safe="")
    return f"postgresql://{SUPERUSER}@{host}/{name}"


def redis_url(var: Path | None = None, *, number: int = 0) -> str:
    """Return the URL of one of the numbered databases of the local Redis, for redis-py."""
    return f"unix://{quote(str(socket_directory(var) / REDIS_SOCKET))}?db={number}"


def broker_url(url: str) -> str:
    """Return a Redis URL as Celery writes it; only those of unix sockets differ."""
    parts = urlsplit(url)
    if parts.scheme != "unix":
        return url
    number = parse_qs(parts.query).get("db", ["0"])[0]
    return f"redis+socket://{parts.path}?virtual_host={number}"


def secret_key(var: Path | None = None) -> str:
    """Return Django's secret key of this clone; the first call makes it, readable by its owner."""
    path = (var or var_directory()) / "secret_key"
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii").strip()


def _write_once(path: Path, text: str) -> None:
    """Write a 0600 file whole or not at all; of two processes at once, the first one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
        path.hardlink_to(draft)
    except FileExistsError:
        return
    finally:
        Path(draft).unlink()
