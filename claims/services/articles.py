"""An article comes in; its stage moves on, fails, or is tried again."""

from __future__ import annotations

import datetime
import hashlib
import re
from dataclasses import dataclass, fields
from functools import partial
from pathlib import PurePath

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Article, Source, Stage
from claims.sources.reading import ReadArticle, read_article
from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.centuries import is_within_centuries
from factcheck.errors import InvalidInput, WrongState
from factcheck.texts import check_text

# A worker that has not finished a step by then is taken for dead and the step is due again.
STEP_LEASE = datetime.timedelta(seconds=settings.STEP_LEASE_SECONDS)
MAX_ATTEMPTS = 5
MAX_METADATA = 2000
WEB = ("http://", "https://")
# The part of BCP 47 that tells languages and scripts apart; the column holds 12 characters.
LANGUAGE_TAG = re.compile(r"(?=.{2,12}$)[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class ArticleMetadata:
    """What is known of an article besides its text; "" where it is not."""

    url: str = ""
    title: str = ""
    author: str = ""
    outlet: str = ""
    site: str = ""
    country: str = ""
    language: str = ""
    published_at: datetime.datetime | None = None


def article_receive(
    *, data: bytes, filename: str, metadata: ArticleMetadata, actor: User | None
) -> tuple[Article, bool]:
    """Freeze the article in `data` and make its first step due.

    Returns the article and whether it is new: the same text again is the same article. Raises
    InvalidInput when the file or a field of the metadata cannot be taken.
    """
    read = article_read(data=data, filename=filename, metadata=metadata)
    digest = text_digest(read.text)
    # Among later versions too: of those several may have one text, when a page went back to it.
    known = Article.objects.filter(text_sha256=digest).order_by("id").first()
    if known is not None:
        return known, False
    with transaction.atomic():
        article, is_new = Article.objects.get_or_create(
            text_sha256=digest,
            supersedes=None,
            defaults={
                **received_columns(read, data=data, filename=filename, actor=actor),
                **described_columns(read, metadata),
            },
        )
        if is_new:
            record(
                actor=actor,
                action="article.receive",
                target=article,
                after={"sha256": digest, "title": article.title, "url": article.url}
                | ({"left_out": list(read.left_out)} if read.left_out else {}),
            )
    return article, is_new


def article_read(*, data: bytes, filename: str, metadata: ArticleMetadata) -> ReadArticle:
    """Return what came, read. Raises InvalidInput when it, or a field, cannot be taken."""
    _check(metadata)
    return read_article(
        data,
        filename,
        max_bytes=settings.ARTICLE_MAX_BYTES,
        max_characters=settings.ARTICLE_MAX_CHARACTERS,
    )


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text, by which one text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()


def received_columns(
    read: ReadArticle, *, data: bytes, filename: str, actor: User | None
) -> dict[str, object]:
    """Return the columns of an article that came just now: what is frozen, and its first step."""
    return {
        "text": read.text,
        "received": data,
        "received_name": PurePath(filename).name[:300],
        "encoding": read.encoding,
        "due_at": timezone.now(),
        "received_by": actor,
    }


def article_retry(*, article: Article, actor: User) -> Article:
    """Make the step that failed due again. Raises WrongState if nothing failed."""
    with transaction.atomic():
        locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
        if not locked.failure:
            raise WrongState(_("Nothing failed here; there is nothing to retry."))
        failure, locked.failure = locked.failure, ""
        locked.attempts, locked.due_at = 0, timezone.now()
        locked.save(update_fields=["failure", "attempts", "due_at"])
        record(actor=actor, action="article.retry", target=locked, before={"failure": failure})
    return locked


def article_begin_step(*, article_id: int) -> Article | None:
    """Claim the due step of an article for this worker; None when it is not due.

    A guarded update: of two workers one gets it. The step becomes due again after STEP_LEASE
    in case this worker dies. One that has outlived MAX_ATTEMPTS workers is given up: it would
    kill the next one too.
    """
    now = timezone.now()
    due = Article.objects.filter(pk=article_id, due_at__lte=now)
    # Its passages are compared with the claims of the version before: that one goes first.
    before = Article.objects.filter(pk=OuterRef("supersedes"), due_at__isnull=False)
    due = due.filter(~Exists(before))
    _give_up(due.filter(attempts__gte=MAX_ATTEMPTS))
    begun = due.filter(attempts__lt=MAX_ATTEMPTS).update(
        due_at=now + STEP_LEASE, attempts=F("attempts") + 1
    )
    return Article.objects.select_related("source").get(pk=article_id) if begun else None


def article_lock_step(*, article: Article) -> bool:
    """Lock the row to write the results of a step; False if another worker finished it first."""
    return (
        Article.objects.select_for_update(no_key=True)
        .filter(pk=article.pk, stage=article.stage)
        .exists()
    )


def article_end_step(*, article: Article, next_stage: Stage) -> None:
    """Move on, in the transaction that wrote the step's results."""
    article.stage = next_stage
    article.due_at = None if next_stage == Stage.DONE else timezone.now()
    article.attempts, article.failure = 0, ""
    article.save(update_fields=["stage", "due_at", "attempts", "failure", "language"])


def article_fail_step(*, article: Article, error: Exception) -> None:
    """Note a failed attempt: due again with a growing pause, given up after MAX_ATTEMPTS."""
    given_up = article.attempts >= MAX_ATTEMPTS
    pause = datetime.timedelta(seconds=2**article.attempts)
    with transaction.atomic():
        # Only this attempt: another worker may have begun the next one, or finished the step.
        attempt = Article.objects.filter(
            pk=article.pk, stage=article.stage, attempts=article.attempts
        )
        noted = attempt.update(
            due_at=None if given_up else timezone.now() + pause,
            failure=f"{type(error).__name__}: {error}"[:1000] if given_up else "",
        )
        if noted and given_up:
            record(actor=None, action="article.fail", target=article, note=str(error)[:1000])


def _give_up(articles: QuerySet[Article]) -> None:
    """Stop trying steps whose workers died without a word."""
    with transaction.atomic():
        for article in articles.select_for_update(no_key=True):
            article.failure = _("The worker died at this step %(count)d times.") % {
                "count": article.attempts
            }
            article.due_at = None
            article.save(update_fields=["failure", "due_at"])
            record(actor=None, action="article.fail", target=article, note=article.failure)


def _check(metadata: ArticleMetadata) -> None:
    """Refuse what the columns cannot hold; titles and names too long for them are cut later."""
    for field in fields(metadata):
        value = getattr(metadata, field.name)
        if isinstance(value, str):
            check_text(field.name, value, limit=MAX_METADATA)
    if metadata.published_at and not is_within_centuries(metadata.published_at):
        raise InvalidInput("published_at", _("Choose a year from 1600 to 2200."))
    if metadata.language and not LANGUAGE_TAG.fullmatch(metadata.language):
        raise InvalidInput("language", _("Give a language tag such as id, en or zh-Hant."))
    for name, address in (("url", metadata.url), ("site", metadata.site)):
        if address and not address.startswith(WEB):
            raise InvalidInput(name, _("The address has to start with http:// or https://."))


def described_columns(read: ReadArticle, metadata: ArticleMetadata) -> dict[str, object]:
    """Return the columns that describe the article: what was given before what was read."""
    published = metadata.published_at
    day = datetime.date.fromisoformat(read.published) if read.published else None
    if published is None and day is not None and is_within_centuries(day):
        published = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    url = metadata.url or (read.url if read.url.startswith(WEB) else "")
    return {
        "source": partial(_source, metadata, read),  # called only if the article is new
        "url": url[:2000],
        "title": (metadata.title or read.title)[:500],
        "author": (metadata.author or read.author)[:300],
        "language": metadata.language,
        "published_at": published,
    }


def _source(metadata: ArticleMetadata, read: ReadArticle) -> Source | None:
    name = (metadata.outlet or read.outlet).strip()[:200]
    if not name:
        return None
    source, _made = Source.objects.get_or_create(
        name=name,
        defaults={
            "site": metadata.site[:500],
            "country": metadata.country[:2],
            "language": metadata.language,
        },
    )
    return source
