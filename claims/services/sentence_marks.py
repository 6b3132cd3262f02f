"""What a person says of a sentence, and the appearance that follows. The desk decides who may."""

from __future__ import annotations

from django.utils import timezone

from claims.models import Appearance, Article, MarkLabel, Sentence, SentenceMark, Stage
from claims.selectors.sentence_marks import mark_of
from factcheck.accounts.models import User


def mark_set(
    *, sentence: Sentence, article: Article, actor: User, label: MarkLabel, note: str = ""
) -> SentenceMark:
    """Write a mark on a sentence of the locked `article`, in place of the person's current one."""
    current = mark_of(sentence, actor)
    if current is not None:
        mark_withdraw(mark=current)
    return SentenceMark.objects.create(
        article=article,
        start=sentence.start,
        end=sentence.end,
        label=label,
        note=note,
        language=article.language,
        by=actor,
    )


def mark_withdraw(*, mark: SentenceMark) -> None:
    """Take a current mark back; the row stays as history."""
    mark.withdrawn_at = timezone.now()
    mark.save(update_fields=["withdrawn_at"])


def appearance_raise(*, sentence: Sentence, article: Article) -> Appearance:
    """Make the sentence an appearance, as the machine makes one, unless it is one already."""
    appearance, _made = Appearance.objects.get_or_create(
        article=article,
        start=sentence.start,
        end=sentence.end,
        defaults={
            "sentence": sentence,
            "text": article.text[sentence.start : sentence.end],
            "speaker": sentence.speaker,
            "quantities": sentence.quantities,
            "dates": sentence.dates,
            "units": sentence.units,
            "score": sentence.score,
            "reasons": sentence.reasons,
        },
    )
    return appearance


def article_resume(*, article: Article, stage: Stage) -> None:
    """Send a locked article that has passed `stage` through it again, for what people changed.

    One that has still to come to `stage` is left alone. One that failed stays failed: whoever tries
    it again takes it through.
    """
    order = list(Stage)
    if order.index(Stage(article.stage)) <= order.index(stage):
        return
    article.stage, article.attempts = stage, 0
    article.due_at = None if article.failure else timezone.now()
    article.save(update_fields=["stage", "attempts", "due_at"])
