"""Doing a piece of work once, however often it is asked for.

The work and its kept answer are one transaction. Killed before the commit, nothing was done and
the next try does it; killed after it, the next try gets the answer that was kept.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.accounts.models import User
from factcheck.errors import InvalidInput
from factcheck.idempotency.models import KeptAnswer
from factcheck.idempotency.turns import wait_for_turn

KEPT_FOR = datetime.timedelta(hours=24)
FORGOTTEN_AT_ONCE = 5000
HEADER = "Idempotency-Key"
T = TypeVar("T")


class KeyReused(InvalidInput):
    """The key came before with another request."""

    status = 422
    code = "key_reused"


@dataclass(frozen=True, slots=True)
class Sent:
    """What a request is known again by; `digest` is the SHA-256 (hex) of what it carries."""

    user: User
    route: str
    key: str
    digest: str

    @property
    def name(self) -> str:
        """What two requests have in common that are the same."""
        return f"{self.user.pk} {self.route} {self.key}"

    def check_digest(self, earlier: str) -> None:
        """Raise KeyReused unless what came under the key before carried the same."""
        if earlier != self.digest:
            message = _("This key came before with another request. Choose a new key.")
            raise KeyReused(HEADER, message)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is kept."""

    status: int
    content_type: str
    location: str
    body: bytes


def do_once(sent: Sent, work: Callable[[], T], kept: Callable[[T], Answer]) -> T | Answer:
    """Return what `work` returns, or the answer kept from an earlier time: then it is not run.

    Refusals (raised, or of status 400 and up) are not kept: they changed nothing, and what stood
    in the way may be gone when the same request comes again. Raises KeyReused when the key came
    with something else, InProgress when the first request is still busy after WAIT_SECONDS.
    """
    with transaction.atomic():
        wait_for_turn(sent.name)
        earlier = KeptAnswer.objects.filter(user=sent.user, route=sent.route, key=sent.key).first()
        if earlier is not None:
            return _again(earlier, sent)
        result = work()
        answer = kept(result)
        if answer.status < 400:
            KeptAnswer.objects.create(
                user=sent.user, route=sent.route, key=sent.key, digest=sent.digest,
                status=answer.status, content_type=answer.content_type,
                location=answer.location, body=answer.body,
            )  # fmt: skip
    return result


def answers_forget() -> int:
    """Delete answers older than KEPT_FOR, at most FORGOTTEN_AT_ONCE; return how many."""
    old = KeptAnswer.objects.filter(created_at__lt=timezone.now() - KEPT_FOR)
    some = old.order_by("created_at").values("pk")[:FORGOTTEN_AT_ONCE]
    return KeptAnswer.objects.filter(pk__in=some).delete()[0]


def _again(earlier: KeptAnswer, sent: Sent) -> Answer:
    sent.check_digest(earlier.digest)
    return Answer(
        status=earlier.status,
        content_type=earlier.content_type,
        location=earlier.location,
        body=bytes(earlier.body),
    )
