"""What people have recused themselves from, and the queue items that concerns."""

from __future__ import annotations

from django.db.models import BooleanField, F, Func, QuerySet

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from factcheck.prepared import rows
from reviews.models import QueueItem, Recusal


def recusals_readable_by(user: User) -> QuerySet[Recusal]:
    """Return what `user` may read: their own, and everybody's if they are an editor."""
    recusals = Recusal.objects.select_related(
        "person", "tag", "source", "declared_by", "ended_by"
    ).order_by("-id")
    return recusals if Role.EDITOR in user.roles else recusals.filter(person=user)


def is_recused(item: QueueItem, person: User) -> bool:
    """Return whether `person` is recused from `item`."""
    asked = {"item": item.pk, "person": person.pk}
    return rows("SELECT reviews_is_recused(%(item)s, %(person)s)", asked) == [(True,)]


def recused_from(item: str, person: User) -> Func:
    """Return the condition that `person` is recused from the item whose id `item` names."""
    return Func(F(item), person.pk, function="reviews_is_recused", output_field=BooleanField())
