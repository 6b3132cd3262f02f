"""The ratings of the newest scale."""

from __future__ import annotations

from factcheck.prepared import rows
from reviews.models import Rating, Scale

NEWEST = """
SELECT rating.id, rating.slug, rating.number, rating.colour, rating.labels::json,
    rating.definitions::json, scale.id, scale.version, scale.worst, scale.best
FROM reviews_rating rating JOIN reviews_scale scale ON scale.id = rating.scale_id
WHERE rating.slug = %(slug)s AND scale.version = (SELECT max(version) FROM reviews_scale)"""


def rating_of_newest_scale(slug: str) -> Rating | None:
    """Return the rating of that name on the newest scale, None when there is none.

    Every submission asks for it.
    """
    for *rating, scale, version, worst, best in rows(NEWEST, {"slug": slug}):
        names = ("id", "slug", "number", "colour", "labels", "definitions")
        on = Scale(id=scale, version=version, worst=worst, best=best)
        return Rating(scale=on, **dict(zip(names, rating, strict=True)))
    return None
