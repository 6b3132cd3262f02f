"""A fetched page as an article: what it is called, whose it is, whether it is here already."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from claims.models import Article, PageOutcome, PageWish, Source
from claims.selectors.sources import source_at
from claims.services.article_versions import article_new_version
from claims.services.articles import ArticleMetadata, article_receive
from claims.sources.fetching import FetchedPage
from claims.sources.page_heads import PageHead, page_head

SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
MAX_NAME = 100


def article_from_page(*, fetched: FetchedPage, wish: PageWish) -> tuple[Article, PageOutcome]:
    """Take in what a page says; return its article and what became of the text.

    A page that gave an article before gives its next version. Raises InvalidInput when there is no
    article in it, as `article_receive`.
    """
    head = page_head(fetched.body, url=fetched.url)
    source = wish.source or source_at(head.canonical)
    metadata = _metadata(wish, head, source)
    filename = file_name(fetched)
    known = wish.article or _fetched_before(head.canonical)
    if known is not None:
        version = article_new_version(
            article=known, data=fetched.body, filename=filename, metadata=metadata, actor=None
        )
        return (known, PageOutcome.UNCHANGED) if version is None else (version, PageOutcome.VERSION)
    article, is_new = article_receive(
        data=fetched.body, filename=filename, metadata=metadata, actor=wish.wanted_by
    )
    return article, PageOutcome.NEW if is_new else PageOutcome.KNOWN


def file_name(fetched: FetchedPage) -> str:
    """Return a name for the file: the end of the address, with the suffix of what it was sent as.

    What the server says goes before the address: "/news.php" and "/4711" are pages.
    """
    kind = fetched.headers.get("content-type", "").partition(";")[0].strip().lower()
    path = PurePosixPath(unquote(urlsplit(fetched.url).path, errors="replace"))
    suffix = SUFFIXES.get(kind) or path.suffix.lower() or ".html"
    return f"{path.stem[:MAX_NAME] or 'page'}{suffix}"


def _metadata(wish: PageWish, head: PageHead, source: Source | None) -> ArticleMetadata:
    """Return what is known besides the text; the page itself tells the rest.

    Not the language: what pages declare is that of their template, and the text tells better.
    """
    site = urlsplit(head.canonical)
    return ArticleMetadata(
        url=head.canonical,
        title=wish.title,
        author=wish.author,
        outlet=source.name if source else "",
        site=f"{site.scheme}://{site.netloc}/"[:500],
        published_at=wish.published_at or head.published_at,
    )


def _fetched_before(url: str) -> Article | None:
    """Return the newest article fetched from `url`: a page may be reached by several addresses.

    Not one that was pasted: its text differs from the page's for reasons that are no edit.
    """
    return Article.objects.filter(url=url, pages__isnull=False).order_by("-version", "-id").first()
