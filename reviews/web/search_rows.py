"""What search found, in words: where each row leads, and what stands under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.language_names import language_name
from reviews.domain.states import State
from reviews.models import SearchKind, VerdictStatus
from reviews.models.queue import STATE_LABELS
from reviews.selectors.search_hits import (
    ArticleHit,
    CheckHit,
    ClaimHit,
    Excerpt,
    Hit,
    VerdictHit,
)

Fact = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A row: `title` leads to `url`, on another site if `is_elsewhere`; `excerpts` stand under it.

    An excerpt is (what it is, "" for what needs no name; the text; its language). `facts` are said
    in one line: (text, its language, "" for that of the page).
    """

    kind: str
    kind_label: str
    url: str
    is_elsewhere: bool
    title: Excerpt
    language: str
    excerpts: list[tuple[str, Excerpt, str]]
    facts: list[Fact]
    hit: Hit


def shown_hits(hits: Iterable[Hit]) -> list[ShownHit]:
    """Return the rows of a page in words."""
    return [_shown(hit) for hit in hits]


def _shown(hit: Hit) -> ShownHit:
    match hit.shown:
        case ClaimHit():
            return _claim(hit, hit.shown)
        case VerdictHit():
            return _verdict(hit, hit.shown)
        case ArticleHit():
            return _article(hit, hit.shown)
        case CheckHit():
            return _check(hit, hit.shown)


def _claim(hit: Hit, shown: ClaimHit) -> ShownHit:
    return _row(
        hit,
        url=_claim_url(shown),
        title=shown.excerpt,
        language=shown.claim.language,
        excerpts=_wordings(shown),
        facts=_claim_facts(shown),
    )


def _verdict(hit: Hit, shown: VerdictHit) -> ShownHit:
    verdict = shown.verdict
    return _row(
        hit,
        url=_verdict_url(shown),
        title=shown.excerpt,
        language=verdict.claim.language,
        excerpts=[("", each, "") for each in (shown.summary, shown.body) if each],
        facts=[(verdict.rating.label, ""), (str(VerdictStatus(verdict.status).label), "")],
    )


def _article(hit: Hit, shown: ArticleHit) -> ShownHit:
    language = shown.article.language
    return _row(
        hit,
        url=reverse("article-detail", args=[shown.article.pk]),
        title=_titled(shown),
        language=language,
        excerpts=[("", shown.body, language)],
        facts=[_outlet(shown), (language_name(language), "")],
    )


def _check(hit: Hit, shown: CheckHit) -> ShownHit:
    check = shown.check
    return _row(
        hit,
        url=check.url if check.url.startswith(("http://", "https://")) else "",
        title=shown.excerpt,
        language=check.language,
        excerpts=[],
        facts=[
            (check.publisher, check.language),
            (check.rating, check.language),
            (language_name(check.language), ""),
        ],
    )


def _row(
    hit: Hit,
    *,
    url: str,
    title: Excerpt,
    language: str,
    excerpts: list[tuple[str, Excerpt, str]],
    facts: list[Fact],
) -> ShownHit:
    return ShownHit(
        kind=hit.kind.value,
        kind_label=str(hit.kind.label),
        url=url,
        is_elsewhere=hit.kind == SearchKind.EARLIER_CHECK,
        title=title,
        language=language,
        excerpts=excerpts,
        facts=[fact for fact in facts if fact[0]],
        hit=hit,
    )


def _claim_url(shown: ClaimHit) -> str:
    """Return where the desk works on the claim, or where it was made while it does not."""
    if shown.item:
        return reverse("workspace", args=[shown.item.pk])
    made = shown.claim.appearances.all()[:1]
    return reverse("article-detail", args=[made[0].article_id]) if made else ""


def _verdict_url(shown: VerdictHit) -> str:
    verdict = shown.verdict
    if verdict.status == VerdictStatus.DRAFT:
        return reverse("workspace", args=[verdict.item_id])
    return reverse("verdict-detail", args=[verdict.claim_id])


def _wordings(shown: ClaimHit) -> list[tuple[str, Excerpt, str]]:
    language = shown.claim.language
    clarified = [(_("Clearer wording"), shown.clarified, language)] if shown.clarified else []
    wording = [(_("Also said as"), shown.wording, shown.wording_language)] if shown.wording else []
    return clarified + wording


def _claim_facts(shown: ClaimHit) -> list[Fact]:
    number = shown.reach.outlets
    outlets = ngettext("%(number)s outlet", "%(number)s outlets", number) % {"number": number}
    state = str(STATE_LABELS[State(shown.item.state)]) if shown.item else _("not in the queue")
    return [
        (state, ""),
        (shown.claim.speaker, shown.claim.language),
        (outlets if number else "", ""),
        (language_name(shown.claim.language), ""),
    ]


def _titled(shown: ArticleHit) -> Excerpt:
    """Return the title of an article, or what stands in for one."""
    if shown.title.text:
        return shown.title
    name = shown.article.received_name or f"#{shown.article.pk}"
    return Excerpt(name, 0, (), goes_on=False)


def _outlet(shown: ArticleHit) -> Fact:
    source = shown.article.source
    return (source.name, source.language) if source else (_("outlet not named"), "")
