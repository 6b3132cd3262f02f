"""Verdicts that were published before there was a day to look again get one by a migration."""

from __future__ import annotations

import datetime
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from factcheck.accounts.models import User
from reviews.models import Rating, Verdict
from tests.walks import drafted_verdict, published_verdict

DAY = datetime.timedelta(days=1)
MIGRATION: Any = import_module("reviews.migrations.0016_days_of_verdicts_from_before")


def old_verdict(author: User, editor: User, *, days: int, rating: str = "false") -> Verdict:
    """Return a verdict published `days` ago, as it was stored then."""
    verdict = published_verdict(author, editor)
    Verdict.objects.filter(pk=verdict.pk).update(
        review_by=None,
        published_at=timezone.now() - days * DAY,
        rating=Rating.objects.get(slug=rating),
    )
    return verdict


def day_of(verdict: Verdict) -> datetime.date | None:
    MIGRATION.set_days(apps, None)
    return Verdict.objects.get(pk=verdict.pk).review_by


@pytest.mark.parametrize(
    ("rating", "days", "left"),
    [("false", 100, 265), ("unproven", 80, 10), ("unproven", 91, 0), ("false", 3000, 0)],
)
def test_its_day_follows_from_publication_and_rating_and_never_lies_in_the_past(
    fact_checker: User, editor: User, rating: str, days: int, left: int
) -> None:
    verdict = old_verdict(fact_checker, editor, days=days, rating=rating)
    due = timezone.localdate() + left * DAY
    assert day_of(verdict) == due + MIGRATION.put_off(verdict.pk)


def test_a_day_that_is_there_stays_and_a_draft_gets_none(fact_checker: User, editor: User) -> None:
    published, draft = published_verdict(fact_checker, editor), drafted_verdict(fact_checker)
    assert day_of(published) == published.review_by
    assert day_of(draft) is None


def test_what_is_over_does_not_come_back_all_at_once() -> None:
    days = [MIGRATION.put_off(number).days for number in range(1, 3001)]
    assert set(days) == set(range(30))
    assert max(days.count(day) for day in set(days)) < 150
