"""What people have recused themselves from, and the queue items that concerns."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims.models import Appearance
from factcheck.accounts.models import User
from factcheck.accounts.roles import Role
from reviews.domain.recusal import Kind
from reviews.models import ItemTag, QueueItem, Recusal


def recusals_readable_by(user: User) -> QuerySet[Recusal]:
    """Return what `user` may read: their own, and everybody's if they are an editor."""
    recusals = Recusal.objects.select_related(
        "person", "tag", "source", "declared_by", "ended_by"
    ).order_by("-id")
    return recusals if Role.EDITOR in user.roles else recusals.filter(person=user)


def recused_items(person: User) -> Q | None:
    """Return the condition for the queue items `person` is recused from; None when from none.

    A person has a handful of recusals. They are read first, so that the condition of whoever has
    none costs nothing, and of whoever has some looks at the candidate's own rows only.
    """
    recusals = list(Recusal.objects.filter(person=person, ended_at__isnull=True))
    if not recusals:
        return None
    condition = Q(pk__in=[])
    for recusal in recusals:
        condition |= _concerned(recusal)
    return condition


def is_recused(item: QueueItem, person: User) -> bool:
    """Return whether `person` is recused from `item`."""
    condition = recused_items(person)
    return condition is not None and QueueItem.objects.filter(condition, pk=item.pk).exists()


def items_taken_from(recusal: Recusal) -> QuerySet[QueueItem]:
    """Return the open items assigned to somebody who is, by this recusal, to leave them alone."""
    assigned = QueueItem.objects.filter(assignee=recusal.person_id, closed_at__isnull=True)
    return assigned.filter(_concerned(recusal))


def _concerned(recusal: Recusal) -> Q:
    """Return the condition for the items one recusal is about.

    Names and words are looked for inside the text, whatever their case: "Dewi" is meant when
    "Minister Sari Dewi" speaks. Rather too many than one too few: another person takes the claim.
    """
    made = Appearance.objects.filter(claim=OuterRef("claim"))
    if recusal.kind == Kind.TAG:
        return Q(Exists(ItemTag.objects.filter(item=OuterRef("pk"), tag=recusal.tag_id)))
    if recusal.kind == Kind.SOURCE:
        return Q(Exists(made.filter(article__source=recusal.source_id)))
    if recusal.kind == Kind.SPEAKER:
        spoken = made.filter(speaker__icontains=recusal.text)
        return Q(claim__speaker__icontains=recusal.text) | Q(Exists(spoken))
    return Q(claim__text__icontains=recusal.text) | Q(claim__clarified__icontains=recusal.text)
