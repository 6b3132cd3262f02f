"""What every endpoint is built on: bounded, JSON in, JSON out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.generics import GenericAPIView
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from claims.api.parsing import Utf8JSONParser
from factcheck.idempotency.endpoints import METHODS, answered_once

R = TypeVar("R", bound=BaseRenderer)
S = TypeVar("S", bound=BaseSerializer[Any])
SHARED: dict[object, BaseSerializer[Any]] = {}


def serializer_of(kind: type[S]) -> S:
    """Return the one serializer of its class that all requests share.

    It is given rows and never a request, so that it keeps nothing of either. One of its own for
    each request spent a millisecond asking the models for their fields.
    """
    if kind not in SHARED:
        SHARED[kind] = kind()
    return cast("S", SHARED[kind])


class TooLarge(APIException):
    """The body is larger than the server reads."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = _("The request is too large.")
    default_code = "too_large"


class OneAnswer(BaseContentNegotiation):
    """Every endpoint has one kind of answer; an odd Accept header is no reason to refuse it."""

    def select_parser(self, request: Request, parsers: Iterable[BaseParser]) -> BaseParser | None:
        """Return the parser of the body's content type, or None: then the answer is 415."""
        kind = (request.content_type or "").partition(";")[0].strip().lower()
        return next((parser for parser in parsers if parser.media_type == kind), None)

    def select_renderer(
        self, request: Request, renderers: Iterable[R], format_suffix: str | None = None
    ) -> tuple[R, str]:
        """Return the one renderer and its media type."""
        renderer = next(iter(renderers))
        return renderer, renderer.media_type or ""


class DeskView(GenericAPIView[Any]):
    """An endpoint of the desk. Who may use it: people with a role, unless it says otherwise."""

    parser_classes: Sequence[type[BaseParser]] = [Utf8JSONParser]
    content_negotiation_class = OneAnswer
    keeps_answers = True  # under the caller's Idempotency-Key; off where answers hold secrets
    most_bytes: int = settings.DATA_UPLOAD_MAX_MEMORY_SIZE  # of a body
    service_keeps_keys = False  # on where the work is several transactions, and may not be one

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Have every endpoint honour the header, so that none can forget it."""
        super().__init_subclass__(**kwargs)
        for name in METHODS & vars(cls).keys():
            setattr(cls, name, answered_once(vars(cls)[name]))

    def initialize_request(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Request:
        """Read the query as UTF-8: a content type may name a codec that decodes no text."""
        request.encoding = "utf-8"
        return super().initialize_request(request, *args, **kwargs)

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Refuse a body too large to read, before anything reads it."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        is_number = length.isdecimal() and len(length) <= 18  # int() reads no endless one
        if not is_number or int(length) > self.most_bytes:
            raise TooLarge
        super().initial(request, *args, **kwargs)
        # A token says only here who calls: times without an offset are in that person's zone.
        if zone := getattr(request.user, "time_zone", ""):
            timezone.activate(zone)

    def asked(self, name: str) -> str:
        """Return a parameter of the query, "" when it is left out, without NUL: no row holds it."""
        return str(self.request.query_params.get(name, "")).replace("\x00", "")

    def checked(self, request: Request) -> dict[str, Any]:
        """Return the fields of the body. Raises ValidationError naming what is wrong."""
        return dict(serializer_of(self.get_serializer_class()).run_validation(request.data))
