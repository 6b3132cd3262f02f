"""What a web server's worker does before its first answer."""

from __future__ import annotations

import gc
from importlib import import_module, reload


def test_what_a_worker_imported_is_not_searched_for_garbage_while_it_answers() -> None:
    serving = import_module("factcheck.wsgi")
    gc.unfreeze()  # the tests have frozen more
    reload(serving)
    assert gc.get_freeze_count() > 100_000
