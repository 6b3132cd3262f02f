"""The one table of the desk: from, event, to, roles, guards. It renders buttons and executes moves.

Pure: what is true of an item and a person comes in as a frozen `Situation`; out come the moves
open to them, or the rule that refuses one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reviews.domain.guards import GUARDS, Situation


class State(StrEnum):
    """Where a claim stands. A claim without a queue item is new."""

    NEW = "new"
    QUEUED = "queued"
    IN_REVIEW = "in_review"
    SECOND_REVIEW = "second_review"
    ADJUDICATION = "adjudication"
    SIGN_OFF = "sign_off"
    SENT_BACK = "sent_back"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    DISMISSED = "dismissed"
    MERGED = "merged"
    REOPENED = "reopened"


# The item has left the queue: nobody is waiting for it.
CLOSED = frozenset(
    {State.PUBLISHED, State.CORRECTED, State.RETRACTED, State.DISMISSED, State.MERGED}
)
# A draft of the verdict waits for somebody to decide on it, or for its author to mend it.
DRAFTED = frozenset({State.SIGN_OFF, State.SENT_BACK})
# A reviewer can take the item from these.
TAKEABLE = (State.QUEUED, State.REOPENED, State.SECOND_REVIEW, State.ADJUDICATION)


class Event(StrEnum):
    """What can happen to a claim."""

    ENQUEUE = "enqueue"
    DISMISS = "dismiss"
    RESTORE = "restore"
    TAKE = "take"
    RELEASE = "release"
    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    REVISE = "revise"
    RESUBMIT = "resubmit"
    SIGN_OFF = "sign_off"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    RETRACT = "retract"
    REOPEN = "reopen"
    EXPIRE = "expire"
    DRIFT = "drift"
    ASK_REVIEW = "ask_review"
    HAND_OVER = "hand_over"
    MERGE = "merge"
    UNMERGE = "unmerge"
    # Break-glass: what an administrator may force.
    FORCE_RELEASE = "force_release"
    FORCE_FORWARD = "force_forward"
    FORCE_PUBLISH = "force_publish"


FORCED = frozenset({Event.FORCE_RELEASE, Event.FORCE_FORWARD, Event.FORCE_PUBLISH})

MACHINE = "machine"
CHECKER, EDITOR, ADMINISTRATOR = "fact-checker", "editor", "administrator"
REVIEWERS = frozenset({CHECKER, EDITOR})
EDITORS = frozenset({EDITOR})
ADMINISTRATORS = frozenset({ADMINISTRATOR})
HOLDERS = REVIEWERS | {MACHINE}  # the machine gives back what ran out
ANY_ROLE = frozenset({CHECKER, EDITOR, ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the table. Guards are ids in `guards.GUARDS`; all must hold."""

    source: State
    event: Event
    target: State
    roles: frozenset[str]
    guards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move is refused: the id of the rule and what to tell the person."""

    rule: str
    message: str


S, E = State, Event
# Whoever decides on a verdict had no part in it.
DECIDING = ("is_not_author", "has_not_reviewed", "is_not_recused")
REVIEW = (
    "holds_lease", "has_not_reviewed", "is_not_recused", "review_is_complete",
    "review_has_evidence",
)  # fmt: skip
# There may be a draft already, which was handed over: its author would review their own words.
NEXT_REVIEW = (*REVIEW, "is_not_author")
ONE_MORE = ("gives_note", "can_have_more_reviews", "is_not_recused")
SHELF_LIFE = ("is_current", "is_latest", "is_past_review_by")
EVIDENCE_CHANGED = ("is_current", "is_latest")
RETRACTING = ("is_current", "is_not_recused", "gives_note")
REOPENING = ("is_latest", "is_not_recused", "gives_note")
# What reviewers and readers have been told of a claim stays with it: such a one takes others in.
MERGING = ("gives_note", "is_not_recused", "is_unjudged", "other_stands")
# By force or not, nobody decides on their own work, and nothing is published without ground or
# against somebody who was not asked.
RELEASING = ("is_held", "gives_note", "is_not_recused")
FORWARDING = ("gives_note", "has_not_reviewed", "is_not_recused")
FORCED_PUBLICATION = ("gives_note", *DECIDING, "has_evidence", "reply_is_settled")

TABLE: tuple[Transition, ...] = (
    Transition(S.NEW, E.ENQUEUE, S.QUEUED, REVIEWERS | {MACHINE}),
    # triage
    Transition(S.QUEUED, E.DISMISS, S.DISMISSED, REVIEWERS, ("gives_note", "is_not_recused")),
    Transition(S.REOPENED, E.DISMISS, S.DISMISSED, REVIEWERS, ("gives_note", "is_not_recused")),
    Transition(
        S.IN_REVIEW, E.DISMISS, S.DISMISSED, REVIEWERS,
        ("gives_note", "holds_lease", "is_not_recused"),
    ),
    Transition(
        S.DISMISSED, E.RESTORE, S.QUEUED, ANY_ROLE | {MACHINE},
        ("was_not_reopened", "is_not_recused"),
    ),
    Transition(
        S.DISMISSED, E.RESTORE, S.REOPENED, ANY_ROLE | {MACHINE},
        ("was_reopened", "is_not_recused"),
    ),
    # another entry is the same claim: it goes on there
    Transition(S.QUEUED, E.MERGE, S.MERGED, REVIEWERS, MERGING),
    Transition(S.REOPENED, E.MERGE, S.MERGED, REVIEWERS, MERGING),
    Transition(S.IN_REVIEW, E.MERGE, S.MERGED, REVIEWERS, ("holds_lease", *MERGING)),
    Transition(S.MERGED, E.UNMERGE, S.QUEUED, REVIEWERS, ("was_not_reopened", "is_not_recused")),
    Transition(S.MERGED, E.UNMERGE, S.REOPENED, REVIEWERS, ("was_reopened", "is_not_recused")),
    # holding an item
    Transition(S.QUEUED, E.TAKE, S.IN_REVIEW, REVIEWERS, ("is_free", "is_not_recused")),
    Transition(S.REOPENED, E.TAKE, S.IN_REVIEW, REVIEWERS, ("is_free", "is_not_recused")),
    Transition(
        S.SECOND_REVIEW, E.TAKE, S.SECOND_REVIEW, REVIEWERS,
        ("is_free", *DECIDING),
    ),
    Transition(
        S.ADJUDICATION, E.TAKE, S.ADJUDICATION, REVIEWERS,
        ("is_free", *DECIDING),
    ),
    Transition(S.IN_REVIEW, E.RELEASE, S.QUEUED, HOLDERS, ("holds_lease",)),
    Transition(S.SECOND_REVIEW, E.RELEASE, S.SECOND_REVIEW, HOLDERS, ("holds_lease",)),
    Transition(S.ADJUDICATION, E.RELEASE, S.ADJUDICATION, HOLDERS, ("holds_lease",)),
    # reviews
    Transition(S.IN_REVIEW, E.SUBMIT, S.SECOND_REVIEW, REVIEWERS, (*REVIEW, "needs_more_reviews")),
    Transition(S.IN_REVIEW, E.SUBMIT, S.SIGN_OFF, REVIEWERS, (*REVIEW, "has_all_reviews")),
    Transition(
        S.SECOND_REVIEW, E.SUBMIT, S.SECOND_REVIEW, REVIEWERS, (*NEXT_REVIEW, "needs_more_reviews")
    ),
    Transition(
        S.SECOND_REVIEW, E.SUBMIT, S.SIGN_OFF, REVIEWERS,
        (*NEXT_REVIEW, "has_all_reviews", "ratings_agree"),
    ),
    Transition(
        S.SECOND_REVIEW, E.SUBMIT, S.ADJUDICATION, REVIEWERS,
        (*NEXT_REVIEW, "has_all_reviews", "ratings_differ"),
    ),
    Transition(S.ADJUDICATION, E.SUBMIT, S.SIGN_OFF, REVIEWERS, NEXT_REVIEW),
    # taken back right after it was handed in, before anybody acted on it; only by whoever was the
    # first to review: the next one has read what the others wrote
    Transition(
        S.SECOND_REVIEW, E.WITHDRAW, S.IN_REVIEW, REVIEWERS,
        ("was_just_submitted", "is_not_recused"),
    ),
    Transition(
        S.SIGN_OFF, E.WITHDRAW, S.IN_REVIEW, REVIEWERS, ("was_just_submitted", "is_not_recused")
    ),
    # an editor asks for one review more
    Transition(S.QUEUED, E.ASK_REVIEW, S.QUEUED, EDITORS, ONE_MORE),
    Transition(S.REOPENED, E.ASK_REVIEW, S.REOPENED, EDITORS, ONE_MORE),
    Transition(S.IN_REVIEW, E.ASK_REVIEW, S.IN_REVIEW, EDITORS, ONE_MORE),
    Transition(S.SECOND_REVIEW, E.ASK_REVIEW, S.SECOND_REVIEW, EDITORS, ONE_MORE),
    Transition(S.SIGN_OFF, E.ASK_REVIEW, S.SECOND_REVIEW, EDITORS, ONE_MORE),
    # the verdict
    Transition(S.SIGN_OFF, E.REVISE, S.SIGN_OFF, REVIEWERS, ("is_author", "is_not_recused")),
    Transition(S.SENT_BACK, E.REVISE, S.SENT_BACK, REVIEWERS, ("is_author", "is_not_recused")),
    Transition(
        S.SENT_BACK, E.RESUBMIT, S.SIGN_OFF, REVIEWERS,
        ("is_author", "is_not_recused", "has_evidence"),
    ),
    Transition(S.SENT_BACK, E.HAND_OVER, S.SENT_BACK, EDITORS, ("gives_note", "is_not_recused")),
    Transition(
        S.SIGN_OFF, E.SEND_BACK, S.SENT_BACK, EDITORS,
        ("gives_note", "is_not_author", "is_not_recused"),
    ),
    Transition(
        S.SIGN_OFF, E.SIGN_OFF, S.SIGN_OFF, EDITORS,
        (
            *DECIDING, "has_evidence", "says_what_changed", "kind_fits_rating",
            "origins_are_enough", "reply_is_settled",
            "is_not_signed_off",
        ),
    ),
    Transition(
        S.SIGN_OFF, E.PUBLISH, S.PUBLISHED, EDITORS,
        (
            *DECIDING, "reply_is_settled", "is_signed_off", "few_origins_are_known",
            "is_first_version",
        ),
    ),
    Transition(
        S.SIGN_OFF, E.PUBLISH, S.CORRECTED, EDITORS,
        (
            *DECIDING, "reply_is_settled", "is_signed_off", "few_origins_are_known",
            "is_correction", "says_what_changed",
        ),
    ),
    # after publication
    Transition(S.PUBLISHED, E.RETRACT, S.RETRACTED, EDITORS, RETRACTING),
    Transition(S.CORRECTED, E.RETRACT, S.RETRACTED, EDITORS, RETRACTING),
    Transition(S.PUBLISHED, E.REOPEN, S.REOPENED, REVIEWERS, REOPENING),
    Transition(S.CORRECTED, E.REOPEN, S.REOPENED, REVIEWERS, REOPENING),
    Transition(S.RETRACTED, E.REOPEN, S.REOPENED, REVIEWERS, REOPENING),
    # the day to look at it again has come
    Transition(S.PUBLISHED, E.EXPIRE, S.REOPENED, frozenset({MACHINE}), SHELF_LIFE),
    Transition(S.CORRECTED, E.EXPIRE, S.REOPENED, frozenset({MACHINE}), SHELF_LIFE),
    # a page it cites says something else now, or is gone
    Transition(S.PUBLISHED, E.DRIFT, S.REOPENED, frozenset({MACHINE}), EVIDENCE_CHANGED),
    Transition(S.CORRECTED, E.DRIFT, S.REOPENED, frozenset({MACHINE}), EVIDENCE_CHANGED),
    # break-glass: somebody is missing whom the rows above wait for
    Transition(S.IN_REVIEW, E.FORCE_RELEASE, S.QUEUED, ADMINISTRATORS, RELEASING),
    Transition(S.SECOND_REVIEW, E.FORCE_RELEASE, S.SECOND_REVIEW, ADMINISTRATORS, RELEASING),
    Transition(S.ADJUDICATION, E.FORCE_RELEASE, S.ADJUDICATION, ADMINISTRATORS, RELEASING),
    Transition(
        S.SECOND_REVIEW, E.FORCE_FORWARD, S.SIGN_OFF, ADMINISTRATORS, ("is_free", *FORWARDING)
    ),
    Transition(
        S.ADJUDICATION, E.FORCE_FORWARD, S.SIGN_OFF, ADMINISTRATORS, ("is_free", *FORWARDING)
    ),
    Transition(
        S.SENT_BACK, E.FORCE_FORWARD, S.SIGN_OFF, ADMINISTRATORS, ("has_evidence", *FORWARDING)
    ),
    Transition(
        S.SIGN_OFF, E.FORCE_PUBLISH, S.PUBLISHED, ADMINISTRATORS,
        (*FORCED_PUBLICATION, "is_first_version"),
    ),
    Transition(
        S.SIGN_OFF, E.FORCE_PUBLISH, S.CORRECTED, ADMINISTRATORS,
        (*FORCED_PUBLICATION, "is_correction", "says_what_changed", "kind_fits_rating"),
    ),
)  # fmt: skip

# These depend on what is typed or saved with the move, so a button may show without them.
ASKED_WITH_THE_MOVE = frozenset(
    {
        "gives_note", "review_is_complete", "review_has_evidence", "origins_are_enough",
        "other_stands",
    }
)  # fmt: skip
# These pick between rows of one state and event; refusing by them would say nothing to a person.
CHOICE = frozenset(
    {
        "needs_more_reviews", "has_all_reviews", "ratings_agree", "ratings_differ",
        "is_first_version", "is_correction", "was_reopened", "was_not_reopened",
    }
)  # fmt: skip


def decide(state: State, event: Event, situation: Situation) -> Transition | Refusal:
    """Return the row that this event takes from `state`, or the first rule that refuses it."""
    rows = [row for row in TABLE if row.source == state and row.event == event]
    if not rows:
        return Refusal("wrong_state", "This cannot be done now: the claim has moved on. Reload.")
    refusals = []
    for row in rows:
        refusal = _refusal(row, situation)
        if refusal is None:
            return row
        refusals.append(refusal)
    return next((refusal for refusal in refusals if refusal.rule not in CHOICE), refusals[0])


def _refusal(row: Transition, situation: Situation) -> Refusal | None:
    if not row.roles & situation.roles:
        return Refusal("role", "Your role may not do this. Ask an editor or administrator.")
    for name in sorted(row.guards, key=CHOICE.__contains__, reverse=True):
        guard = GUARDS[name]
        if not guard.holds(situation):
            return Refusal(name, guard.message)
    return None


def open_events(state: State, situation: Situation) -> Iterator[Event]:
    """Yield the events a person could start now, in the order of the table: the buttons to show."""
    seen: set[Event] = set()
    for row in TABLE:
        if row.source != state or row.event in seen or not row.roles & situation.roles:
            continue
        guards = set(row.guards) - ASKED_WITH_THE_MOVE
        if all(GUARDS[name].holds(situation) for name in guards):
            seen.add(row.event)
            yield row.event
