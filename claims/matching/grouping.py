"""When statements are one family: the one rule, for articles read at once and one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Rule(NamedTuple):
    """What the best pair of two groups must reach, and under what no pair may fall.

    That is `least`, less `trust` times the best pair's score; where the best pair is `SURE`, `FAR`.
    """

    best: float
    least: float
    trust: float = 0.0

    def lowest(self, best: float) -> float:
        """Return what no pair may fall under where the best pair scores `best`."""
        return FAR if best >= SURE else self.least - self.trust * max(best, 0.0)


# Outlets word one thing in their own ways, and of three the third may surely be like the first and
# far from the second: "364 were poisoned by their meal", "364 fell ill after eating", "360 pupils
# were taken ill". Two questions of one story are farther apart, or linked less surely.
SURE, FAR = 2.5, -4.2
# One link is enough: an outlet tells a part of what another tells, and two that tell
# different parts have little in common. No pair may speak against it, so that one weak link does
# not chain two questions into one. A wrong join costs more than a missed one.
AT_ONCE = Rule(best=0.0, least=-1.2, trust=0.3)
# Where claims come one by one, the surest link of all is not known: a weak one asks for more.
ONE_BY_ONE = Rule(best=1.2, least=-1.2, trust=0.3)
FARTHEST = -6.0  # a pair that was not compared


def are_one_family(scores: Sequence[float], rule: Rule = AT_ONCE) -> bool:
    """Say whether two groups are one family; `scores` are those of all pairs across them."""
    best = max(scores)
    return best >= rule.best and min(scores) >= rule.lowest(best)
