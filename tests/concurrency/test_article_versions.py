"""Many workers fetch a page that changed: it has one new version. Copies that come at once meet."""

from __future__ import annotations

from functools import partial

from claims.models import Alert, AlertKind, Article, ArticleSketch
from claims.services.alerts import alert_raise
from claims.services.article_versions import article_new_version
from claims.services.articles import ArticleMetadata
from factcheck.flow import advance
from tests.audit import assert_chain_is_intact
from tests.concurrency.threads import at_once
from tests.factories import make_article

REPORT = "\n".join(
    f"Kapal ke-{number} membawa {number * 37 % 101} ribu peti kemas, kata syahbandar."
    for number in range(20)
)


def test_a_change_seen_by_six_workers_at_once_is_one_version() -> None:
    old = make_article(REPORT)
    changed = partial(
        article_new_version,
        article=old,
        data=f"{REPORT}\nPelabuhan dibuka lagi.".encode(),
        filename="page.txt",
        metadata=ArticleMetadata(),
        actor=None,
    )
    made = [answer for answer in at_once([changed] * 6) if answer is not None]
    assert [type(each) for each in made] == [Article]
    assert list(Article.objects.order_by("version").values_list("version", flat=True)) == [1, 2]
    assert_chain_is_intact()


def test_copies_that_come_at_once_have_one_original() -> None:
    articles = [make_article(f"Warta nomor {number}\n{REPORT}") for number in range(4)]
    at_once([partial(advance, article.pk) for article in articles])
    originals = set(ArticleSketch.objects.values_list("original", flat=True))
    assert len(originals) == 1


def test_a_cause_seen_by_six_workers_at_once_is_one_alert() -> None:
    call = partial(alert_raise, kind=AlertKind.FEED_GONE, cause="feed 1")
    answers = [each for each in at_once([call] * 6) if not isinstance(each, Exception)]
    assert sorted(is_new for _alert, is_new in answers) == [False] * 5 + [True]
    assert Alert.objects.count() == 1
