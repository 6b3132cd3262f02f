"""The desk's vocabulary of tags, which editors keep."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput
from reviews.models import Tag, TagColour
from reviews.services.editors import check_editor, named

MAX_NAME = 40


def tag_add(*, actor: User, name: str, colour: str) -> Tag:
    """Add a word to the vocabulary, or bring a retired one back with this colour.

    Raises NotAllowed for whoever is no editor, InvalidInput for a name that is in use.
    """
    check_editor(actor)
    word = named("name", name, limit=MAX_NAME)
    if colour not in TagColour.values:
        raise InvalidInput("colour", _("Choose a colour from the list."))
    with transaction.atomic():
        tag = Tag.objects.select_for_update(no_key=True).filter(name__iexact=word).first()
        if tag is not None and tag.retired_at is None:
            raise _in_use()
        tag = tag or Tag(added_by=actor)
        tag.name, tag.colour, tag.retired_at = word, colour, None
        try:
            with transaction.atomic():
                tag.save()
        except IntegrityError as error:  # somebody added it at the same moment
            raise _in_use() from error
        record(actor=actor, action="tag.add", target=tag, after={"name": word, "colour": colour})
    return tag


def tag_retire(*, tag: Tag, actor: User) -> Tag:
    """Offer a tag no more; items that carry it keep it. Raises NotAllowed for no editor."""
    check_editor(actor)
    with transaction.atomic():
        locked = Tag.objects.select_for_update(no_key=True).get(pk=tag.pk)
        if locked.retired_at is None:
            locked.retired_at = timezone.now()
            locked.save(update_fields=["retired_at"])
            record(actor=actor, action="tag.retire", target=locked)
    return locked


def _in_use() -> InvalidInput:
    return InvalidInput("name", _("This tag exists already."), code="in_use")
