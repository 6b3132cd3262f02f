"""Runs the whole product on this machine until it is told to stop or a part of it fails.

A part that dies stops the rest, with a message: on a desk's own machine a visible stop is better
than a hidden loop of restarts. In production a process manager restarts.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.local import addresses, leftovers, product, services
from factcheck.local.errors import LocalError
from factcheck.local.log import Log
from factcheck.local.processes import Processes, stop_recorded
from factcheck.local.server import Server
from factcheck.local.sharing import stop_unused, try_lock

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
CHILDREN = ("setup", "seeds", "web", "worker", "long", "deliveries", "fetches", "beat")
SUPERVISOR = "supervisor"
PATIENCE = 300.0


def run(port: int) -> None:
    """Run the product and return when a person stopped it. Raises LocalError if it cannot run."""
    for number in STOP_SIGNALS:
        signal.signal(number, _interrupt)
    var = addresses.var_directory()
    log = Log(sys.stdout)
    servers = services.needed(var)
    try:
        with _only_run(var):
            if stop_recorded(var / "run", CHILDREN):
                log.say("Stopped what an earlier run had left behind.")
            product.refuse_busy_port(port)
            log.say("Starting " + (" and ".join(server.name for server in servers) or "…"))
            with services.running(servers):
                _serve(var, port, servers, log)
    except KeyboardInterrupt:
        log.say("Stopped.")


def stop() -> bool:
    """Stop the run of this clone and whatever one left behind; return whether anything ran."""
    var = addresses.var_directory()
    records = var / "run"
    ran = leftovers.recorded(records, SUPERVISOR)
    leftovers.stop(ran[:1], patience=PATIENCE)
    found = stop_recorded(records, CHILDREN)
    stopped = [stop_unused(server) for server in services.needed(var) if server.processes()]
    return bool(ran) or found or any(stopped)


def _serve(var: Path, port: int, servers: list[Server], log: Log) -> None:
    environment = services.environment(var) | {"PORT": str(port), "PYTHONUNBUFFERED": "1"}
    environment.setdefault("HTTPS", "false")
    processes = Processes(var / "run", log, environment)
    try:
        processes.start("setup", product.preparation(), ends=True)
        _wait(lambda: processes.is_done("setup"), processes, "the database was not ready")
        for name, command in product.commands(var, port).items():
            processes.start(name, command)
        processes.start("seeds", product.seeds(), ends=True)
        _wait(lambda: product.is_healthy(port), processes, "the web server did not answer")
        _wait(lambda: processes.is_done("seeds"), processes, "the starter corpus did not load")
        _announce(var, port, log)
        _watch(processes, servers)
    finally:
        log.say("Stopping.")
        processes.stop()


def _wait(ready: Callable[[], bool], processes: Processes, failure: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not ready():
        processes.check()
        if time.monotonic() > deadline:
            raise LocalError(f"After {PATIENCE:.0f} s {failure}; the lines above may say why.")
        time.sleep(0.2)


def _watch(processes: Processes, servers: list[Server]) -> None:
    while True:
        processes.check()
        for server in servers:
            if not server.processes():
                raise LocalError(f"{server.name} has died; {server.log} may say why.")
        time.sleep(1)


def _announce(var: Path, port: int, log: Log) -> None:
    logins = var / "logins.txt"
    lines = [f"The desk is open at http://{product.HOST}:{port}/"]
    if logins.exists():
        lines += [f"Log in as (from {logins}):", *logins.read_text("utf-8").splitlines()]
    log.say("\n".join(["", *lines, "Ctrl-C stops everything.", ""]))


@contextmanager
def _only_run(var: Path) -> Iterator[None]:
    """Refuse a second run of the same clone; remember this one for `stop`."""
    records = var / "run"
    records.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (records / "supervisor.lock").open("a") as lock:
        if not try_lock(lock):
            raise LocalError("This clone is running already. `make stop` stops it.")
        leftovers.remember(records, SUPERVISOR, os.getpid())
        yield
        leftovers.forget(records, SUPERVISOR)


def _interrupt(*_: object) -> None:
    """Stop once and in order: a second signal does not cut the stopping short."""
    for each in STOP_SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt
