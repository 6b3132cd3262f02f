"""A changed page on its way through the stages: what becomes of its claims, and what is told."""

from __future__ import annotations

import pytest

from claims.models import Alert, Appearance, Article, Claim
from claims.selectors.claims import claim_appearances, newest_versions
from claims.selectors.reach import claim_reach
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.flow import advance
from reviews.models import QueueItem, Verdict
from reviews.services.dismissals import item_dismiss
from tests.factories import make_article, make_person, make_version
from tests.walks import published_verdict

KEPT = "The ferry line run by Kestrel carried 2.4 million passengers in 2025, its report says."
CHANGED = "Last year the ships of Kestrel were late 312 times, according to the port authority."
CUT = "Passengers paid Kestrel 5.5 million dollars in fares in May, an increase of 12 per cent."
FIRST = f"{KEPT}\n{CHANGED}\n{CUT}\n"
SECOND = f"Ferries of the islands\n\n{KEPT}\n\n" + CHANGED.replace("312", "231")


def changed(article: Article, text: str) -> Article:
    version = make_version(article, text)
    advance(version.pk)
    version.refresh_from_db()
    return version


def claim_of(text: str) -> Claim:
    return Claim.objects.get(text=text)


def test_claims_of_a_page_stay_its_claims_and_what_changed_silently_is_told() -> None:
    old = make_article(FIRST)
    advance(old.pk)
    version = changed(old, SECOND)

    kept = claim_of(KEPT)
    here = Appearance.objects.get(article=version, text=KEPT)
    assert here.claim == kept
    assert [each["signal"] for each in here.match_reasons] == ["same_passage"]
    assert (claim_reach(kept).outlets, claim_reach(kept).texts) == (1, 1)
    places = [each.article for each in newest_versions(claim_appearances(kept.pk))]
    assert places == [version]
    alerts = {alert.claim: alert for alert in Alert.objects.all()}
    assert set(alerts) == {claim_of(CHANGED), claim_of(CUT)}
    assert {alert.kind for alert in alerts.values()} == {"silent_edit"}
    assert alerts[claim_of(CHANGED)].details["after"] == CHANGED.replace("312", "231")
    assert alerts[claim_of(CUT)].details["after"] == ""
    assert Appearance.objects.get(article=version, text__contains="231").claim != claim_of(CHANGED)


def test_a_step_that_is_done_again_tells_nothing_twice() -> None:
    old = make_article(FIRST)
    advance(old.pk)
    version = changed(old, SECOND)
    before = (Alert.objects.count(), Appearance.objects.count(), Claim.objects.count())
    Article.objects.filter(pk=version.pk).update(stage="match", due_at=version.received_at)
    advance(version.pk)
    assert (Alert.objects.count(), Appearance.objects.count(), Claim.objects.count()) == before


def test_a_change_told_openly_is_no_silent_one_and_a_claim_put_aside_is_not_told_of() -> None:
    person = make_person(Role.FACT_CHECKER)
    old = make_article(FIRST)
    advance(old.pk)
    item_dismiss(item=QueueItem.objects.get(claim=claim_of(CUT)), actor=person, note="an opinion")
    changed(old, f"{SECOND}\n\nCorrection: the ships were late 231 times, not 312.\n")
    assert [(alert.kind, alert.claim) for alert in Alert.objects.all()] == [
        ("open_edit", claim_of(CHANGED))
    ]


def test_a_published_verdict_is_named_and_left_as_it_is(fact_checker: User, editor: User) -> None:
    old = make_article(FIRST)
    advance(old.pk)
    verdict = published_verdict(fact_checker, editor)
    Appearance.objects.filter(article=old, text=CHANGED).update(claim=verdict.claim)
    changed(old, SECOND)
    alert = Alert.objects.get(claim=verdict.claim)
    assert alert.details["verdict"] == verdict.pk
    assert Verdict.objects.get(pk=verdict.pk).status == "published"
    assert QueueItem.objects.get(claim=verdict.claim).state == "published"


def test_a_version_waits_for_the_one_before() -> None:
    old = make_article(FIRST)
    version = make_version(old, SECOND)
    advance(version.pk)
    version.refresh_from_db()
    assert version.stage == "extract"
    advance(old.pk)
    advance(version.pk)
    version.refresh_from_db()
    assert version.stage == "done"


@pytest.mark.parametrize("added", ["", "Ferry news\n\n", "Tickets stay as dear as before.\n\n"])
def test_copies_of_one_report_are_one_text_in_several_outlets(added: str) -> None:
    report = "\n".join([FIRST, "The ministry of sea said it would look into the delays in June."])
    first = make_article(report, outlet="Quay")
    copy = make_article(added + report + "\nThe harbour will open on Monday.", outlet="Crane")
    other = make_article(f"{KEPT}\nPeople on the pier were glad of the sun.", outlet="Buoy")
    for article in (first, copy, other):
        advance(article.pk)
    assert copy.sketch.original_id == first.pk
    assert claim_reach(claim_of(KEPT)).outlets == 3
    assert claim_reach(claim_of(KEPT)).texts == 2
    reason = QueueItem.objects.get(claim=claim_of(KEPT)).reasons.get(kind="reach")
    assert reason.detail == {"outlets": 3, "texts": 2}
