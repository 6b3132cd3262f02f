"""The OpenAPI schema and a page to read and try it, served without reaching out."""

from __future__ import annotations

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.utils.decorators import method_decorator
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from claims.api.desk_view import DeskView


# Swagger UI puts its styles into the page; its scripts stay under the site's policy.
@method_decorator(csp_update({"style-src": [SELF, UNSAFE_INLINE]}), name="dispatch")
class Documentation(SpectacularSwaggerSplitView):
    """The page at /api/v1/docs."""

    url_name = "reviews-api:schema"
    title = "factcheck API"


class Schema(SpectacularAPIView):
    """The schema at /api/v1/schema. One version: a parameter would end up in a header."""

    api_version = "v1"


class NoSuchEndpoint(DeskView):
    """An address under /api/v1/ where nothing answers: 404 as JSON, like every other error."""

    schema = None

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        """Refuse every method."""
        raise NotFound
