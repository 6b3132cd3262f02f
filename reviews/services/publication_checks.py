"""The structured data of a verdict, looked at before anybody gets it."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.errors import WrongState
from reviews.domain.claim_review_findings import Finding
from reviews.domain.claim_review_rules import Ground, errors_of, lint
from reviews.exports.claim_review import claim_review
from reviews.models import Verdict, VerdictStatus
from reviews.selectors.contents import evidence_rows
from reviews.selectors.verdicts import verdicts_with_context


def publication_findings(*, verdict: Verdict) -> list[Finding]:
    """Return what the linter says of the ClaimReview of a verdict, of a draft as if published."""
    shown, now = verdicts_with_context().get(pk=verdict.pk), timezone.now()
    if shown.status == VerdictStatus.DRAFT:
        shown.clarified, shown.evidence = shown.claim.clarified, evidence_rows(shown)
        shown.published_at = now
    return lint(claim_review(shown), Ground(settings.SITE_URL, now))


def publication_check(*, verdict: Verdict) -> list[Finding]:
    """Return the warnings about a verdict that is being published.

    Raises WrongState with the rule's id as code when there is an error: published, it would be
    dropped by search engines, or believed.
    """
    findings = publication_findings(verdict=verdict)
    for error in errors_of(findings):
        message = f"{_(error.rule.message)} {_(error.rule.remedy)}"
        raise WrongState(message, code=error.rule.id)
    return findings


def warnings_shown(findings: list[Finding]) -> list[dict[str, str]]:
    """Return findings as the audit log keeps them."""
    return [{"rule": each.rule.id, "path": each.path, "value": each.value} for each in findings]
