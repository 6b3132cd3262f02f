"""Every id that a reason of the matcher may carry is listed, so that each can be given words."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import product
from typing import get_args

from claims.extraction.types import DateMention, Span
from claims.matching.entities import Entity
from claims.matching.figures import FigureMatch, Relation
from claims.matching.names import NameMatch
from claims.matching.observation import observe
from claims.matching.periods import PeriodMatch
from claims.matching.signals import SIGNALS, reasons_of
from claims.matching.speakers import SpeakerRelation
from claims.matching.types import Statement
from tests.pure.matching.corpus import quantity

MODEL = Entity("v3", "version", "V3")
OURS = (Entity("sari", "person", "Sari"), Entity("bali", "place", "Bali"))
THEIRS = (Entity("ming", "person", "Ming"), Entity("taipei", "place", "Taipei"))
MAY, JUNE = (
    DateMention(Span(0, 3), datetime.date(2026, month, 1), datetime.date(2026, month, 30))
    for month in (5, 6)
)


def test_the_list_of_signals_holds_what_a_pair_with_everything_against_and_for_it_yields() -> None:
    statement = Statement("The ferries sank.", "en", (1.0,))
    seen = replace(
        observe(statement, statement, crowding=0.1),
        names=NameMatch(((MODEL, MODEL),), OURS, THEIRS, turned=True),
        periods=PeriodMatch("apart", MAY, JUNE),
        opposed=("sank", "did not sink"),
        contrast=("rose", "fell"),
        one_document=True,
        gists=0.1,
        numerals=(1.0, 61840.0),
    )
    yielded = {
        reason.signal
        for relation, speakers in product(get_args(Relation), get_args(SpeakerRelation))
        for reason in reasons_of(replace(seen, figures=FigureMatch(relation), speakers=speakers))
    }
    assert yielded == set(SIGNALS)


def test_an_equal_figure_tells_more_of_statements_that_are_near_each_other() -> None:
    statement = Statement("The ferries sank.", "en", (1.0,))
    equal = replace(
        observe(statement, statement),
        figures=FigureMatch("equal", quantity("364 pupils"), quantity("364 pupils")),
        verbatim=False,
    )
    near, far = (
        next(each for each in reasons_of(one) if each.signal == "figures_equal").weight
        for one in (equal, replace(equal, similarity=0.1))
    )
    assert near > far > 0
