"""What concerns oneself, and that one has read it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from factcheck.web.paging import with_before
from factcheck.web.permissions import desk, person
from reviews.selectors.notifications import notifications_of, notifications_page
from reviews.services.notifications import notification_read, notifications_read
from reviews.web.row_ids import row_id


@desk()
@require_safe
def notification_list(request: HttpRequest) -> HttpResponse:
    """List them, newest first."""
    is_unread = request.GET.get("show") == "unread"
    before = row_id(request.GET.get("before", ""))
    page = notifications_page(person(request), is_unread=is_unread, before=before)
    context = {
        "page": page,
        "is_unread": is_unread,
        "older": with_before(request.GET, page.next_before) if page.next_before else "",
        "newest": with_before(request.GET, None) if before is not None else "",
    }
    return render(request, "reviews/notifications.html", context)


@desk()
@require_POST
def read(request: HttpRequest, notification_id: int) -> HttpResponse:
    """Note that one was read."""
    mine = notifications_of(person(request))
    notification_read(notification=get_object_or_404(mine, pk=notification_id))
    return redirect("notification-list")


@desk()
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Note that all were read which the list showed or older ones."""
    up_to = row_id(request.POST.get("up_to", "")) or 0
    notifications_read(actor=person(request), up_to=up_to)
    messages.success(request, _("All of these are marked as read."))
    return redirect("notification-list")
