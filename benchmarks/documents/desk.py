"""A desk with published verdicts in four languages, explained by the articles of the corpus."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from claims.matching.types import DIMENSIONS
from claims.models import Appearance, Article, Claim, Source, Stage
from factcheck.accounts.models import User
from reviews.domain.report_spec import STATUSES, ReportSpec
from reviews.domain.states import State
from reviews.exports.columns import COLUMNS
from reviews.exports.table import Table
from reviews.models import QueueItem, Rating, Verdict, VerdictStatus
from reviews.selectors.report_rows import ReportRows

LANGUAGES = {"en": "en", "id": "id", "zhhans": "zh-Hans", "zhhant": "zh-Hant"}
LENGTH = 700  # characters of an explanation: half a printed page
CLAIM, SUMMARY = 90, 140
AT_ONCE = 1000


def fill_desk(verdicts: int) -> None:
    """Publish so many verdicts; every twentieth was retracted since."""
    author, approver = (User.objects.create_user(name) for name in ("author", "approver"))
    article = _article()
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX claim_vector")  # nothing is looked for by it here
    ratings, texts = list(Rating.objects.all()), islice(cycle(_texts()), verdicts)
    batch = list(enumerate(texts))
    for start in range(0, verdicts, AT_ONCE):
        some = batch[start : start + AT_ONCE]
        claims = Claim.objects.bulk_create(_claim(language, text) for _n, (language, text) in some)
        items = QueueItem.objects.bulk_create(
            QueueItem(claim=claim, state=State.PUBLISHED, closed_at=timezone.now())
            for claim in claims
        )
        Appearance.objects.bulk_create(
            Appearance(claim=claim, article=article, text=claim.text, start=n, end=n + 1, score=0.6)
            for claim, (n, _text) in zip(claims, some, strict=True)
        )
        Verdict.objects.bulk_create(
            _verdict(n, item, text, ratings[n % len(ratings)], (author, approver))
            for item, (n, (_language, text)) in zip(items, some, strict=True)
        )


def report_table() -> Table:
    """Return the table of all of them."""
    spec = ReportSpec(statuses=STATUSES)
    return Table("Verdicts of all kinds", COLUMNS, ReportRows(spec), spec, timezone.now())


def words_of_desk() -> list[str]:
    """Return every text of theirs, in the order of a report."""
    rows = Verdict.objects.order_by("pk").values_list("claim__text", "summary", "explanation")
    return [text for row in rows for text in row]


def _texts() -> list[tuple[str, str]]:
    """Return what stands in the middle of each article of the corpus, in turn of language."""
    folder = Path(settings.BASE_DIR, "seeds", "articles")
    by_language = [
        [(tag, _middle(path)) for path in sorted(folder.glob(f"*-{name}-*.txt"))]
        for name, tag in LANGUAGES.items()
    ]
    return [pair for pairs in zip(*by_language, strict=False) for pair in pairs]


def _middle(path: Path) -> str:
    """Return the lines of an article behind its heading and credits."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(lines[len(lines) // 3 :]).lstrip()


def _article() -> Article:
    return Article.objects.create(
        source=Source.objects.create(name="Harbour Gazette"), title="Harbour", language="en",
        url="https://gazette.example/1", text="Harbour", received=b"Harbour", encoding="utf-8",
        text_sha256="0" * 64, stage=Stage.DONE,
    )  # fmt: skip


def _claim(language: str, text: str) -> Claim:
    return Claim(text=_line(text, CLAIM), language=language, speaker="", vector=[0.05] * DIMENSIONS)


def _verdict(
    n: int, item: QueueItem, text: str, rating: Rating, people: tuple[User, User]
) -> Verdict:
    evidence = {
        "url": f"https://statistics.example/tables/{n}", "title": _line(text, 40),
        "quote": _line(text, CLAIM),
        "publisher": "Bureau of Statistics", "note": "", "stance": "against", "kind": "primary",
    }  # fmt: skip
    now, digest = timezone.now(), f"{n:064x}"
    is_retracted = n % 20 == 0
    return Verdict(
        claim_id=item.claim_id, item=item, version=1, rating=rating, evidence=[evidence] * 2,
        status=VerdictStatus.RETRACTED if is_retracted else VerdictStatus.PUBLISHED,
        retracted_at=now if is_retracted else None, retraction_note=_line(text, SUMMARY),
        summary=_line(text, SUMMARY), explanation=text[:LENGTH], true_as_of=now.date(),
        author=people[0], approver=people[1], signed_off_at=now, published_at=now,
        signed_off_hash=digest, content_hash=digest,
    )  # fmt: skip


def _line(text: str, length: int) -> str:
    return " ".join(text[:length].split())
