"""An article makes a claim again that the desk has published a verdict on: one alert counts up."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext as _

from claims.models import Alert, AlertedArticle, AlertKind, Appearance, Article, Claim
from claims.selectors.article_versions import article_versions
from claims.services.alerts import alert_raise, alert_settle
from reviews.selectors.checked import Checked, checked_claims, standing_verdicts


def repeats_tell(*, article: Article) -> None:
    """Tell of each claim of `article` on which, or on whose family, a published verdict stands.

    Raises an alert, or goes on with the open one of the same two claims; an article is told of
    once, also when that alert was settled since. Call it last in a transaction that holds the locks
    of the claims, for two articles with one claim would else raise two alerts, and of the checked
    ones of their families, whose verdicts would else be retracted meanwhile.
    """
    claims = list(Claim.objects.filter(appearances__article=article).distinct().defer("vector"))
    checked = checked_claims(claims)
    if not checked:
        return
    stands = standing_verdicts({each.claim_id for each in checked.values()})
    known = _made_before(article, checked)
    for claim in claims:
        found = checked.get(claim.pk)
        if found is None or claim.pk in known or found.claim_id not in stands:
            continue
        stand = stands[found.claim_id]
        if article.received_at > stand.since:
            _tell(article, claim, found, verdict_id=stand.verdict.pk)


def repeats_end(*, claim_id: int) -> None:
    """Settle the open alerts of repeats of a claim: no verdict stands on it any more.

    All are locked before the first is settled: that is audited, and an editor who settles one has
    its lock and waits for the audit chain.
    """
    about = Alert.objects.filter(
        kind=AlertKind.REPEAT, checked_claim=claim_id, settled_at__isnull=True
    )
    for alert in list(about.order_by("pk").select_for_update(no_key=True, of=("self",))):
        alert_settle(alert=alert, actor=None, note=_("The verdict was retracted."))


def _made_before(article: Article, claims: Collection[int]) -> set[int]:
    """Return which of the claims an earlier version of the page made: that is no repetition."""
    if article.version == 1:
        return set()
    earlier = [each for each in article_versions(article) if each.version < article.version]
    made = Appearance.objects.filter(article__in=earlier, claim__in=claims)
    return {claim for claim in made.values_list("claim", flat=True).distinct() if claim}


def _tell(article: Article, claim: Claim, checked: Checked, *, verdict_id: int) -> None:
    # One that was raised before its claim was merged into this one goes on, too.
    alerts = Alert.objects.filter(
        Q(claim=claim) | Q(claim__merged_into=claim),
        kind=AlertKind.REPEAT,
        checked_claim=checked.claim_id,
    )
    if alerts.filter(told_of__article=article).exists():
        return
    alert = alerts.filter(settled_at__isnull=True).first()
    if alert is None:
        alert, _is_new = alert_raise(
            kind=AlertKind.REPEAT,
            cause=f"claim {claim.pk} checked {checked.claim_id} article {article.pk}",
            article=article,
            claim=claim,
            checked_claim_id=checked.claim_id,
            details={
                "verdict": verdict_id,
                "differs": checked.differs,
                "aspects": list(checked.aspects),
            },
        )
    AlertedArticle.objects.create(alert=alert, article=article)
