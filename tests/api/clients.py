"""A client as programs are: it sends JSON."""

from __future__ import annotations

from rest_framework.test import APIClient


class JsonClient(APIClient):
    """Sends bodies as JSON unless a test says otherwise."""

    default_format = "json"
