"""Whom a comment concerns: those it mentions, and those it answers."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.accounts.models import User
from reviews.domain.mentions import mentioned
from reviews.models import Comment, NotificationKind
from reviews.selectors.desk_people import desk_people
from reviews.selectors.recusals import is_recused
from reviews.services.notifications import notifications_send


def mentioned_people(text: str) -> list[User]:
    """Return the people of the desk that a text mentions."""
    if "@" not in text:
        return []
    people = {each.username: each for each in desk_people()}
    return [people[name] for name in mentioned(text, people)]


def notices_send(*, comment: Comment) -> None:
    """Tell whom it mentions, then who wrote in its thread; each is told once of one comment.

    Part of writing or changing it. Nobody who is recused from the claim is told.
    """
    named = _concerned(comment, mentioned_people(comment.text))
    answered = _concerned(comment, _in_thread(comment))
    told = ((NotificationKind.MENTION, named), (NotificationKind.REPLY, answered))
    for kind, people in told:
        notifications_send(
            people=people, kind=kind, item=comment.item, by=comment.author, comment=comment
        )


def _in_thread(comment: Comment) -> Iterable[User]:
    if comment.thread_id is None:
        return []
    thread = Comment.objects.filter(pk=comment.thread_id)
    answers = Comment.objects.filter(thread=comment.thread_id, pk__lt=comment.pk)
    return desk_people().filter(comments__in=thread.union(answers, all=True).values("pk"))


def _concerned(comment: Comment, people: Iterable[User]) -> list[User]:
    return [each for each in people if not is_recused(comment.item, each)]
