"""What has to hold of the desk when all articles are through, whoever was killed meanwhile."""

from __future__ import annotations

from django.db.models import QuerySet

from claims.models import Appearance, Article, Claim, Sentence, Stage
from factcheck.audit.models import AuditEvent
from reviews.models import QueueItem

STEPS = ("article.receive", "article.extract", "article.match", "article.process")


def broken(count: int) -> list[str]:
    """Return a line for each promise that does not hold of `count` articles."""
    found = {
        f"{Article.objects.count()} articles of {count}": Article.objects.count() != count,
        "articles are not done": Article.objects.exclude(stage=Stage.DONE).exists(),
        "articles failed": Article.objects.exclude(failure="").exists(),
        "sentences come twice": bool(_doubled(Sentence.objects.all())),
        "appearances come twice": bool(_doubled(Appearance.objects.all())),
        "appearances have no claim": Appearance.objects.filter(claim=None).exists(),
        "claims are not in the queue once": QueueItem.objects.count() != Claim.objects.count(),
    }
    found |= {f"{step} is not noted once for each": not _once(step, count) for step in STEPS}
    return [line for line, is_broken in found.items() if is_broken]


def lost(count: int) -> int:
    """Return how many of `count` articles are not done."""
    return max(count - Article.objects.filter(stage=Stage.DONE, failure="").count(), 0)


def doubled(count: int) -> int:
    """Return how many articles, sentences, appearances and steps there are too many."""
    spans = _doubled(Sentence.objects.all()) + _doubled(Appearance.objects.all())
    steps = AuditEvent.objects.filter(action__in=STEPS)
    steps_done = steps.order_by().values("action", "target_id").distinct().count()
    return max(Article.objects.count() - count, 0) + spans + steps.count() - steps_done


def _doubled(spans: QuerySet[Sentence] | QuerySet[Appearance]) -> int:
    """Return how many spans of articles are there besides the first that is the same."""
    return spans.count() - spans.order_by().values("article", "start", "end").distinct().count()


def _once(step: str, count: int) -> bool:
    """Say whether the audit log has the step once for each article."""
    events = AuditEvent.objects.filter(action=step)
    return events.count() == count == events.values("target_id").distinct().count()
