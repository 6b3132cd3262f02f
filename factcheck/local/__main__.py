"""`python -m factcheck.local run | exec -- COMMAND… | stop`."""

from __future__ import annotations

import argparse
import os
import sys

from factcheck.local import command, supervisor
from factcheck.local.errors import LocalError


def main() -> int:
    """Do what the command line asks for; refusals go to stderr as sentences."""
    arguments = _arguments()
    try:
        if arguments.task == "exec":
            return command.execute(arguments.command)
        if arguments.task == "stop":
            print("Stopped." if supervisor.stop() else "Nothing was running.")
            return 0
        supervisor.run(arguments.port)
    except LocalError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m factcheck.local")
    tasks = parser.add_subparsers(dest="task", required=True)
    run = tasks.add_parser("run", help="serve the product until Ctrl-C")
    run.add_argument("--port", type=_port, default=os.environ.get("PORT", "8000"))
    execute = tasks.add_parser("exec", help="run a command with PostgreSQL and Redis at hand")
    execute.add_argument("command", nargs="+")
    tasks.add_parser("stop", help="stop the running product and leftovers of a crash")
    return parser.parse_args()


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"PORT is {text!r}; it must be a number from 1 to 65535")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
