"""The search page: one box, filters, what was found of each kind."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from claims.language_names import language_name
from factcheck import flow
from factcheck.errors import InvalidInput
from factcheck.web.permissions import desk, person
from reviews.models import SearchKind
from reviews.selectors.queue_choices import queue_choices
from reviews.selectors.search import SearchPage, search_page
from reviews.selectors.search_alike import FEW, claims_alike
from reviews.selectors.search_wish import SearchWish, wish_from
from reviews.web.search_filters import KIND_LABELS, STATUS_LABELS, chips_of, filters_in
from reviews.web.search_rows import shown_hits

MOST_TRIES = 8  # of the page to get a vector from a worker


@desk()
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what fits the query string; what makes no sense in it is named, and nothing found."""
    context = _controls(request)
    try:
        wish = wish_from(request.GET.dict())
        page = search_page(wish, person(request), request.GET.get("cursor", ""))
    except InvalidInput as error:
        return render(request, "reviews/search.html", context | {"error": error}, status=400)
    return render(request, "reviews/search.html", context | _found(request, wish, page))


@desk()
@require_safe
def alike(request: HttpRequest) -> HttpResponse:
    """Show claims alike in meaning; until a worker has read the query, the answer asks again."""
    wish = wish_from(request.GET.dict())
    text = wish.text.strip()
    vector = flow.search_meaning(text) if text else None
    tries = _tries(request)
    context: dict[str, Any] = {"waits": vector is None and bool(text) and tries < MOST_TRIES}
    if vector is not None:
        context["rows"] = shown_hits(claims_alike(vector, wish, person(request)))
    query = request.GET.copy()
    query["tries"] = str(tries + 1)
    context |= {"again": query.urlencode(), "failed": vector is None and not context["waits"]}
    is_part = bool(request.headers.get("HX-Request"))
    template = "reviews/search_alike.html" if is_part else "reviews/search_alike_page.html"
    return render(request, template, context)


def _found(request: HttpRequest, wish: SearchWish, page: SearchPage) -> dict[str, Any]:
    claims = page.counts[SearchKind.CLAIM]
    total = sum(count.number for count in page.counts.values())
    is_more = any(count.is_more for count in page.counts.values())
    is_first = not request.GET.get("cursor")
    may_be_alike = page.has_words and bool(wish.text.strip()) and wish.kind in ("", "claim")
    return {
        "rows": shown_hits(page.hits),
        "has_words": page.has_words,
        "is_open": wish.is_open,
        "total": total,
        "tabs": [
            ("", _("Everything"), total, is_more),
            *(
                (kind.value, KIND_LABELS[kind], count.number, count.is_more)
                for kind, count in page.counts.items()
            ),
        ],
        "next_page": _with(request.GET, "cursor", page.cursor) if page.cursor else "",
        "shows_alike": may_be_alike and is_first and claims.number < FEW,
    }


def _controls(request: HttpRequest) -> dict[str, Any]:
    """Return what the form offers, and what of it is chosen."""
    choices = queue_choices()
    languages = [(tag, language_name(tag)) for tag in choices.languages]
    return {
        "asked": {name: value for name, value in request.GET.items() if value},
        "languages": languages,
        "sources": choices.sources,
        "statuses": STATUS_LABELS.items(),
        "chips": chips_of(request.GET, sources=dict(choices.sources)),
        "of_any_kind": filters_in(request.GET, "kind"),
        "here": filters_in(request.GET),
    }


def _with(query: QueryDict, name: str, value: str) -> str:
    changed = query.copy()
    changed[name] = value
    return changed.urlencode()


def _tries(request: HttpRequest) -> int:
    said = request.GET.get("tries", "")
    return int(said) if said.isdecimal() and said.isascii() and len(said) < 3 else 0
