"""Brings the database, the static files and the first users up to date. Run before serving."""

from __future__ import annotations

import os

import django
from django.core.management import call_command


def main() -> None:
    """Do it all; each step may be done again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("messages", compile=True)
    from factcheck.local.demo_users import make_demo_users

    make_demo_users()


if __name__ == "__main__":
    main()
