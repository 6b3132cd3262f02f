"""JSON bodies, read so that no input breaks the reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class Utf8JSONParser(JSONParser):
    """JSON as RFC 8259 has it: UTF-8, whatever the charset of the content type claims.

    `charset=hex` names a codec that decodes no text, and a body of ten thousand opening brackets
    exhausts the stack: both were failures of the server before they were refusals.
    """

    def parse(
        self,
        stream: IO[Any],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Return the decoded body. Raises ParseError when it is no JSON or nested too deep."""
        context = {**(parser_context or {}), "encoding": "utf-8"}
        try:
            return super().parse(stream, media_type, context)
        except RecursionError as error:
            raise ParseError(_("The JSON is nested too deep.")) from error
