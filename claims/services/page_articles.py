"""A fetched page as an article: what it is called, whose it is, whether it is here already."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from claims.models import Article, PageOutcome, PageWish, Source
from claims.selectors.sources import source_at
from claims.services.article_versions import article_new_version
from claims.services.articles import ArticleMetadata, article_read, article_receive
from claims.services.text_copies import are_copies
from claims.sources.fetching import FetchedPage
from claims.sources.page_addresses import address_key, is_same_site
from claims.sources.page_heads import PageHead, page_head
from factcheck.errors import InvalidInput

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
    article in it, as `article_receive`, and when the address leads to quite another page by now.
    """
    head = page_head(fetched.body, url=fetched.url, charset=fetched.charset)
    filename = file_name(fetched)
    metadata = _metadata(wish, head, head.canonical)
    known = wish.article or _fetched_before(head.canonical)
    if known is not None and not _is_same_page(known, wish, fetched, head):
        read = article_read(data=fetched.body, filename=filename, metadata=metadata)
        if not _is_copy(known, head, read.text):
            _refuse_led_astray(wish, fetched)
            known, metadata = None, _metadata(wish, head, fetched.url)
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


def _metadata(wish: PageWish, head: PageHead, url: str) -> ArticleMetadata:
    """Return what is known besides the text of the page at `url`; the page itself tells the rest.

    Not the language: what pages declare is that of their template, and the text tells better.
    """
    source, site = _source(wish, url), urlsplit(url)
    return ArticleMetadata(
        url=url,
        title=wish.title,
        author=wish.author,
        outlet=source.name if source else "",
        site=f"{site.scheme}://{site.netloc}/"[:500],
        published_at=wish.published_at or head.published_at,
    )


def _source(wish: PageWish, url: str) -> Source | None:
    """Return whose page it is: that of its site, as feeds name pages of others, too.

    Of several sources on one site it is that of the feed.
    """
    if wish.source and is_same_site(wish.source.site, url):
        return wish.source
    return source_at(url) or wish.source


def _is_same_page(known: Article, wish: PageWish, fetched: FetchedPage, head: PageHead) -> bool:
    """Say whether what came is from the address of `known`, so that any text is its next one."""
    address = address_key(known.url)
    if wish.article is None:  # two pages may give one canonical address, such as "/article"
        return address_key(fetched.url) == address
    return address in {address_key(head.canonical), address_key(fetched.url)}


def _is_copy(known: Article, head: PageHead, text: str) -> bool:
    """Say whether a text from another address of the site is that of `known`, moved or edited."""
    is_here = not known.url or is_same_site(known.url, head.canonical)
    return is_here and are_copies(known.text, text)


def _refuse_led_astray(wish: PageWish, fetched: FetchedPage) -> None:
    """Raise InvalidInput if an article's address redirects: what was removed leads to the front."""
    if wish.article and address_key(fetched.url) != wish.key:
        told = _("The address leads to another page by now, with another text: %(url)s")
        raise InvalidInput("url", told % {"url": fetched.url})


def _fetched_before(url: str) -> Article | None:
    """Return the newest article fetched from `url`: a page may be reached by several addresses.

    Not one that was pasted: its text differs from the page's for reasons that are no edit.
    """
    return Article.objects.filter(url=url, pages__isnull=False).order_by("-version", "-id").first()
