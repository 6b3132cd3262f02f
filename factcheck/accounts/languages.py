"""The language of the pages: the person's own, else the cookie's, else the browser's."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers


class PersonalLanguageMiddleware:
    """Speak the language of whoever asks, and tell caches what it depends on.

    Codes of the API, addresses and what the desk wrote are the same in all languages. Only what is
    read as a page names its language: a feed or an export is one file for everybody.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_for(request)
        # An override: a worker's thread serves the next person, too.
        with translation.override(language):
            response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ("Accept-Language", "Cookie"))
            response.headers.setdefault("Content-Language", language_tag(language))
        return response


def language_for(request: HttpRequest) -> str:
    """Return the code (`zh-hans`) of the language in which to answer."""
    own: str = getattr(request.user, "language", "")
    # One that was chosen when the pages still were in it counts no more.
    return (
        own if own in dict(settings.LANGUAGES) else translation.get_language_from_request(request)
    )


def language_tag(code: str) -> str:
    """Return a code as BCP 47 writes it: zh-Hans."""
    primary, _, script = code.partition("-")
    return f"{primary}-{script.title()}" if script else primary
