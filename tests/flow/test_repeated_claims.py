"""Articles that make a checked claim again: one alert counts them up, outlet by outlet."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from claims.models import Alert, Appearance, Article, Claim, ClaimRelation, Family
from claims.services.alerts import alert_settle
from factcheck.accounts.models import User
from factcheck.flow import advance
from reviews.models import QueueItem, Verdict
from reviews.selectors.repeats import Repeats, claim_repeats, repeats_of
from reviews.services.corrections import verdict_retract
from tests.factories import make_article, make_version
from tests.walks import published_verdict

SAID = "The ferry line run by Kestrel carried 2.4 million passengers in 2025, its report says."
OTHERS = (
    "Children on the pier waved, and the band played on the deck until the rain came back.",
    "Passengers on the pier were glad of the sun, and nobody spoke of the fares at all.",
    "The harbour opens its new gate in March, and the mayor will cut a ribbon of paper.",
)
WIRE = (
    "A spokesman of the line, asked on the quay, named none of the ships it counted.",
    "Fares rose in April, and the council of the islands had asked for cheaper ones for pupils.",
    "Two of the older ships go to the yard in winter, so that the night boat will not sail then.",
)


def report(number: int, *, outlet: str, said: str = SAID) -> Article:
    """Return an article of its own, done, that says `said`."""
    article = make_article(f"{said}\n{OTHERS[number % len(OTHERS)]} ({number})", outlet=outlet)
    advance(article.pk)
    return article


def checked(fact_checker: User, editor: User) -> Verdict:
    """Return the verdict on what two outlets said before it was published."""
    report(0, outlet="Quay")
    report(1, outlet="Crane")
    QueueItem.objects.update(reviews_wanted=1)  # some are drawn by lot for another
    return published_verdict(fact_checker, editor, QueueItem.objects.get(claim__text=SAID))


def counted(claim: Claim) -> dict[str, tuple[int, int]]:
    repeats = claim_repeats(claim.pk)
    return {each.outlet: (each.before, each.since) for each in repeats.outlets} if repeats else {}


def told(alert: Alert) -> Repeats:
    pair = (alert.claim_id or 0, alert.checked_claim_id or 0)
    return repeats_of([pair])[pair]


def test_one_alert_counts_every_article_and_one_text_of_copies(
    fact_checker: User, editor: User
) -> None:
    verdict = checked(fact_checker, editor)
    assert not Alert.objects.exists()
    wire = "\n".join([SAID, *WIRE])
    for outlet in ("Quay", "Buoy", "Mast"):
        advance(make_article(f"{outlet}\n{wire}", outlet=outlet).pk)
    other = report(2, outlet="Anchor")

    alert = Alert.objects.get()
    assert (alert.kind, alert.claim, alert.checked_claim) == (
        "repeat",
        verdict.claim,
        verdict.claim,
    )
    assert alert.told_of.count() == 4
    repeats = told(alert)
    assert counted(verdict.claim) == {
        "Anchor": (0, 1), "Buoy": (0, 1), "Mast": (0, 1), "Quay": (1, 1), "Crane": (1, 0),
    }  # fmt: skip
    assert (repeats.before, repeats.times, repeats.outlets_since, repeats.texts) == (2, 4, 4, 2)
    assert repeats.newest is not None
    assert repeats.newest.article_id == other.pk


def test_versions_and_steps_done_again_count_once_and_tell_nothing_twice(
    fact_checker: User, editor: User
) -> None:
    verdict = checked(fact_checker, editor)
    old, new = Article.objects.order_by("pk")[0], report(2, outlet="Buoy")
    alert_settle(alert=Alert.objects.get(), actor=editor, note="Rang the desk of Buoy.")
    for page in (old, new):
        advance(make_version(page, f"{SAID}\n{OTHERS[2]} Updated.").pk)
        Article.objects.filter(pk=page.pk).update(stage="match", due_at=timezone.now())
        advance(page.pk)
    assert Alert.objects.count() == 1
    assert counted(verdict.claim) == {"Buoy": (0, 1), "Quay": (1, 0), "Crane": (1, 0)}

    report(3, outlet="Mast")
    open_one = Alert.objects.get(settled_at__isnull=True)
    assert told(open_one).times == 2
    Appearance.objects.filter(article__source__name="Mast").update(claim=None)  # moved away
    assert told(open_one).times == 1


def test_a_day_before_the_verdict_is_told_apart(fact_checker: User, editor: User) -> None:
    verdict = checked(fact_checker, editor)
    late = make_article(f"{SAID}\n{OTHERS[2]}", outlet="Almanac")
    Article.objects.filter(pk=late.pk).update(
        published_at=timezone.now() - datetime.timedelta(days=90)
    )
    advance(late.pk)
    repeats = told(Alert.objects.get(claim=verdict.claim))
    assert (repeats.times, repeats.dated_before, repeats.outlets_after) == (1, 1, 0)


def test_a_claim_of_the_family_is_told_of_with_what_differs(
    fact_checker: User, editor: User
) -> None:
    verdict = checked(fact_checker, editor)
    other = report(2, outlet="Buoy", said=SAID.replace("2.4", "3.1").replace("its", "the"))
    claim = Claim.objects.get(appearances__article=other)
    family = Family.objects.create()
    Claim.objects.filter(pk__in=[claim.pk, verdict.claim_id]).update(family=family)
    ClaimRelation.objects.update_or_create(
        lower=verdict.claim, higher=claim,
        defaults={"outcome": "differs", "aspects": ["number"], "similarity": 0.9},
    )  # fmt: skip
    Alert.objects.all().delete()
    Article.objects.filter(pk=other.pk).update(stage="queue", due_at=timezone.now())
    advance(other.pk)
    alert = Alert.objects.get()
    assert (alert.claim, alert.checked_claim) == (claim, verdict.claim)
    assert (alert.details["differs"], alert.details["aspects"]) == (True, ["number"])
    assert told(alert).times == 1


@pytest.mark.parametrize("is_told_first", [True, False])
def test_a_retracted_verdict_ends_its_alert_and_raises_none(
    fact_checker: User, editor: User, is_told_first: bool
) -> None:
    verdict = checked(fact_checker, editor)
    if is_told_first:
        report(2, outlet="Buoy")
    verdict_retract(verdict=verdict, actor=editor, note="The table was read wrong.")
    report(3, outlet="Mast")
    assert [alert.settled_by for alert in Alert.objects.all()] == [None] * is_told_first
    assert not Alert.objects.filter(settled_at__isnull=True).exists()
    assert claim_repeats(verdict.claim_id) is None
