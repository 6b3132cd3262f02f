"""Has the demo people work, and prints where that is seen; run with the servers at hand."""

from __future__ import annotations

import json
import os

import django

PATIENCE = 900.0  # seconds


def main() -> None:
    """Play the story, unless it was, and print the addresses of its pages as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    from tests.deadlines import wait_until
    from tests.screenshots.story import addresses, corpus_is_read, hold, play

    wait_until(corpus_is_read, seconds=PATIENCE, what="the starter corpus is read", tick=1)
    play()
    hold()
    print(json.dumps(addresses()))  # noqa: T201 (the caller reads it)


if __name__ == "__main__":
    main()
