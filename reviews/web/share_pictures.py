"""Pictures beside links to verdicts, one a rating."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from reviews.exports.share_picture import share_picture
from reviews.models import Rating

MAX_AGE = 24 * 3600  # seconds; colours of a scale in use do not change


@require_safe
def rating_picture(_request: HttpRequest, rating_id: int) -> HttpResponse:
    """Send the scale with one of its ratings made large, as PNG."""
    rating = get_object_or_404(Rating, pk=rating_id)
    scale = list(Rating.objects.filter(scale=rating.scale_id).order_by("number"))
    picture = share_picture(tuple(each.colour for each in scale), scale.index(rating))
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    return response
