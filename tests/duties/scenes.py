"""Items in every state of the desk, each with what is true of it and of each person: by hand.

What a selector finds out of rows is written here a second time, in words of the table of states,
so that a selector that errs does not also err in what the tests expect.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from claims.services.evidence import evidence_remove
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from reviews.domain.guards import Situation
from reviews.domain.recusal import Kind
from reviews.domain.states import State
from reviews.models import Lease, QueueItem, Verdict
from reviews.services.authorship import verdict_hand_over
from reviews.services.corrections import item_reopen, verdict_retract
from reviews.services.dismissals import item_dismiss
from reviews.services.leases import lease_take
from reviews.services.more_reviews import review_ask
from reviews.services.recusals import RecusalFrom, recusal_declare
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
Facts = Mapping[str, Any]


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


@dataclass(frozen=True, slots=True)
class Scene:
    """An item in `state`. `facts` hold for everybody, `of` for the person named."""

    state: State
    build: Callable[[Desk], QueueItem]
    facts: Facts = field(default_factory=dict)
    of: Mapping[str, Facts] = field(default_factory=dict)
    claim_has_evidence: bool = True
    tried_by: Sequence[str] = tuple(ROLES)

    @property
    def has_verdict(self) -> bool:
        """Return whether the reviews have drafted a verdict: then somebody wrote it."""
        return any(facts.get("is_author") for facts in self.of.values())

    def situation(self, name: str, **typed: Any) -> Situation:
        """Return what is true for the person `name` who sends what is `typed`."""
        facts = {**self.facts, **self.of.get(name, {}), **typed}
        return Situation(roles=frozenset(ROLES[name]), **facts)


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


def verdict_of(item: QueueItem) -> Verdict:
    return Verdict.objects.get(item=item)


def rewrite(item: QueueItem, author: User, **changes: str) -> None:
    draft = verdict_of(item)
    text = replace(text_of(draft), **changes)  # type: ignore[arg-type]
    verdict_revise(verdict=draft, actor=author, text=text, based_on=draft.revision)


def running_lease(item: QueueItem) -> Lease | None:
    return Lease.objects.filter(item=item, ended_at__isnull=True).first()


HAS_REVIEWED: Facts = {"has_reviewed": True}
HOLDS: Facts = {"holds_lease": True}
WROTE: Facts = {"is_author": True, "has_reviewed": True}
DRAFT: Facts = {
    "reviews_in": 2, "reviews_wanted": 2, "has_evidence": True, "origins_are_enough": False,
}  # fmt: skip
BARE: Facts = {**DRAFT, "has_evidence": False, "origins_are_enough": True}
WRITERS: Mapping[str, Facts] = {"author": WROTE, "second": HAS_REVIEWED}
# One row of evidence; the first version was published with another rating.
AGAIN: Facts = {**DRAFT, "is_correction": True, "kind_fits_rating": False}
EXPLAINED: Facts = {**AGAIN, "says_what_changed": True, "kind_fits_rating": True}

SCENES: dict[str, Scene] = {
    "waiting": Scene(State.QUEUED, waiting),
    "held": Scene(State.IN_REVIEW, held, {"is_leased": True}, {"author": HOLDS}),
    "held without evidence": Scene(
        State.IN_REVIEW, held_bare, {"is_leased": True}, {"author": HOLDS},
        claim_has_evidence=False,
    ),
    "held, two wanted": Scene(
        State.IN_REVIEW,
        lambda desk: held(desk, wanted=2),
        {"is_leased": True, "reviews_wanted": 2},
        {"author": HOLDS},
    ),
    "reviewed once": Scene(
        State.SECOND_REVIEW, reviewed_once,
        {"reviews_in": 1, "reviews_wanted": 2}, {"author": HAS_REVIEWED},
    ),
    "held for the second review": Scene(
        State.SECOND_REVIEW, held_again,
        {"is_leased": True, "reviews_in": 1, "reviews_wanted": 2},
        {"author": HAS_REVIEWED, "second": HOLDS},
    ),
    "three wanted": Scene(State.QUEUED, lambda desk: waiting(desk, 3), {"reviews_wanted": 3}),
    "held for the second review of three": Scene(
        State.SECOND_REVIEW,
        lambda desk: held_again(desk, wanted=3),
        {"is_leased": True, "reviews_in": 1, "reviews_wanted": 3},
        {"author": HAS_REVIEWED, "second": HOLDS},
    ),
    "disputed": Scene(
        State.ADJUDICATION, disputed,
        {"reviews_in": 2, "reviews_wanted": 2, "ratings_agree": False},
        {"author": HAS_REVIEWED, "second": HAS_REVIEWED},
    ),
    "held for adjudication": Scene(
        State.ADJUDICATION, held_by_a_third,
        {"is_leased": True, "reviews_in": 2, "reviews_wanted": 2, "ratings_agree": False},
        {"author": HAS_REVIEWED, "second": HAS_REVIEWED, "checker": HOLDS},
    ),
    "drafted": Scene(State.SIGN_OFF, drafted, DRAFT, WRITERS),
    "without evidence": Scene(
        State.SIGN_OFF, without_evidence, BARE, WRITERS
    ),
    "speaker not asked": Scene(
        State.SIGN_OFF, unasked, {**DRAFT, "reply_is_settled": False}, WRITERS
    ),
    "signed off": Scene(State.SIGN_OFF, signed, {**DRAFT, "signed_off": True}, WRITERS),
    "signed off as of two origins": Scene(
        State.SIGN_OFF, signed_unawares,
        {**DRAFT, "signed_off": True, "few_origins_are_known": False}, WRITERS,
    ),
    "sent back": Scene(State.SENT_BACK, sent_back, DRAFT, WRITERS),
    "sent back without evidence": Scene(
        State.SENT_BACK, sent_back_without_evidence, BARE, WRITERS
    ),
    "handed over, then reviewed again": Scene(
        State.SECOND_REVIEW, asked_again, {**DRAFT, "reviews_in": 1},
        {
            "author": {"has_reviewed": True, "has_written": True},
            "second": {"is_author": True},
        },
        tried_by=("author", "second"),
    ),
    "published": Scene(State.PUBLISHED, published, {**DRAFT, "signed_off": True}, WRITERS),
    "reopened": Scene(State.REOPENED, reopened, {"reviews_wanted": 2}),
    "drafted again": Scene(State.SIGN_OFF, drafted_again, AGAIN, WRITERS),
    "explained": Scene(State.SIGN_OFF, explained, EXPLAINED, WRITERS),
    "called a typo": Scene(
        State.SIGN_OFF, called_a_typo, {**EXPLAINED, "kind_fits_rating": False}, WRITERS
    ),
    "signed off again": Scene(
        State.SIGN_OFF, signed_again,
        {**EXPLAINED, "signed_off": True}, WRITERS,
    ),
    "corrected": Scene(
        State.CORRECTED, corrected,
        {**EXPLAINED, "signed_off": True}, WRITERS,
    ),
    "superseded": Scene(
        State.PUBLISHED, superseded,
        {**DRAFT, "signed_off": True, "is_current": False, "is_latest": False}, WRITERS,
    ),
    "retracted": Scene(
        State.RETRACTED, retracted, {**DRAFT, "signed_off": True, "is_current": False}, WRITERS
    ),
    "dismissed": Scene(State.DISMISSED, dismissed),
    "dismissed again": Scene(
        State.DISMISSED, dismissed_again, {"reviews_wanted": 2, "was_reopened": True}
    ),
}  # fmt: skip


def recused(name: str, person: str) -> Scene:
    """Return the scene with that name, in which `person` then is recused from the claim."""
    scene = SCENES[name]

    def build(desk: Desk) -> QueueItem:
        item = scene.build(desk)
        recusal_declare(
            actor=desk.people[person],
            person=desk.people[person],
            what=RecusalFrom(Kind.WORD, text=item.claim.text),
            reason="My brother works there.",
        )
        return item

    facts = {**scene.of.get(person, {}), "is_recused": True}
    return replace(scene, build=build, of={**scene.of, person: facts}, tried_by=(person,))


SCENES |= {
    f"{name}, {person} recused": recused(name, person)
    for name, person in (
        ("waiting", "checker"), ("held", "author"), ("reviewed once", "checker"),
        ("disputed", "checker"), ("drafted", "editor"), ("drafted", "author"),
        ("signed off", "editor"), ("sent back", "author"), ("published", "editor"),
        ("published", "checker"), ("reopened", "checker"), ("dismissed", "checker"),
    )
}  # fmt: skip
