"""Which addresses of this site are pages, and which only take what is sent to them."""

from __future__ import annotations

from collections.abc import Callable
from inspect import getclosurevars, isfunction

from django.urls import Resolver404, resolve


def nearest_page(address: str) -> str:
    """Return an address (path, query) if it can be opened, else the nearest above it that can.

    A page that answers a form stands at the address the form was sent to: what was typed for
    /queue/5/evidence/ is refused there, but only /queue/5/ can be opened.
    """
    path = address.partition("?")[0]
    if _takes_get(path) is not False:
        return address  # one that leads nowhere says so when it is opened
    while path and not _takes_get(f"{path}/"):
        path = path.rpartition("/")[0]
    return f"{path}/"


def _takes_get(path: str) -> bool | None:
    """Return whether the view of a path is for more than POST; None where there is no view."""
    try:
        view: Callable[..., object] | None = resolve(path).func
    except Resolver404:
        return None
    while isfunction(view):
        methods = getclosurevars(view).nonlocals.get("request_method_list")
        if methods is not None:
            return "GET" in methods
        view = getattr(view, "__wrapped__", None)
    return True
