"""Gives a run PostgreSQL, Redis and translations, so that plain `pytest` works in a bare clone.

Runs that go on at once share the servers under `var/test`, never those of a running product.
Each run, and each worker of a run that pytest-xdist splits, has a number of its own, and by it a
database, a Redis database and a var directory.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from factcheck.catalogues.compiling import compile_all
from factcheck.local import addresses, services
from factcheck.local.redis_server import DATABASES
from factcheck.local.sharing import try_lock

GIVEN = "TEST_GIVEN_"
"""Before the name of a variable that was set here: a worker inherits it and sets its own."""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[None]:
    """Start the servers before pytest-django reads the settings."""
    stack = ExitStack()
    early_config.add_cleanup(stack.close)
    var = Path(__file__).resolve().parent.parent / "var" / "test"
    number = stack.enter_context(_own_number(var / "run"))
    stack.enter_context(services.running(services.needed(var, durable=False)))
    for name, url in (
        ("DATABASE_URL", addresses.database_url(var, name=f"factcheck_{number}")),
        ("REDIS_URL", addresses.redis_url(var, number=number)),
    ):
        if os.environ.get(name, "") == os.environ.get(f"{GIVEN}{name}", ""):
            os.environ[name] = os.environ[f"{GIVEN}{name}"] = url
    os.environ["FACTCHECK_VAR"] = str(var / f"run-{number}")
    os.environ.setdefault("READ_SECONDS", "20")  # the most: a machine at its limit reads slowly
    _keep_bytecode()
    compile_all()
    return (yield)


def _keep_bytecode() -> None:
    """Have what is compiled kept, although the environment of a container may say not to.

    A run starts fifty processes, and each took half a second to compile the product anew.
    """
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@contextmanager
def _own_number(directory: Path) -> Iterator[int]:
    """Take the lowest number that no other run has; the kernel gives it back if this run dies."""
    directory.mkdir(mode=0o711, parents=True, exist_ok=True)
    for number in range(DATABASES):
        with (directory / f"number-{number}").open("a") as file:
            if try_lock(file):
                yield number
                return
    raise pytest.UsageError(f"{DATABASES} test runs are going on at once; wait for one to end")
