"""Sending what one reads to the desk: a bookmarklet, and the share menu of telephones."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from claims.sources.share import shared_in
from factcheck.web.permissions import desk

# Runs on the page that is read, whatever that page allows: it only opens an address. What was
# selected goes behind the #, which is sent to no server: addresses have no room for a text. Of the
# title there is as much as servers take: they count bytes, nine for each Chinese character.
BOOKMARKLET = (
    "javascript:(()=>{{let t=document.title.slice(0,200);"
    "const q=()=>String(new URLSearchParams({{url:location.href.slice(0,1500),title:t}}));"
    "while(t&&q().length>3500)t=t.slice(0,-1);"
    "open('{address}?'+q()+'#text='+encodeURIComponent(String(getSelection())));}})()"
)
PREFILLED = {"url": 2000, "title": 500, "text": 10_000}  # characters


@desk()
@require_safe
def article_send(request: HttpRequest) -> HttpResponse:
    """Show the bookmarklet and how to use it."""
    address = request.build_absolute_uri(reverse("article-add"))
    return render(
        request, "claims/article_send.html", {"bookmarklet": BOOKMARKLET.format(address=address)}
    )


@require_safe
def manifest(_request: HttpRequest) -> JsonResponse:
    """Tell telephones that the desk can be put beside their apps, and shared to."""
    about = {
        "name": settings.SITE_NAME,
        "start_url": reverse("queue"),
        "display": "standalone",
        "icons": [{"src": static("web/icon.svg"), "type": "image/svg+xml", "sizes": "any"}],
        "share_target": {
            # Not by the address: that has room for 900 Chinese characters.
            "action": reverse("article-share"),
            "method": "POST",
            "enctype": "application/x-www-form-urlencoded",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
    }
    return JsonResponse(about, content_type="application/manifest+json")


def prefilled(fields: QueryDict) -> dict[str, str]:
    """Return what is asked to be filled in. Apps put the address of a page into `text`."""
    asked = {
        name: fields.get(name, "").replace("\x00", "")[:most] for name, most in PREFILLED.items()
    }
    shared = shared_in(asked["text"])
    asked["title"] = asked["title"] or shared.title
    if shared.url and not asked["url"]:
        asked["url"] = shared.url
    if asked["text"].strip() in {asked["url"], asked["title"]}:
        asked["text"] = ""  # what is shared is the page; its text is there
    return {name: value for name, value in asked.items() if value}
