"""What a person sets for themselves: time zone, language and password."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import PasswordChangeForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from factcheck.accounts.models import User
from factcheck.web.language import LanguageForm
from factcheck.web.people import password_change, time_zone_change
from factcheck.web.permissions import person


def _zones() -> list[tuple[str, object]]:
    names = sorted(name for name in zoneinfo.available_timezones() if "/" in name)
    return [("", gettext_lazy("that of the site")), ("UTC", "UTC"), *((n, n) for n in names)]


class TimeZoneForm(forms.Form):
    """The zone in which this person reads times."""

    time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        choices=_zones,
        required=False,
        widget=forms.Select(attrs={"translate": "no"}),
    )


class PasswordForm(PasswordChangeForm):
    """The form of Django, without taking the focus: it is the second form of its page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["old_password"].widget.attrs["autofocus"]


@login_required
@require_http_methods(["GET", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """Show all forms; save the time zone."""
    user = person(request)
    form = TimeZoneForm(request.POST) if request.method == "POST" else _zone_form(user)
    if form.is_valid():
        time_zone_change(actor=user, name=form.cleaned_data["time_zone"])
        messages.success(request, _("Saved. Times are now shown in your time zone."))
        return redirect("preferences")
    status = 422 if request.method == "POST" else 200
    return _page(request, form, PasswordForm(user), status)


@sensitive_post_parameters()
@login_required
@require_http_methods(["POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change the person's own password; they stay signed in here and nowhere else."""
    user = person(request)
    form = PasswordForm(user, request.POST)
    if not form.is_valid():
        return _page(request, _zone_form(user), form, status=422)
    password_change(actor=user, password=form.cleaned_data["new_password1"])
    update_session_auth_hash(request, user)
    messages.success(request, _("Your password is changed."))
    return redirect("preferences")


def _zone_form(user: User) -> TimeZoneForm:
    return TimeZoneForm(initial={"time_zone": user.time_zone})


def _page(
    request: HttpRequest, zone: TimeZoneForm, secret: PasswordForm, status: int = 200
) -> HttpResponse:
    languages = LanguageForm(initial={"language": person(request).language})
    context = {"zone_form": zone, "language_form": languages, "password_form": secret}
    return render(request, "web/preferences.html", context, status=status)
