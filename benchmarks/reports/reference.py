"""The same rows by PostgreSQL itself: COPY to standard output, as CSV, written to a file."""

from __future__ import annotations

import time
from pathlib import Path

from django.conf import settings
from django.db import connection

from benchmarks.reports.processor import processor_seconds

# One statement, with what lies in other tables joined as a whole: written to be fast.
ROWS = """
SELECT v.claim_id, v.version, v.status, date_trunc('second', v.published_at), v.true_as_of,
    r.labels ->> 'en', r.number, coalesce(nullif(v.clarified, ''), c.text), c.language, c.speaker,
    v.summary, v.explanation, p.outlets, p.urls,
    (SELECT string_agg(e ->> 'url', '; ') FROM jsonb_array_elements(v.evidence) e), t.names,
    author.username, approver.username, v.correction_note, v.retraction_note, v.content_hash,
    '{site}/verdicts/' || v.claim_id || '/'
FROM reviews_verdict v
JOIN claims_claim c ON c.id = v.claim_id
JOIN reviews_rating r ON r.id = v.rating_id
JOIN accounts_user author ON author.id = v.author_id
JOIN accounts_user approver ON approver.id = v.approver_id
LEFT JOIN (
    SELECT a.claim_id, string_agg(s.name, '; ' ORDER BY a.article_id) AS outlets,
        string_agg(m.url, '; ' ORDER BY a.article_id) AS urls
    FROM claims_appearance a
    JOIN claims_article m ON m.id = a.article_id
    LEFT JOIN claims_source s ON s.id = m.source_id
    GROUP BY a.claim_id
) p ON p.claim_id = v.claim_id
LEFT JOIN (
    SELECT i.item_id, string_agg(g.name, '; ' ORDER BY g.name) AS names
    FROM reviews_itemtag i JOIN reviews_tag g ON g.id = i.tag_id GROUP BY i.item_id
) t ON t.item_id = v.item_id
WHERE v.status IN ('published', 'retracted')
ORDER BY v.id
"""


def copy_seconds(path: Path) -> tuple[float, float]:
    """Return the seconds PostgreSQL took to send the rows, and we to write them down.

    By the clock, and of the processor.
    """
    began, used = time.monotonic(), processor_seconds()
    command = f"COPY ({ROWS.replace('{site}', settings.SITE_URL)}) TO STDOUT (FORMAT csv, HEADER)"
    with (
        connection.cursor() as cursor,
        path.open("wb") as file,
        cursor.cursor.copy(command) as copy,
    ):
        for block in copy:
            file.write(block)
    return time.monotonic() - began, processor_seconds() - used
