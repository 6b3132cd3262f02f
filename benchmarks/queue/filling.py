"""A desk of any size: articles, their claims, and an open queue item for each of them.

A tenth of the claims waits for sign-off, spread over all priorities as a busy desk leaves them; a
fiftieth waits for a second review. Languages are shared out unevenly, one of them is rare.
"""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from benchmarks.queue.copies import copy_row
from claims.matching.types import DIMENSIONS
from claims.models import Appearance, Article, Claim, Sentence, Source, Stage
from claims.models.sentence import SentenceKind
from factcheck.accounts.models import User
from reviews.domain.states import Event, State
from reviews.models import QueueItem, QueueMove, QueueReason, Rating, Review, ReviewStatus

PER_ARTICLE = 10
SOURCES = 20
FIRST = 1000  # the copy number n has the id FIRST + n; what it is copied from lies below
RARE_LANGUAGE = "ms"
TEXT = "Port report 00000000 counts 0000 thousand boxes at the eastern quay in May of that year."
LENGTH = len(TEXT)
CAME = "now() - n % 365 * interval '1 day'"  # claims came all through the past year


def statement(n: str) -> str:
    """Return SQL for the sentence number `n`, each as long as TEXT."""
    return (
        f"'Port report ' || lpad(({n})::text, 8, '0') || ' counts ' || "
        f"lpad((({n}) % 9973)::text, 4, '0') || "
        "' thousand boxes at the eastern quay in May of that year.'"
    )


def language(article: str) -> str:
    """Return SQL for the language of the article number `article`."""
    return (
        f"CASE WHEN {article} % 100 = 0 THEN '{RARE_LANGUAGE}' "
        f"WHEN {article} % 10 < 4 THEN 'id' WHEN {article} % 10 < 7 THEN 'en' "
        f"WHEN {article} % 10 < 9 THEN 'zh-Hans' ELSE 'zh-Hant' END"
    )


def fill(items: range, reviewers: list[int]) -> None:
    """Add the items of these numbers; a range starts where the one before it ended.

    Foreign keys and triggers rest meanwhile: a million rows would be looked up one by one.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        if items.start == 0:
            # Nothing here looks for near claims, and the index takes longer than all else.
            cursor.execute("DROP INDEX claim_vector")
            _make_first(User.objects.get(pk=reviewers[0]))
        _copy_articles(range(items.start // PER_ARTICLE, items.stop // PER_ARTICLE))
        _copy_claims(items)
        _copy_items(items, reviewers)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")  # or the first pages wait for what filling left to write


def _make_first(reviewer: User) -> None:
    """Make the rows that all others are copies of."""
    sources = [Source(pk=number, name=f"Outlet {number}") for number in range(1, SOURCES + 1)]
    Source.objects.bulk_create(sources)
    article = Article.objects.create(
        source=sources[0], title=TEXT, language="en", text=TEXT, stage=Stage.DONE,
        received=TEXT.encode(), encoding="utf-8",
    )  # fmt: skip
    span = {"article": article, "start": 0, "end": LENGTH, "score": 0.6}
    sentence = Sentence.objects.create(
        **span, engine="rules", kind=SentenceKind.BODY, selected=True
    )
    claim = Claim.objects.create(text=TEXT, language="en", score=0.6, vector=[0.05] * DIMENSIONS)
    Appearance.objects.create(**span, claim=claim, sentence=sentence, text=TEXT)
    item = QueueItem.objects.create(
        claim=claim, state=State.QUEUED, priority=0, due_at=timezone.now()
    )
    QueueReason.objects.create(item=item, kind=QueueReason.Kind.CHECK_WORTHY)
    QueueMove.objects.create(
        item=item, event=Event.ENQUEUE, from_state=State.NEW, to_state=State.QUEUED
    )
    Review.objects.create(
        item=item, reviewer=reviewer, status=ReviewStatus.SUBMITTED, submitted_at=timezone.now(),
        rating=Rating.objects.get(slug="false"), summary=TEXT, rationale=TEXT,
        no_evidence_reason=TEXT,
    )  # fmt: skip


def _copy_articles(numbers: range) -> None:
    numbered = [statement(f"n * {PER_ARTICLE} + {k}") for k in range(PER_ARTICLE)]
    sentences = " || ' ' || ".join(numbered)
    columns = {
        "id": f"{FIRST} + n",
        "source_id": f"1 + n % {SOURCES}",
        "language": language("n"),
        "text": sentences,
        "received": f"convert_to({sentences}, 'UTF8')",
        "text_sha256": f"encode(sha256(convert_to({sentences}, 'UTF8')), 'hex')",
    }
    copy_row(Article.objects.get(text=TEXT), numbers, columns)


def _copy_claims(numbers: range) -> None:
    start = f"n % {PER_ARTICLE} * {LENGTH + 1}"
    key = {"id": f"{FIRST} + n"}
    span = key | {
        "article_id": f"{FIRST} + n / {PER_ARTICLE}",
        "start": start,
        "end": f"{start} + {LENGTH}",
    }
    wording = {"text": statement("n")}
    copy_row(_first(Sentence), numbers, span)
    told = wording | {"language": language(f"(n / {PER_ARTICLE})"), "created_at": CAME}
    copy_row(_first(Claim), numbers, key | told)
    links = {"claim_id": f"{FIRST} + n", "sentence_id": f"{FIRST} + n"}
    copy_row(_first(Appearance), numbers, span | links | wording)


def _copy_items(numbers: range, reviewers: list[int]) -> None:
    signing, second = "n % 10 = 0", "n % 50 = 1"
    columns = {
        "id": f"{FIRST} + n",
        "claim_id": f"{FIRST} + n",
        "priority": "n::bigint * 7919 % 101",
        "reviews_wanted": f"CASE WHEN {second} THEN 2 ELSE 1 END",
        "state": f"CASE WHEN {signing} THEN '{State.SIGN_OFF}' WHEN {second} "
        f"THEN '{State.SECOND_REVIEW}' ELSE '{State.QUEUED}' END",
    }
    item = {"item_id": f"{FIRST} + n"}
    copy_row(_first(QueueItem), numbers, columns | {"entered_at": CAME})
    copy_row(_first(QueueReason), numbers, item)
    copy_row(_first(QueueMove), numbers, item | {"at": CAME})
    reviewer = f"(ARRAY{reviewers})[1 + n % {len(reviewers)}]"
    copy_row(
        _first(Review),
        numbers,
        item | {"reviewer_id": reviewer},
        where=f"({signing} OR {second})",
    )


def _first(model: type[Model]) -> Model:
    return model._default_manager.order_by("pk")[0]
