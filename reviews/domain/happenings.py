"""What a dashboard counts of claims, and the stages the time to a verdict is made of."""

from __future__ import annotations

from enum import StrEnum

from reviews.domain.states import Event, State


class Happening(StrEnum):
    """Something that happened to a claim, once, at a moment."""

    ARRIVED = "arrived"
    ENTERED = "entered"
    RESTORED = "restored"
    DISMISSED = "dismissed"
    MERGED = "merged"
    REVIEWED = "reviewed"
    SIGNED_OFF = "signed_off"
    PUBLISHED = "published"


class Split(StrEnum):
    """By what happenings are counted apart."""

    LANGUAGE = "language"
    SOURCE = "source"
    PERSON = "person"


class Passing(StrEnum):
    """A stage between entering the queue and being published."""

    TRIAGE = "triage"
    FIRST_REVIEW = "first_review"
    SECOND_REVIEW = "second_review"
    SIGN_OFF = "sign_off"


# What comes into the queue, and what leaves it: over all time their difference is what is open.
INFLOW = (Happening.ENTERED, Happening.RESTORED)
OUTFLOW = (Happening.DISMISSED, Happening.MERGED, Happening.PUBLISHED)
# What a person does; the rest is the machine's, or the claim's.
DONE_BY_PEOPLE = (Happening.REVIEWED, Happening.DISMISSED, Happening.SIGNED_OFF)

# The moves that are happenings. A reopened claim is a new pass, which enters the queue anew.
HAPPENING_OF: dict[Event, Happening] = {
    Event.ENQUEUE: Happening.ENTERED,
    Event.REOPEN: Happening.ENTERED,
    Event.EXPIRE: Happening.ENTERED,
    Event.DRIFT: Happening.ENTERED,
    Event.RESTORE: Happening.RESTORED,
    Event.DISMISS: Happening.DISMISSED,
    Event.MERGE: Happening.MERGED,
    Event.UNMERGE: Happening.RESTORED,
    Event.SUBMIT: Happening.REVIEWED,
    Event.SIGN_OFF: Happening.SIGNED_OFF,
    Event.PUBLISH: Happening.PUBLISHED,
    Event.FORCE_PUBLISH: Happening.PUBLISHED,
}
# Where time is spent. What is left out is triage: waiting to be taken, and lying dismissed or
# merged until somebody restored it.
PASSING_OF: dict[State, Passing] = {
    State.IN_REVIEW: Passing.FIRST_REVIEW,
    State.SECOND_REVIEW: Passing.SECOND_REVIEW,
    State.ADJUDICATION: Passing.SECOND_REVIEW,
    State.SIGN_OFF: Passing.SIGN_OFF,
    State.SENT_BACK: Passing.SIGN_OFF,
}
