"""What happens at the desk after the first verdicts: a claim is made again, a draft goes back."""

from __future__ import annotations

from dataclasses import replace

from claims.models import Alert, Article
from claims.services.articles import ArticleMetadata
from factcheck import flow
from factcheck.accounts.models import User
from reviews.domain.dismissals import Why
from reviews.models import QueueItem, Verdict
from reviews.services.boosts import boost_add
from reviews.services.dismissals import item_dismiss
from reviews.services.tags import tag_add
from reviews.services.verdicts import verdict_resubmit, verdict_revise, verdict_send_back
from tests.deadlines import wait_until
from tests.walks import text_of

AGAIN = """Insurers meet over Lawu Raya

The flood of September 27 and 28 killed 43 people, officials say.

Insurers and the province meet in Wanasari on Friday to settle who pays for the embankment.
"""
BLOCKED = "villagers blocked the road to the site for most of a day"


def draft_goes_back(draft: Verdict, editor: User) -> None:
    """Send a draft back to its author, who rewrites it and hands it in again."""
    verdict_send_back(verdict=draft, actor=editor, note="Say who tried to repeat the scores.")
    again = Verdict.objects.get(pk=draft.pk)
    text = replace(
        text_of(again),
        summary="No test that others could repeat shows it: two laboratories tried.",
    )
    verdict_revise(verdict=again, actor=again.author, text=text, based_on=again.revision)
    verdict_resubmit(verdict=again, actor=again.author)


def claim_is_made_again(actor: User) -> None:
    """Have an article repeat a claim that was checked, and wait for the alert of it."""
    about = ArticleMetadata(
        title="Insurers meet over Lawu Raya",
        outlet="Harbour Gazette",
        url="https://harbourgazette.example/lawu-insurers",
        language="en",
    )
    article, _is_new = flow.submit(
        data=AGAIN.encode(), filename="lawu-insurers.txt", metadata=about, actor=actor
    )
    is_read = Article.objects.filter(pk=article.pk, due_at__isnull=True).exists
    wait_until(is_read, seconds=120, what="the new article is read", tick=1)
    assert Alert.objects.exists(), "the claim that is made again raised no alert"


def editors_set_rules(editor: User) -> None:
    """Have tags and a rule in force, and a claim that was dismissed."""
    for name, colour in (("flood", "blue"), ("energy", "green")):
        tag_add(actor=editor, name=name, colour=colour)
    boost_add(
        actor=editor, trait="speaker", value="Agus Prihantoro", points=10,
        reason="He speaks for the agency whose figures we compare.",
    )  # fmt: skip
    minor = QueueItem.objects.filter(claim__appearances__text__contains=BLOCKED).latest("id")
    item_dismiss(item=minor, actor=editor, why=Why.TOO_MINOR, note="Nobody disputes it.")
