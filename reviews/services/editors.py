"""What only editors set: the words and the rules of the desk."""

from __future__ import annotations

from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput, NotAllowed
from factcheck.texts import check_text
from reviews.domain.states import EDITORS


def check_editor(actor: User) -> None:
    """Raise NotAllowed for whoever is no editor."""
    if not EDITORS & actor.roles:
        raise NotAllowed(_("Only an editor sets this for the desk."), code="role")


def named(field: str, value: str, *, limit: int) -> str:
    """Return `value` without needless space. Raises InvalidInput for nothing or too much."""
    text = " ".join(value.split())
    check_text(field, text, limit=limit)
    if not text:
        raise InvalidInput(field, _("Write something here."), code="required")
    return text
