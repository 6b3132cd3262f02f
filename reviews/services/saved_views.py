"""Filters of the queue that people keep under a name, and editors share with the desk."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed
from factcheck.texts import check_text
from reviews.models import SavedView
from reviews.services.editors import check_editor, named

MAX_NAME, MAX_QUERY, MOST_VIEWS = 60, 1000, 30


def view_save(*, actor: User, name: str, query: str, is_shared: bool = False) -> SavedView:
    """Keep `query`, a query string of the queue page, under a name, behind the person's others.

    Raises InvalidInput for a name in use or too many views, NotAllowed for whoever shares with the
    desk and is no editor.
    """
    if is_shared:
        check_editor(actor)
    title = named("name", name, limit=MAX_NAME)
    check_text("query", query, limit=MAX_QUERY)
    with transaction.atomic():
        own = SavedView.objects.filter(owner=actor, deleted_at__isnull=True)
        if own.count() >= MOST_VIEWS:
            raise InvalidInput("name", _("You have many views. Delete one first."), code="too_many")
        last = own.aggregate(last=Max("position"))["last"]
        view = SavedView(
            owner=actor, name=title, query=query, is_shared=is_shared, position=(last or 0) + 1
        )
        return _stored(view, actor, "view.save", {"name": title, "query": query})


def view_rename(*, view: SavedView, actor: User, name: str) -> SavedView:
    """Give a view another name. Raises NotAllowed for whoever it does not belong to."""
    title = named("name", name, limit=MAX_NAME)
    with transaction.atomic():
        own = _own(view, actor)
        own.name = title
        return _stored(own, actor, "view.rename", {"name": title})


def view_place(*, view: SavedView, actor: User, position: int) -> SavedView:
    """Move a view to `position` among the person's: the lowest comes first."""
    if not 0 <= position <= 1000:
        raise InvalidInput("position", _("Choose a place between 0 and 1000."))
    with transaction.atomic():
        own = _own(view, actor)
        own.position = position
        return _stored(own, actor, "view.place", {"position": position})


def view_delete(*, view: SavedView, actor: User) -> SavedView:
    """Take a view away; `view_restore` brings it back."""
    with transaction.atomic():
        own = _own(view, actor)
        own.deleted_at = own.deleted_at or timezone.now()
        return _stored(own, actor, "view.delete", {})


def view_restore(*, view: SavedView, actor: User) -> SavedView:
    """Bring a deleted view back. Raises InvalidInput when its name has been given away since."""
    with transaction.atomic():
        own = _own(view, actor)
        own.deleted_at = None
        return _stored(own, actor, "view.restore", {})


def _own(view: SavedView, actor: User) -> SavedView:
    locked = SavedView.objects.select_for_update(no_key=True).get(pk=view.pk)
    if locked.owner_id != actor.pk:
        raise NotAllowed(_("This view belongs to somebody else."), code="own_view")
    return locked


def _stored(view: SavedView, actor: User, action: str, after: dict[str, object]) -> SavedView:
    try:
        with transaction.atomic():
            view.save()
    except IntegrityError as error:
        message = _("You have a view of this name already.")
        raise InvalidInput("name", message, code="in_use") from error
    record(actor=actor, action=action, target=view, after=after)
    return view
