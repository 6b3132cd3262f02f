"""What people change of their own access: time zone, password, token. Each change is audited.

Services like those of the apps. They stand here because the audit log, which they write, itself
needs the people of `factcheck.accounts`.
"""

from __future__ import annotations

import zoneinfo

from django.db import transaction
from django.utils.translation import gettext as _
from rest_framework.authtoken.models import Token

from factcheck.accounts.models import User
from factcheck.audit.log import record
from factcheck.errors import InvalidInput, NotAllowed


def time_zone_change(*, actor: User, name: str) -> User:
    """Set the IANA zone in which `actor` reads times; "" is that of the site.

    Raises InvalidInput for a zone that is none. Choosing the same one again changes nothing.
    """
    if name and name not in zoneinfo.available_timezones():
        raise InvalidInput("time_zone", _("This is no time zone. Try Asia/Jakarta."))
    with transaction.atomic():
        user = User.objects.select_for_update(no_key=True).get(pk=actor.pk)
        before, user.time_zone = user.time_zone, name
        if before != name:
            user.save(update_fields=["time_zone"])
            record(
                actor=user, action="person.time_zone", target=user,
                before={"time_zone": before}, after={"time_zone": name},
            )  # fmt: skip
    return user


def password_change(*, actor: User, password: str) -> None:
    """Set the password of `actor`; the form has checked the old one and how strong this one is.

    All sessions of the person end with it, but for one that the caller keeps, and so does the API
    token: whoever stole it would keep it.
    """
    with transaction.atomic():
        actor.set_password(password)
        actor.save(update_fields=["password"])
        password_note(actor=actor, whose=actor)


def password_note(*, actor: User | None, whose: User) -> None:
    """Record that a password was set, in the transaction that set it; its API token ends."""
    Token.objects.filter(user=whose).delete()
    record(actor=actor, action="person.password", target=whose)


def token_issue(*, actor: User) -> Token:
    """Make a token, in place of the one there was. Raises NotAllowed for people without a role."""
    if not actor.roles:
        raise NotAllowed(_("The API is for people with a role at the desk."), code="role")
    with transaction.atomic():
        # Two requests at once must not both find no token to replace.
        locked = User.objects.select_for_update(no_key=True).get(pk=actor.pk)
        Token.objects.filter(user=locked).delete()
        token = Token.objects.create(user=locked)
        record(actor=actor, action="token.issue", target=locked)
    return token


def token_revoke(*, actor: User) -> None:
    """Delete the token, if there is one."""
    with transaction.atomic():
        deleted, _models = Token.objects.filter(user=actor).delete()
        if deleted:
            record(actor=actor, action="token.revoke", target=actor)
