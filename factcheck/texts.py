"""What a text field may hold, checked the same way wherever a service takes one."""

from __future__ import annotations

from django.utils.translation import gettext as _

from factcheck.errors import InvalidInput


def check_text(field: str, value: str, *, limit: int) -> None:
    """Raise InvalidInput naming `field` if `value` is longer than `limit` characters or no text.

    No text, because PostgreSQL cannot hold it: NUL, and the halves of a surrogate pair that JSON
    lets through.
    """
    if len(value) > limit:
        raise InvalidInput(
            field, _("Keep this within %(limit)d characters.") % {"limit": limit}, code="too_long"
        )
    if "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value):
        message = _("This holds characters that are no text. Type it again.")
        raise InvalidInput(field, message, code="no_text")
