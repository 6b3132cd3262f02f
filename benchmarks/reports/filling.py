"""Published verdicts by the hundred thousand: on claims of a benchmark desk, in four languages.

A third of the claims was made by two outlets, each verdict has two pieces of evidence, every tenth
item a tag, every fiftieth verdict is retracted. Texts have the lengths of a busy desk's.
"""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone

from benchmarks.queue.copies import copy_row
from benchmarks.queue.filling import FIRST, PER_ARTICLE, TEXT, fill
from claims.models import Appearance
from factcheck.accounts.models import User
from reviews.models import ItemTag, QueueItem, Rating, Tag, Verdict, VerdictStatus

SUMMARIES = (
    "Angka itu dilaporkan untuk seluruh provinsi, bukan untuk satu pelabuhan saja.",
    "The figure is that of the whole province; the eastern quay handled a seventh of it.",
    "该数字是全省的总量，东码头只占其中约七分之一，报道把两者混为一谈。",
    "該數字是全省的總量，東碼頭只占其中約七分之一，報導把兩者混為一談。",
)
SECOND = 10**9  # ids of second appearances start there
SENTENCES = 5  # of a summary's length, in an explanation
DIGEST = "md5(n::text) || md5((n + 1)::text)"


def fill_verdicts(numbers: range, people: list[int]) -> None:
    """Add the verdicts of these numbers; a range starts where the one before it ended."""
    fill(numbers, people)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        if numbers.start == 0:
            _make_first(people)
        _copy(numbers)
        cursor.execute(
            "UPDATE claims_article SET url = 'https://outlet.example/2026/03/' || id WHERE url = ''"
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _make_first(people: list[int]) -> None:
    """Make the rows that all others are copies of."""
    author, approver = (User.objects.get(pk=key) for key in people[:2])
    item = QueueItem.objects.order_by("pk")[0]
    ItemTag.objects.create(item=item, tag=Tag.objects.create(name="harbours", added_by=author))
    evidence = [
        {"url": f"https://statistics.example/tables/{number}/harbour-throughput", "title": TEXT,
         "publisher": "Bureau of Statistics", "quote": TEXT, "note": "", "stance": "against",
         "kind": "primary"}
        for number in (1, 2)
    ]  # fmt: skip
    Verdict.objects.create(
        claim_id=item.claim_id, item=item, version=1, status=VerdictStatus.PUBLISHED,
        rating=Rating.objects.get(slug="false"), summary=SUMMARIES[0], explanation=TEXT,
        true_as_of=timezone.localdate(), evidence=evidence, author=author, approver=approver,
        signed_off_at=timezone.now(), signed_off_hash="0" * 64, content_hash="0" * 64,
        published_at=timezone.now(),
    )  # fmt: skip


def _copy(numbers: range) -> None:
    key = {"id": f"{FIRST} + n", "claim_id": f"{FIRST} + n", "item_id": f"{FIRST} + n"}
    summary = f"(ARRAY{list(SUMMARIES)})[1 + n % {len(SUMMARIES)}]"
    ratings = list(Rating.objects.order_by("number").values_list("pk", flat=True))
    retracted = "n % 50 = 0"
    columns = key | {
        "status": f"CASE WHEN {retracted} THEN 'retracted' ELSE 'published' END",
        "retracted_at": f"CASE WHEN {retracted} THEN now() END",
        "retraction_note": f"CASE WHEN {retracted} THEN {summary} ELSE '' END",
        "rating_id": f"(ARRAY{ratings})[1 + n % {len(ratings)}]",
        "summary": summary,
        "explanation": f"repeat({summary} || ' ', {SENTENCES})",
        "published_at": "now() - n * interval '1 second'",
        "content_hash": DIGEST,
        "signed_off_hash": DIGEST,
    }
    copy_row(Verdict.objects.order_by("pk")[0], numbers, columns)
    again = {
        "id": f"{SECOND} + n",
        "article_id": f"{FIRST} + (n / {PER_ARTICLE} + 7) % ({numbers.stop} / {PER_ARTICLE})",
        "claim_id": f"{FIRST} + n",
        "start": "10000 + n",  # no two of an article alike, whatever was filled before
        "end": "10100 + n",
        "sentence_id": "NULL",
    }
    copy_row(Appearance.objects.order_by("pk")[0], numbers, again, where="n % 3 = 0")
    tag = ItemTag.objects.order_by("pk")[0]
    copy_row(tag, numbers, {"id": f"{FIRST} + n", "item_id": f"{FIRST} + n"}, where="n % 10 = 0")
