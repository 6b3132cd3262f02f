"""The ClaimReview of a verdict is looked at before anybody gets it."""

from __future__ import annotations

import datetime
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from claims.models import Article, Claim
from factcheck.accounts.models import User
from factcheck.audit.models import AuditEvent
from factcheck.errors import WrongState
from reviews.exports.claim_review import claim_review
from reviews.models import QueueItem, Verdict
from reviews.selectors.verdicts import verdicts_published
from reviews.services.publication_checks import publication_findings
from reviews.services.verdicts import verdict_publish
from tests.chat.behaviours import responding
from tests.chat.server import running_server
from tests.factories import make_appearance, make_article, make_item
from tests.walks import declined_reply, drafted_verdict, published_verdict, sign_off

SPEAKER = "Rini Astuti"


def item_in_the_press(checker: User, *, speaker: str = SPEAKER, language: str = "id") -> QueueItem:
    """Return an item whose claim was made by somebody in two articles, one of them without URL."""
    item = make_item()
    Claim.objects.filter(pk=item.claim_id).update(language=language, speaker=speaker)
    declined_reply(item, checker, speaker)
    for _number in range(2):
        make_appearance(item.claim, article=make_article())
    Article.objects.filter(pk=make_appearance(item.claim).article_id).update(url="")
    return QueueItem.objects.get(pk=item.pk)


def rules(verdict: Verdict) -> list[str]:
    return [finding.rule.id for finding in publication_findings(verdict=verdict)]


@pytest.mark.parametrize("language", ["id", "zh-Hant", "en", "ms"])
def test_what_the_desk_publishes_is_as_it_should_be(
    fact_checker: User, editor: User, language: str
) -> None:
    item = item_in_the_press(fact_checker, language=language)
    verdict = drafted_verdict(fact_checker, item)
    assert rules(verdict) == []
    verdict_publish(verdict=sign_off(verdict, editor), actor=editor)
    assert rules(verdict) == []
    (rating,) = (claim_review(each)["reviewRating"] for each in verdicts_published())
    labels = {"id": "Sebagian besar salah", "zh-Hant": "大部分錯誤"}
    assert rating["alternateName"] == labels.get(language, "Mostly false")
    assert rating["identifier"]["value"] == "v1/mostly-false"


def test_an_error_keeps_a_verdict_from_being_published_and_says_what_to_do(
    fact_checker: User, editor: User
) -> None:
    verdict = sign_off(drafted_verdict(fact_checker, item_in_the_press(fact_checker)), editor)
    later = timezone.now() + datetime.timedelta(days=3)
    Article.objects.update(published_at=later)
    with pytest.raises(WrongState) as refusal:
        verdict_publish(verdict=verdict, actor=editor)
    assert refusal.value.code == "date_order"
    assert "Correct the day on which the article was published." in refusal.value.message
    verdict.refresh_from_db()
    assert (verdict.status, verdict.published_at) == ("draft", None)
    Article.objects.update(published_at=timezone.now())
    assert verdict_publish(verdict=verdict, actor=editor).status == "published"


def test_a_claim_of_the_desk_itself_is_none(
    fact_checker: User, editor: User, settings: Any
) -> None:
    item = item_in_the_press(fact_checker, speaker=settings.SITE_NAME.upper())
    verdict = sign_off(drafted_verdict(fact_checker, item), editor)
    with pytest.raises(WrongState) as refusal:
        verdict_publish(verdict=verdict, actor=editor)
    assert refusal.value.code == "claim_author_is_reviewer"


def test_warnings_are_noted_with_the_publication(fact_checker: User, editor: User) -> None:
    item = make_item()
    Claim.objects.filter(pk=item.claim_id).update(text="The port " + "really " * 20)
    published_verdict(fact_checker, editor, QueueItem.objects.get(pk=item.pk))
    noted = AuditEvent.objects.get(action="verdict.publish").after["warnings"]
    assert [each["rule"] for each in noted] == [
        "claim_long", "claim_author_missing", "appearance_missing"
    ]  # fmt: skip
    assert noted[0] == {"rule": "claim_long", "path": "$.claimReviewed", "value": "148"}


def test_an_article_of_the_desk_s_own_site_is_no_appearance(
    fact_checker: User, editor: User, settings: Any
) -> None:
    item = item_in_the_press(fact_checker)
    Article.objects.update(url=f"{settings.SITE_URL}/verdicts/1/")
    verdict = published_verdict(fact_checker, editor, item)
    assert rules(verdict) == ["appearance_missing"]


def linted(capsys: pytest.CaptureFixture[str], *args: str) -> list[dict[str, Any]]:
    """Return what `manage.py lint_claimreview --json` prints."""
    with suppress(CommandError):
        call_command("lint_claimreview", *args, "--json")
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_command_looks_at_a_file(
    fact_checker: User, editor: User, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = item_in_the_press(fact_checker)
    published_verdict(fact_checker, editor, item)
    (review,) = (claim_review(each) for each in verdicts_published())
    file = tmp_path / "review.json"
    file.write_text(json.dumps(review))
    assert linted(capsys, str(file)) == []
    (finding,) = linted(capsys, str(file), "--site", "https://elsewhere.example")
    assert (finding["level"], finding["path"], finding["rule"]) == (
        "error",
        "$.url",
        "url_elsewhere",
    )
    call_command("lint_claimreview", str(file))
    assert capsys.readouterr().out == "Nothing to complain of.\n"
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("lint_claimreview", str(tmp_path / "none.json"))


def test_the_command_looks_at_a_page_on_the_internet_and_on_the_desk_s_own_site(
    settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    with running_server() as server:
        page = b'<script type="application/ld+json">{"@type": "ClaimReview"}</script>'
        server.behave(responding(page))
        settings.SITE_URL = "https://desk.example"
        with pytest.raises(CommandError, match="not on the public internet"):
            call_command("lint_claimreview", server.url)
        settings.SITE_URL = server.url
        with pytest.raises(CommandError, match="errors"):
            call_command("lint_claimreview", server.url)
        assert "error   $.url [url_missing]" in capsys.readouterr().out
        with (  # another port of the same machine
            running_server() as other,
            pytest.raises(CommandError, match="not on the public internet"),
        ):
            call_command("lint_claimreview", other.url)
        server.behave(responding(b"", status="404 Not Found"))
        with pytest.raises(CommandError, match="status 404"):
            call_command("lint_claimreview", server.url)
