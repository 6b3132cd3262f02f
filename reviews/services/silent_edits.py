"""A page changed a passage that the desk works on, or has published a verdict on: an alert."""

from __future__ import annotations

from collections.abc import Sequence

from claims.evidence.correction_notes import says_corrected
from claims.models import AlertKind, Article, Claim
from claims.selectors.article_versions import Passage, passages_of_version
from claims.services.alerts import alert_raise
from reviews.domain.states import State
from reviews.models import QueueItem, Verdict, VerdictStatus

# What the desk has put aside may be changed without a word to it.
PUT_ASIDE = frozenset({State.DISMISSED, State.MERGED})


def changed_passages(version: Article) -> list[Passage]:
    """Return what `version` changed or left out of the claims of the one before, one of each.

    Before any lock is taken: to look for what is gone takes a while in a long page.
    """
    return _changed(passages_of_version(version))


def changed_passages_tell(*, version: Article, passages: Sequence[Passage]) -> None:
    """Raise an alert for each of these passages whose claim the desk works on; once each.

    Call it last in the transaction of the step. The verdict itself is changed by nobody but people.
    """
    before = version.supersedes
    if before is None or not passages:
        return
    is_told = says_corrected(before.text, version.text)
    kind = AlertKind.OPEN_EDIT if is_told else AlertKind.SILENT_EDIT
    for passage in passages:
        claim = passage.appearance.claim
        if claim is None or not _is_worked_on(claim):
            continue
        alert_raise(
            kind=kind,
            cause=f"article {version.pk} claim {claim.pk}",
            article=version,
            claim=claim,
            source=version.source,
            details={
                "before": passage.appearance.text,
                "after": passage.now,
                "verdict": _published_verdict(claim),
            },
        )


def _changed(passages: Sequence[Passage]) -> list[Passage]:
    """Return the first passage of each claim that was changed.

    One that is gone counts only if the claim stands nowhere else in the new version: an outlet
    that cuts the second mention of a figure has taken nothing back.
    """
    intact = {each.appearance.claim_id for each in passages if each.is_intact}
    changed: dict[int | None, Passage] = {}
    for each in passages:
        claim = each.appearance.claim_id
        if not each.is_intact and (each.found is not None or claim not in intact):
            changed.setdefault(claim, each)
    return list(changed.values())


def _is_worked_on(claim: Claim) -> bool:
    """Return whether the claim waits, is under review, or has a verdict."""
    newest = QueueItem.objects.filter(claim=claim.merged_into_id or claim.pk).order_by("-id")
    state = newest.values_list("state", flat=True).first()
    return state is not None and State(state) not in PUT_ASIDE


def _published_verdict(claim: Claim) -> int | None:
    published = Verdict.objects.filter(
        claim=claim.merged_into_id or claim.pk, status=VerdictStatus.PUBLISHED
    )
    return published.values_list("pk", flat=True).first()
