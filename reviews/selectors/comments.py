"""Comments on a claim, as far as a person may read them yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import BooleanField, F, Func, Q, QuerySet, Value

from factcheck.accounts.models import User
from reviews.domain.states import REVIEWERS
from reviews.models import Comment, QueueItem

MOST_SHOWN = 300  # of one claim on its page, the newest
COMMENTS = Comment.objects.select_related("author", "resolved_by", "evidence", "article").defer(
    "article__text", "article__received"
)


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and what answers it, oldest first. `first` is None while it may not be read."""

    pk: int
    first: Comment | None
    answers: Sequence[Comment]

    @property
    def comments(self) -> list[Comment]:
        """Return all of it that may be read."""
        return [*([self.first] if self.first else []), *self.answers]


@dataclass(frozen=True, slots=True)
class Discussion:
    """The threads of a claim, oldest first; `hidden` comments may not be read yet.

    Where there may be more than MOST_SHOWN, `most_shown` is that, else 0.
    """

    threads: Sequence[Thread]
    hidden: int
    most_shown: int = 0

    @property
    def newest(self) -> int:
        """Return the id of the newest comment that is shown, 0 without any."""
        return max((each.pk for thread in self.threads for each in thread.comments), default=0)

    @property
    def shown(self) -> int:
        """Return how many comments are shown."""
        return sum(len(thread.comments) for thread in self.threads)


def is_secret_from(comment: str, reader: User) -> Func | Value:
    """Return the condition that `reader` may not read the comment whose id `comment` names yet.

    Whoever reviews nothing is steered by nothing. The rule is that of the migration "comments and
    notifications": docs/discussion.md says it in words.
    """
    if not REVIEWERS & reader.roles:
        return Value(False, output_field=BooleanField())
    return Func(
        F(comment),
        reader.pk,
        function="reviews_comment_is_secret",
        output_field=BooleanField(),
    )


def has_told_secrets(item: QueueItem, reviewer: User) -> bool:
    """Return whether handing in their review let `reviewer` read what others wrote on the item.

    Asked about nobody (no person has the id 0), the rule hides what it hides from all who have not
    handed one in. What was deleted meanwhile counts: it may have been read.
    """
    secret = Func(F("pk"), 0, function="reviews_comment_is_secret", output_field=BooleanField())
    here = Q(item=item) | Q(claim__merged_into=item.claim_id)
    others = Comment.objects.filter(here).exclude(author=reviewer)
    return others.filter(secret).exists()


def comments_hidden_from(reader: User, comment_ids: Iterable[int]) -> set[int]:
    """Return those of the comments that `reader` may not read yet."""
    hidden = Comment.objects.filter(is_secret_from("pk", reader), pk__in=set(comment_ids))
    return set(hidden.values_list("pk", flat=True))


def comments_readable_by(reader: User) -> QuerySet[Comment]:
    """Return the comments that `reader` may read now, with what is shown of each."""
    return COMMENTS.filter(~is_secret_from("pk", reader))


def claim_discussion(claim_id: int, reader: User) -> Discussion:
    """Return what was written about a claim, and about those merged into it.

    In one query, or two where MOST_SHOWN cut the beginning of a thread off.
    """
    of_both = COMMENTS.annotate(is_secret=is_secret_from("pk", reader)).filter(of_claim(claim_id))
    found = of_both.order_by("-id")[:MOST_SHOWN]
    shown = {each.pk: each for each in found}
    most_shown = MOST_SHOWN if len(shown) == MOST_SHOWN else 0
    cut_off = {each.thread_id for each in shown.values() if each.thread_id} - shown.keys()
    if cut_off:  # else what is answered would seem to be hidden
        shown |= {each.pk: each for each in of_both.filter(pk__in=cut_off)}
    comments = sorted(shown.values(), key=lambda each: each.pk)
    readable = [each for each in comments if not each.is_secret]
    firsts = {each.pk: each for each in readable if each.thread_id is None}
    roots = sorted({each.thread_id or each.pk for each in readable})
    threads = [
        Thread(root, firsts.get(root), [each for each in readable if each.thread_id == root])
        for root in roots
    ]
    return Discussion(threads, len(comments) - len(readable), most_shown)


def of_claim(claim_id: int) -> Q:
    """Return the condition for what belongs to a claim or to one that is merged into it."""
    return Q(claim=claim_id) | Q(claim__merged_into=claim_id)
