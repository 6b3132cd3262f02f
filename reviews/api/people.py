"""People as requests name them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput


def person_named(username: str, *, field: str) -> User:
    """Return the active person with this user name. Raises InvalidInput naming `field`."""
    found = User.objects.filter(username=username, is_active=True).first()
    if found is None:
        raise InvalidInput(field, _("There is nobody of this name."))
    return found
