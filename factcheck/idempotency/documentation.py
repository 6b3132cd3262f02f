"""The header in the schema of every endpoint that honours it."""

from __future__ import annotations

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter

from factcheck.idempotency.answers import HEADER
from factcheck.idempotency.endpoints import METHODS

PARAMETER = OpenApiParameter(
    HEADER,
    location=OpenApiParameter.HEADER,
    description="A key of the caller's own, such as a UUID: sent again with it, the request is "
    "done once and answered as the first time.",
)


class KeyedSchema(AutoSchema):
    """The schema of an endpoint, with the header where it counts."""

    def get_override_parameters(self) -> list[Any]:
        """Add the header to methods that may do something twice."""
        is_kept = getattr(self.view, "keeps_answers", False)
        return [PARAMETER] if is_kept and self.method.lower() in METHODS else []
