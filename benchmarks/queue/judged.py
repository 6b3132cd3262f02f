"""What was judged at the desk: a draft for all that waits for sign-off, and a year of verdicts.

A tenth of the claims was published before, spread over the past year, and has come back since.
"""

from __future__ import annotations

import datetime

from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from benchmarks.queue.copies import copy_row
from benchmarks.queue.filling import FIRST, TEXT
from reviews.domain.states import Event, State
from reviews.models import QueueItem, QueueMove, Rating, Verdict, VerdictStatus

EARLIER = 1_000_000_000  # the pass of claim n that ended in its verdict has the id EARLIER + n
WAITS, PUBLISHED = "n % 10 = 0", "n % 10 = 3"
ENDED = "now() - n % 365 * interval '1 day' - interval '1 hour'"
TOOK = "n % 70 * interval '1 hour'"
HASH = "0" * 64


def fill_judged(items: range, author: int, approver: int) -> None:
    """Add verdicts on the claims of these numbers, and tally the days they were published on."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        draft = _first_draft(author)
        links = {"claim_id": f"{FIRST} + n", "item_id": f"{FIRST} + n"}
        copy_row(draft, items, links, where=WAITS)
        _copy_published(items, draft, approver)
        draft.delete()
    call_command("tally_days", again=True, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _first_draft(author: int) -> Verdict:
    item = QueueItem.objects.order_by("pk")[0]
    return Verdict.objects.create(
        claim=item.claim, item=item, version=1, status=VerdictStatus.DRAFT, author_id=author,
        rating=Rating.objects.get(slug="false"), summary=TEXT, explanation=TEXT,
        no_evidence_reason=TEXT, true_as_of=datetime.date(2025, 5, 1),
    )  # fmt: skip


def _copy_published(items: range, draft: Verdict, approver: int) -> None:
    item = QueueItem.objects.get(pk=draft.item_id)
    move = QueueMove.objects.filter(item=item)[0]
    columns = {
        "id": f"{EARLIER} + n",
        "claim_id": f"{FIRST} + n",
        "state": f"'{State.PUBLISHED}'",
        "entered_at": f"{ENDED} - {TOOK}",
        "closed_at": ENDED,
    }
    copy_row(item, items, columns, where=PUBLISHED)
    of_item = {"item_id": f"{EARLIER} + n", "at": ENDED, "by_id": str(approver)}
    for event, source, target in (
        (Event.SIGN_OFF, State.SIGN_OFF, State.SIGN_OFF),
        (Event.PUBLISH, State.SIGN_OFF, State.PUBLISHED),
    ):
        told = {"event": f"'{event}'", "from_state": f"'{source}'", "to_state": f"'{target}'"}
        copy_row(move, items, of_item | told, where=PUBLISHED)
    signed = {
        "claim_id": f"{FIRST} + n",
        "item_id": f"{EARLIER} + n",
        "status": f"'{VerdictStatus.PUBLISHED}'",
        "approver_id": str(approver),
        "signed_off_at": ENDED,
        "published_at": ENDED,
        "signed_off_hash": f"'{HASH}'",
        "content_hash": f"'{HASH}'",
    }
    copy_row(draft, items, signed, where=PUBLISHED)


def judged_paths() -> dict[str, list[str]]:
    """Return the addresses of the pages about verdicts, and of those that sum the desk up.

    A dashboard is kept for a minute: other days each time are days nobody has asked for yet.
    """
    today = timezone.localdate()
    ends = [today - datetime.timedelta(days=number) for number in range(1, 121)]
    drafts = Verdict.objects.filter(status=VerdictStatus.DRAFT).order_by("pk")
    published = Verdict.objects.filter(status=VerdictStatus.PUBLISHED).order_by("pk")
    items = drafts.values_list("item", flat=True)[:40]
    claims = published.values_list("claim", flat=True)[:40]
    return {
        "dashboard, new": [_dashboard(end, 30) for end in ends],
        "dashboard, kept": ["/dashboard/"],
        "dashboard of a year, new": [_dashboard(end, 365) for end in ends],
        "dashboard of a year, kept": ["/dashboard/?period=365"],
        "sign-off list": ["/sign-off/"],
        "sign-off": [f"/sign-off/{pk}/" for pk in drafts.values_list("pk", flat=True)[:40]],
        "discussion": [f"/queue/{pk}/discussion/" for pk in items],
        "articles": ["/articles/"],
        "articles by words": ["/articles/?title=00004321"],
        "sources": ["/sources/"],
        "alerts": ["/alerts/"],
        "notifications": ["/notifications/"],
        "public index": ["/"],
        "public search": ["/?q=report+00004323"],
        "public verdict": [f"/verdicts/{pk}/" for pk in claims],
    }


def _dashboard(end: datetime.date, days: int) -> str:
    return f"/dashboard/?since={end - datetime.timedelta(days=days - 1)}&until={end}"
