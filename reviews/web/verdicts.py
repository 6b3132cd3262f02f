"""What readers see, without log-in or script: published verdicts and how the desk works."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from claims.models import Appearance, Claim
from claims.selectors.claims import newest_versions
from factcheck.accounts.roles import Role
from factcheck.web.paging import with_before
from reviews.exports.claim_review import claim_review
from reviews.exports.columns import verdict_url
from reviews.models import Verdict, VerdictStatus
from reviews.selectors.claim_items import is_looked_at_again
from reviews.selectors.differences import verdict_changes
from reviews.selectors.origins import verdict_origins
from reviews.selectors.published import scale_ratings, verdicts_page
from reviews.selectors.repeats import Repeats, claim_repeats
from reviews.selectors.verdicts import published_instead, verdict_versions
from reviews.web.row_ids import row_id
from reviews.web.shown_evidence import shown_evidence
from reviews.web.verdict_filters import VerdictFilterForm


@require_safe
def verdict_list(request: HttpRequest) -> HttpResponse:
    """List the published verdicts, newest first."""
    form = VerdictFilterForm(request.GET)
    page = verdicts_page(form.search())
    context = {
        "form": form,
        "verdicts": page.verdicts,
        "older": with_before(request.GET, page.next_before) if page.next_before else "",
        "newest": with_before(request.GET, None) if "before" in request.GET else "",
        "is_filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "reviews/verdict_list.html", context)


@require_safe
def verdict_detail(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Show the verdict on a claim: the newest version, or the one asked for.

    Of a merged claim without one of its own it leads to that on the claim it goes on as.
    """
    versions = verdict_versions(claim_id)
    if not versions and (instead := published_instead(claim_id)):
        return redirect(f"{reverse('verdict-detail', args=[instead.pk])}?merged={claim_id}")
    verdict = _asked_for(versions, request.GET.get("version", ""))
    before = next((each for each in versions if each.version < verdict.version), None)
    context = {
        "verdict": verdict,
        "newest": versions[0],
        "versions": versions,
        "merged": _merged(request, claim_id),
        "instead": published_instead(claim_id) if verdict.claim.merged_into_id else None,
        "ratings": verdict.rating.scale.ratings.order_by("number"),
        "evidence": shown_evidence(verdict),
        "origins": verdict_origins(verdict),
        "before": before,
        "changes": verdict_changes(before, verdict) if before else [],
        "is_looked_at_again": is_looked_at_again(verdict),
        "appearances": _one_per_article(verdict),
        "repeats": _repeats(request, verdict),
        "url": verdict_url(verdict),
        # A verdict that does not stand any more is not offered to search engines.
        "claim_review": (
            claim_review(verdict) if verdict.status == VerdictStatus.PUBLISHED else None
        ),
    }
    return render(request, "reviews/verdict_detail.html", context)


@require_safe
def methodology(request: HttpRequest) -> HttpResponse:
    """Explain the scale, the reviews and the sign-off."""
    return render(request, "reviews/methodology.html", {"ratings": scale_ratings()})


def _repeats(request: HttpRequest, verdict: Verdict) -> Repeats | None:
    """Return how often the claim was made again: for the desk, and for readers if it tells them."""
    roles: frozenset[Role] = getattr(request.user, "roles", frozenset())
    is_shown = bool(roles) or settings.PUBLISH_REPEATS
    if not is_shown or verdict.status != VerdictStatus.PUBLISHED:
        return None
    return claim_repeats(verdict.claim_id)


def _merged(request: HttpRequest, claim_id: int) -> Claim | None:
    """Return the claim that was asked for and led here."""
    asked = row_id(request.GET.get("merged", ""))
    if asked is None:
        return None
    return Claim.objects.filter(pk=asked, merged_into=claim_id).defer("vector").first()


def _asked_for(versions: list[Verdict], number: str) -> Verdict:
    wanted = [row for row in versions if not number or str(row.version) == number]
    if not wanted:
        raise Http404
    return wanted[0]


def _one_per_article(verdict: Verdict) -> list[Appearance]:
    """Return the first appearance in each article, of each the newest version; oldest first."""
    first: dict[int, Appearance] = {}
    for appearance in newest_versions(verdict.claim.appearances.all()):
        first.setdefault(appearance.article_id, appearance)
    return sorted(first.values(), key=_when)


def _when(appearance: Appearance) -> datetime.datetime:
    return appearance.article.published_at or appearance.article.received_at
