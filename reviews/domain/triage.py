"""What triage does to a queue item besides moving it: the acts, and who may do them."""

from __future__ import annotations

from enum import StrEnum

MOST_ROWS = 200  # of one bulk request


class Act(StrEnum):
    """One act of triage. Each can be done to one item or to many, and undone."""

    DISMISS = "dismiss"
    ASSIGN = "assign"
    TAG = "tag"
    UNTAG = "untag"
    SNOOZE = "snooze"
    WAKE = "wake"
    BOOST = "boost"
