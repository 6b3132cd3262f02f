"""A page that changed becomes a new version of its article; the old one stays as it was."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from claims.models import Article
from claims.services.articles import (
    ArticleMetadata,
    article_read,
    described_columns,
    received_columns,
    text_digest,
)
from claims.services.locks import article_lock
from factcheck.accounts.models import User
from factcheck.audit.log import record


def article_new_version(
    *,
    article: Article,
    data: bytes,
    filename: str,
    metadata: ArticleMetadata,
    actor: User | None,
) -> Article | None:
    """Freeze what the page of `article` says now as the version after its newest one.

    Any version may be given. What `metadata` leaves open is as it was. Returns the new version,
    due for its first step, or None: the newest has this text already, but for blanks. Raises
    InvalidInput as `article_receive`. Whoever calls it nudges: see `flow.submit_version`.
    """
    read = article_read(data=data, filename=filename, metadata=metadata)
    with transaction.atomic():
        newest = _newest_locked(article)
        if read.text.split() == newest.text.split():
            return None
        described = described_columns(read, _with_known(metadata, newest))
        version = Article.objects.create(
            **received_columns(read, data=data, filename=filename, actor=actor),
            **(described | {"source": newest.source, "title": described["title"] or newest.title}),
            text_sha256=text_digest(read.text),
            version=newest.version + 1,
            supersedes=newest,
        )
        record(
            actor=actor,
            action="article.new_version",
            target=version,
            before={"article": newest.pk, "sha256": newest.text_sha256},
            after={"sha256": version.text_sha256, "version": version.version},
        )
    return version


def _newest_locked(article: Article) -> Article:
    """Return the newest version of the page, locked: of two writers the second sees the first's."""
    newest = article_lock(article_id=article.pk)
    while following := Article.objects.filter(supersedes=newest).only("pk").first():
        newest = article_lock(article_id=following.pk)
    return newest


def _with_known(metadata: ArticleMetadata, known: Article) -> ArticleMetadata:
    """Return the metadata, completed by what is known of the version before.

    Not the title nor the language, which the page may have changed.
    """
    return replace(
        metadata,
        url=metadata.url or known.url,
        author=metadata.author or known.author,
        published_at=metadata.published_at or known.published_at,
    )
