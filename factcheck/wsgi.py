"""What gunicorn serves."""

import gc
import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.urls import resolve

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")

_django = get_wsgi_application()
# Imports all views now, before the worker serves: else its first visitor waits for that, a second
# or two.
resolve("/healthz")
# What was imported stays for good. Looked through for garbage, it held up every twentieth answer or
# so of a worker by 120 to 160 ms.
gc.collect()
gc.freeze()


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Serve a request, as UTF-8 whatever charset its content type names.

    Django reads the query in that charset before any middleware runs; with `charset=hex`, which
    Python knows and which makes no text, that was a 500.
    """
    parts = environ.get("CONTENT_TYPE", "").split(";")
    kept = [part for part in parts if not part.strip().lower().startswith("charset")]
    environ["CONTENT_TYPE"] = ";".join(kept)
    return _django(environ, start_response)
