"""What happened to claims, as SQL: from the history itself, which the tallies are made of.

Each statement is both what fills a table every night and what counts the days it does not have yet,
so that the two cannot come to differ.
"""

from __future__ import annotations

from collections.abc import Iterable

from reviews.domain.happenings import DONE_BY_PEOPLE, HAPPENING_OF, PASSING_OF, Happening, Passing
from reviews.domain.states import Event
from reviews.selectors.taken_back import TAKEN_BACK


def _quoted(values: Iterable[str]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _spent(passing: Passing) -> str:
    states = _quoted(state for state, stage in PASSING_OF.items() if stage is passing)
    return f"coalesce(sum(spent) FILTER (WHERE from_state IN ({states})), 0)"


_NAMES = " ".join(f"WHEN '{event}' THEN '{name}'" for event, name in HAPPENING_OF.items())
_PUBLISHING = _quoted([Event.PUBLISH, Event.FORCE_PUBLISH])

# Moments of `since` <= at < `until`, in the order of nothing.
_HAPPENED = f"""
    SELECT move.at, CASE move.event {_NAMES} END AS happening,
        item.language, item.claim_id, move.by_id
    FROM reviews_queuemove move JOIN reviews_queueitem item ON item.id = move.item_id
    WHERE move.event IN ({_quoted(HAPPENING_OF)}) AND NOT {TAKEN_BACK}
        AND move.at >= %(since)s::timestamptz AND move.at < %(until)s::timestamptz
    UNION ALL
    SELECT created_at, '{Happening.ARRIVED}', language, id, NULL FROM claims_claim
    WHERE created_at >= %(since)s::timestamptz AND created_at < %(until)s::timestamptz"""  # noqa: S608 (of our own names alone)

# Of the outlets that carried a claim, that which the desk had it from first.
_FIRST_OUTLET = """
    SELECT article.source_id::text FROM claims_appearance made
    JOIN claims_article article ON article.id = made.article_id
    WHERE made.claim_id = happened.claim_id ORDER BY made.id LIMIT 1"""

# (day, split, happening, key, count) of the days in `zone` between two moments.
DAYS = f"""
WITH happened AS MATERIALIZED ({_HAPPENED}),
counted (at, split, happening, key) AS (
    SELECT at, 'language', happening, language FROM happened
    UNION ALL
    SELECT at, 'source', happening, coalesce(({_FIRST_OUTLET}), '') FROM happened
    UNION ALL
    SELECT at, 'person', happening, by_id::text FROM happened
    WHERE by_id IS NOT NULL AND happening IN ({_quoted(DONE_BY_PEOPLE)})
)
SELECT (at AT TIME ZONE %(zone)s::text)::date AS day, split, happening, key, count(*) AS count
FROM counted GROUP BY 1, 2, 3, 4"""  # noqa: S608 (as above)

# Whoever published may commit a while after the moment they noted.
_LATEST = """
    SELECT coalesce(max(published_at) - interval '1 day', '-infinity') FROM reviews_passage"""
# (item_id, published_at, seconds per stage) of what was published and has no row of its own yet.
# A move ends the time in the state it comes from; the first one began with the item.
PASSAGES = f"""
WITH ended AS (
    SELECT id, item_id, at FROM reviews_queuemove move
    WHERE event IN ({_PUBLISHING}) AND at >= ({_LATEST})
        AND NOT EXISTS (SELECT FROM reviews_passage known WHERE known.item_id = move.item_id)
),
stayed AS (
    SELECT ended.item_id, ended.at AS published_at, move.from_state,
        extract(epoch FROM move.at - coalesce(
            lag(move.at) OVER (PARTITION BY move.item_id ORDER BY move.id), item.entered_at
        ))::float8 AS spent
    FROM ended JOIN reviews_queueitem item ON item.id = ended.item_id
    JOIN reviews_queuemove move ON move.item_id = ended.item_id AND move.id <= ended.id
)
SELECT item_id, published_at,
    sum(spent) - {_spent(Passing.FIRST_REVIEW)} - {_spent(Passing.SECOND_REVIEW)}
        - {_spent(Passing.SIGN_OFF)} AS triage,
    {_spent(Passing.FIRST_REVIEW)} AS first_review,
    {_spent(Passing.SECOND_REVIEW)} AS second_review,
    {_spent(Passing.SIGN_OFF)} AS sign_off
FROM stayed GROUP BY item_id, published_at"""  # noqa: S608 (as above)
