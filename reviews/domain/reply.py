"""The right of reply: who has to be asked before a verdict on them is published, and when it is.

PURE. Times are aware datetimes.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.matching.entities import entities


class Outcome(StrEnum):
    """What came of asking somebody."""

    WAITING = "waiting"
    ANSWERED = "answered"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    UNDELIVERABLE = "undeliverable"


@dataclass(frozen=True, slots=True)
class Step:
    """A rating by its number, on a scale from `worst` to `best`; unproven stands beside it."""

    number: int
    worst: int
    best: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who was asked: what came of it, and until when they were given."""

    outcome: Outcome
    deadline: datetime.datetime


def named_in(text: str, speaker: str) -> tuple[str, ...]:
    """Return the people and organisations a claim names or quotes, each once, the speaker first.

    Only those whose kind is known: of an unknown capitalised word nobody can tell whether it is
    somebody who could answer.
    """
    named = [each.wording for each in entities(text) if each.kind in {"person", "organisation"}]
    return tuple(dict.fromkeys(name for name in (speaker.strip(), *named) if name))


def is_adverse(step: Step) -> bool:
    """Return whether a rating speaks against the claim: under the middle of the scale."""
    return step.worst <= step.number and 2 * step.number < step.worst + step.best


def reply_is_wanted(named: Sequence[str], step: Step) -> bool:
    """Return whether somebody has to be asked: the claim is somebody's or about somebody, and
    the verdict goes against it.
    """
    return bool(named) and is_adverse(step)


def is_pending(asked: Asked, now: datetime.datetime) -> bool:
    """Return whether an answer may still come in the time that was given."""
    return asked.outcome in {Outcome.WAITING, Outcome.NO_ANSWER} and asked.deadline > now


def reply_is_settled(
    *, wanted: bool, asked: Sequence[Asked], waived: bool, now: datetime.datetime
) -> bool:
    """Return whether nothing about replies stands in the way of publishing.

    Whoever was asked has answered, declined, or let the deadline pass. Somebody who could not be
    reached was not asked: where a reply is wanted, that alone does not settle it. An editor's
    written reason does.
    """
    if waived:
        return True
    if any(is_pending(each, now) for each in asked):
        return False
    return not wanted or any(each.outcome != Outcome.UNDELIVERABLE for each in asked)
