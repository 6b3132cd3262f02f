"""Who keeps the list of sources and their feeds."""

from __future__ import annotations

from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.accounts.roles import OVERSEERS
from factcheck.errors import NotAllowed


def check_keeper(actor: User) -> None:
    """Raise NotAllowed for all but editors and administrators."""
    if not OVERSEERS & actor.roles:
        raise NotAllowed(_("Sources are kept by editors and administrators."), code="role")
