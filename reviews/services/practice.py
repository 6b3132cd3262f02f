"""What became of the practice claim: all that the desk keeps of it."""

from __future__ import annotations

from django.db import transaction

from factcheck.accounts.models import Practice, User
from factcheck.audit.log import record


def practice_note(*, actor: User, outcome: Practice) -> User:
    """Note that `actor` has done the practice claim, or does not want to; done stays done."""
    with transaction.atomic():
        user = User.objects.select_for_update(no_key=True).get(pk=actor.pk)
        if user.practice not in (outcome, Practice.DONE):
            before, user.practice = user.practice, outcome
            user.save(update_fields=["practice"])
            record(
                actor=user, action="person.practice", target=user,
                before={"practice": before}, after={"practice": outcome.value},
            )  # fmt: skip
    return user
