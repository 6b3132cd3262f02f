"""The people of a desk, and what they do to an item until it stands where a scene wants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from claims.services.evidence import evidence_remove
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from reviews.models import Lease, QueueItem, Verdict
from reviews.services.authorship import verdict_hand_over
from reviews.services.corrections import item_reopen, verdict_retract
from reviews.services.dismissals import item_dismiss
from reviews.services.leases import lease_take
from reviews.services.merging import claim_merge
from reviews.services.more_reviews import review_ask
from reviews.services.verdicts import (
    verdict_publish,
    verdict_resubmit,
    verdict_revise,
    verdict_send_back,
)
from tests.factories import make_evidence, make_item, make_person
from tests.walks import REVIEW, review, sign_off, text_of

NEWER = "The newer table gives another number."
OTHER = replace(REVIEW, rating="true")
# The author reviews first, the second reviewer second; both are editors, so that no refusal of
# theirs is for want of a role.
ROLES: Mapping[str, tuple[Role, ...]] = {
    "outsider": (),
    "checker": (Role.FACT_CHECKER,),
    "author": (Role.FACT_CHECKER, Role.EDITOR),
    "second": (Role.FACT_CHECKER, Role.EDITOR),
    "editor": (Role.EDITOR,),
    "administrator": (Role.ADMINISTRATOR,),
}


class Desk:
    """The people of the tests, by the names that scenes call them by."""

    def __init__(self) -> None:
        self.people = {name: make_person(*roles, username=name) for name, roles in ROLES.items()}

    def __getattr__(self, name: str) -> User:
        return self.people[name]


def waiting(desk: Desk, wanted: int = 1) -> QueueItem:
    item = make_item(reviews_wanted=wanted)
    make_evidence(item.claim, desk.checker)
    return item


def held_bare(desk: Desk) -> QueueItem:
    return lease_take(item=make_item(), actor=desk.author).item


def held(desk: Desk, wanted: int = 1) -> QueueItem:
    return lease_take(item=waiting(desk, wanted), actor=desk.author).item


def reviewed_once(desk: Desk, wanted: int = 2) -> QueueItem:
    item = waiting(desk, wanted)
    review(item, desk.author)
    return item


def held_again(desk: Desk, wanted: int = 2) -> QueueItem:
    return lease_take(item=reviewed_once(desk, wanted), actor=desk.second).item


def disputed(desk: Desk) -> QueueItem:
    item = reviewed_once(desk)
    review(item, desk.second, OTHER)
    return item


def held_by_a_third(desk: Desk) -> QueueItem:
    return lease_take(item=disputed(desk), actor=desk.checker).item


def drafted(desk: Desk) -> QueueItem:
    item = reviewed_once(desk)
    review(item, desk.second)
    return item


def signed(desk: Desk) -> QueueItem:
    item = drafted(desk)
    sign_off(verdict_of(item), desk.editor)
    return item


def without_evidence(desk: Desk) -> QueueItem:
    item = drafted(desk)
    rewrite(item, desk.author, no_evidence_reason="")
    for row in item.claim.evidence.all():
        evidence_remove(evidence=row, actor=desk.checker)
    return item


def unasked(desk: Desk) -> QueueItem:
    item = drafted(desk)
    item.claim.speaker = "Mayor Budi Santoso"
    item.claim.save()
    return item


def sent_back(desk: Desk) -> QueueItem:
    item = drafted(desk)
    verdict_send_back(verdict=verdict_of(item), actor=desk.editor, note="Which year?")
    return item


def sent_back_without_evidence(desk: Desk) -> QueueItem:
    item = without_evidence(desk)
    verdict_send_back(verdict=verdict_of(item), actor=desk.editor, note="Any source?")
    return item


def asked_again(desk: Desk) -> QueueItem:
    """The draft was handed to the second reviewer, who has not reviewed, before one more was."""
    item = reviewed_once(desk, wanted=1)
    draft = verdict_of(item)
    verdict_send_back(verdict=draft, actor=desk.editor, note="Which year?")
    verdict_hand_over(verdict=draft, actor=desk.editor, author=desk.second, note="She left.")
    verdict_resubmit(verdict=draft, actor=desk.second)
    return review_ask(item=item, actor=desk.editor, note="A minister is quoted.")


def signed_unawares(desk: Desk) -> QueueItem:
    item = signed(desk)
    Verdict.objects.filter(item=item).update(one_origin_reason="")  # it had two origins then
    return item


def published(desk: Desk) -> QueueItem:
    item = signed(desk)
    verdict_publish(verdict=verdict_of(item), actor=desk.editor)
    return item


def reopened(desk: Desk) -> QueueItem:
    return item_reopen(item=published(desk), actor=desk.checker, note="A newer table is out.")


def drafted_again(desk: Desk) -> QueueItem:
    item = reopened(desk)
    for person in (desk.author, desk.second):
        review(item, person, OTHER)
    return item


def explained(desk: Desk) -> QueueItem:
    item = drafted_again(desk)
    rewrite(item, desk.author, correction_note=NEWER, correction_kind="rating")
    return item


def called_a_typo(desk: Desk) -> QueueItem:
    item = drafted_again(desk)
    rewrite(item, desk.author, correction_note=NEWER, correction_kind="typo")
    return item


def signed_again(desk: Desk) -> QueueItem:
    item = explained(desk)
    sign_off(verdict_of(item), desk.editor)
    return item


def corrected(desk: Desk) -> QueueItem:
    item = signed_again(desk)
    verdict_publish(verdict=verdict_of(item), actor=desk.editor)
    return item


def superseded(desk: Desk) -> QueueItem:
    newer = corrected(desk)
    return QueueItem.objects.filter(claim=newer.claim_id).earliest("id")


def retracted(desk: Desk) -> QueueItem:
    item = published(desk)
    verdict_retract(verdict=verdict_of(item), actor=desk.editor, note="The table was misread.")
    return item


def dismissed(desk: Desk) -> QueueItem:
    return item_dismiss(item=waiting(desk), actor=desk.checker, note="An opinion.")


def dismissed_again(desk: Desk) -> QueueItem:
    return item_dismiss(item=reopened(desk), actor=desk.checker, note="The table is no news.")


def merged(desk: Desk) -> QueueItem:
    return merge(waiting(desk), desk.checker)


def reopened_after_retraction(desk: Desk) -> QueueItem:
    return item_reopen(item=retracted(desk), actor=desk.checker, note="It was right.")


def merged_again(desk: Desk) -> QueueItem:
    return merge(reopened_after_retraction(desk), desk.checker)


def merge(item: QueueItem, actor: User) -> QueueItem:
    """Merge the claim of `item` into another one that waits."""
    claim_merge(claim=item.claim, into=make_item().claim, actor=actor, note="The same.", based_on=0)
    return item


def verdict_of(item: QueueItem) -> Verdict:
    return Verdict.objects.get(item=item)


def rewrite(item: QueueItem, author: User, **changes: str) -> None:
    draft = verdict_of(item)
    text = replace(text_of(draft), **changes)  # type: ignore[arg-type]
    verdict_revise(verdict=draft, actor=author, text=text, based_on=draft.revision)


def running_lease(item: QueueItem) -> Lease | None:
    return Lease.objects.filter(item=item, ended_at__isnull=True).first()
