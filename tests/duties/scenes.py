"""Items in every state of the desk, each with what is true of it and of each person: by hand.

What a selector finds out of rows is written here a second time, in words of the table of states,
so that a selector that errs does not also err in what the tests expect.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reviews.domain.guards import Situation
from reviews.domain.recusal import Kind
from reviews.domain.states import State
from reviews.models import QueueItem
from reviews.services.recusals import RecusalFrom, recusal_declare
from tests.duties.histories import (
    ROLES,
    Desk,
    asked_again,
    called_a_typo,
    corrected,
    dismissed,
    dismissed_again,
    disputed,
    drafted,
    drafted_again,
    explained,
    held,
    held_again,
    held_bare,
    held_by_a_third,
    merged,
    merged_again,
    published,
    reopened,
    reopened_after_retraction,
    retracted,
    reviewed_once,
    sent_back,
    sent_back_without_evidence,
    signed,
    signed_again,
    signed_unawares,
    superseded,
    unasked,
    waiting,
    without_evidence,
)

Facts = Mapping[str, Any]


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


HAS_REVIEWED: Facts = {"has_reviewed": True}
HOLDS: Facts = {"holds_lease": True}
JUST_REVIEWED: Facts = {**HAS_REVIEWED, "was_just_submitted": True}
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
        {"reviews_in": 1, "reviews_wanted": 2}, {"author": JUST_REVIEWED},
    ),
    "one review, drafted": Scene(
        State.SIGN_OFF,
        lambda desk: reviewed_once(desk, wanted=1),
        {**DRAFT, "reviews_in": 1, "reviews_wanted": 1},
        {"author": {**WROTE, "was_just_submitted": True}},
        tried_by=("author", "second"),
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
    "reopened": Scene(State.REOPENED, reopened, {"reviews_wanted": 2, "is_judged": True}),
    "reopened after a retraction": Scene(
        State.REOPENED, reopened_after_retraction, {"reviews_wanted": 2}
    ),
    "merged": Scene(State.MERGED, merged),
    "merged again": Scene(
        State.MERGED, merged_again, {"reviews_wanted": 2, "was_reopened": True}
    ),
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
        ("merged", "checker"),
    )
}  # fmt: skip
