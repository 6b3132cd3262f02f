"""Which articles are copies of one text: a wire report in fourteen outlets is one text."""

from __future__ import annotations

from django.db import connection, transaction
from django.db.models import Q

from claims.evidence.near_duplicates import Sketch, is_near_duplicate, sketch, unpacked
from claims.extraction.pipeline import extract
from claims.extraction.types import Extraction
from claims.matching.gists import gist_of
from claims.matching.types import Gist
from claims.models import Article, ArticleSketch
from claims.services.locks import article_lock
from factcheck.audit.log import record
from factcheck.prepared import rows

# One writer at a time: two copies that come at once must find each other.
COPIES_LOCK = 0x636F70696573
COMPARED = 500  # the oldest texts with a band in common
# Band by band: of arrays that overlap PostgreSQL expects a fifth of the table, and reads all of it.
SHARING = """
SELECT original_id, size, minima FROM claims_articlesketch WHERE article_id IN (
    SELECT DISTINCT near.article_id FROM unnest(%(bands)s::integer[]) AS band CROSS JOIN LATERAL (
        SELECT article_id FROM claims_articlesketch WHERE bands @> ARRAY[band] OFFSET 0
    ) AS near
    WHERE near.article_id <> %(article)s ORDER BY near.article_id LIMIT %(most)s
)
"""


def body_sketch(text: str, extraction: Extraction) -> Sketch | None:
    """Return the sketch of what `extraction` calls body; of the whole text if that is nothing.

    Menus and adverts tell copies apart that are none, and make one of pages that share them.
    """
    body = "\n".join(
        text[found.start : found.end] for found in extraction.sentences if found.kind == "body"
    )
    return sketch(body or text)


def are_copies(one: str, other: str) -> bool:
    """Return whether two texts are one, by their bodies; short ones only if they are the same."""
    if one.split() == other.split():
        return True
    left, right = (body_sketch(text, extract(text)) for text in (one, other))
    return left is not None and right is not None and is_near_duplicate(left, right)


def sketch_keep(*, article: Article, found: Sketch | None, gist: Gist) -> ArticleSketch:
    """Store the sketch and put the article with the copies of its text. Twice changes nothing.

    In the transaction of the step that made it, whose end is recorded.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [COPIES_LOCK])
    originals = _originals_of_page(article) | (_originals_alike(article, found) if found else set())
    original = min(originals, default=article.pk)
    ArticleSketch.objects.filter(original__in=originals).update(original=original)
    row, _made = ArticleSketch.objects.update_or_create(
        article=article,
        defaults={
            "original_id": original,
            "size": found.size if found else 0,
            "minima": found.packed if found else b"",
            "bands": found.bands if found else [],
            "gist": list(gist) or None,
        },
    )
    return row


def article_sketch(*, article_id: int) -> bool:
    """Make the sketch of an article that went through extraction without it; False if it has one.

    Articles from before sketches were made, or gists, have none. What it says is all in the frozen
    text. A sketch that has no gist gets one, and stays as it is.
    """
    article = Article.objects.get(pk=article_id)
    extraction = extract(article.text, language=article.language or None)
    found, gist = body_sketch(article.text, extraction), gist_of(article.text, extraction)
    with transaction.atomic():
        article_lock(article_id=article.pk)
        row = ArticleSketch.objects.filter(article=article).first()
        if row is None:
            row = sketch_keep(article=article, found=found, gist=gist)
        elif gist and row.gist is None:
            row.gist = list(gist)
            row.save(update_fields=["gist"])
        else:
            return False
        record(actor=None, action="article.sketch", target=article, after={"of": row.original_id})
    return True


def _originals_of_page(article: Article) -> set[int]:
    """Return the original of the version before: a page is one origin whatever it says now.

    And of the one after, when a sketch is made up for.
    """
    of_page = Q(article=article.supersedes_id) | Q(article__supersedes=article)
    return set(ArticleSketch.objects.filter(of_page).values_list("original_id", flat=True))


def _originals_alike(article: Article, found: Sketch) -> set[int]:
    """Return the originals of the texts this one is a copy of."""
    asked = {"bands": found.bands, "article": article.pk, "most": COMPARED}
    return {
        original
        for original, size, minima in rows(SHARING, asked)
        if is_near_duplicate(found, unpacked(size, bytes(minima)))
    }
