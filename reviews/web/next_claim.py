"""The way on: the free claim of highest priority is taken, and its page opened."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from factcheck.errors import WrongState
from factcheck.web.permissions import person
from reviews.selectors.progress import taken_since
from reviews.services.leases import lease_take_next


def open_next(request: HttpRequest, *, submitted: int | None = None) -> HttpResponse:
    """Take the next claim and go to it; where there is none, say so.

    `submitted` is the item the person has just handed in: the next page offers to take it back.
    """
    actor = person(request)
    try:
        # Sent twice, the second finds what the first took.
        lease = taken_since(submitted, actor) if submitted else None
        lease = lease or lease_take_next(actor=actor)
    except WrongState as error:
        messages.error(request, error.message)
        return redirect(f"{reverse('queue')}?mine=1")
    if lease is None:
        messages.info(request, _("Nothing is waiting that you may review. Well done."))
        return redirect("workspace", submitted) if submitted else redirect("queue")
    asked = f"?{urlencode({'submitted': submitted})}" if submitted else ""
    return redirect(f"{reverse('workspace', args=[lease.item_id])}{asked}#claim")
