"""The switch of languages: in the header, for readers too, and among the preferences."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from factcheck.web.addresses import nearest_page
from factcheck.web.people import language_change
from factcheck.web.permissions import person

CHOICES = [("", _("that of the browser")), *settings.LANGUAGES]


class LanguageForm(forms.Form):
    """The language in which this person reads the pages."""

    language = forms.ChoiceField(label=_("Language"), choices=CHOICES, required=False)


@csrf_exempt  # a token would take the pages of readers, who have none, out of every cache
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Change the language, and go back to the page where that was asked for."""
    return _of_person(request) if request.user.is_authenticated else _of_reader(request)


@csrf_protect
def _of_person(request: HttpRequest) -> HttpResponse:
    """Remember it with the person; by the cookie, pages stay in it when they have logged out."""
    language_change(actor=person(request), code=request.POST.get("language", ""))
    return _of_reader(request)


def _of_reader(request: HttpRequest) -> HttpResponse:
    """Remember it in the browser. What is no language of the pages forgets what was chosen."""
    response, code = HttpResponseRedirect(_back(request)), request.POST.get("language", "")
    if code in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            code,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
        )
    else:
        response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
    return response


def _back(request: HttpRequest) -> str:
    """Return the page that was asked for, or the nearest above it, if it is one of this site's."""
    page = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        page, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return nearest_page(page) if is_ours else resolve_url(settings.LOGOUT_REDIRECT_URL)
