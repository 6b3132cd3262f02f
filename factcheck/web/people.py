"""What people change of their own: time zone, language, rows, password, token; all is audited.

Services like those of the apps. They stand here because the audit log, which they write, itself
needs the people of `factcheck.accounts`.
"""

from __future__ import annotations

import zoneinfo

from django.conf import settings
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
    return _own_set(actor, "time_zone", name)


def language_change(*, actor: User, code: str) -> User:
    """Set the language in which `actor` reads the pages; "" is that of their browser.

    Raises InvalidInput for one the pages are not in. Choosing the same one again changes nothing.
    """
    if code and code not in dict(settings.LANGUAGES):
        raise InvalidInput("language", _("The pages are not in this language."))
    return _own_set(actor, "language", code)


def rows_change(*, actor: User, roomy: bool) -> User:
    """Set whether `actor` sees the queue in roomy rows."""
    return _own_set(actor, "roomy_rows", roomy)


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


def _own_set(actor: User, name: str, value: str | bool) -> User:
    """Set a preference of `actor` and record it; choosing the same again changes nothing."""
    with transaction.atomic():
        user = User.objects.select_for_update(no_key=True).get(pk=actor.pk)
        before = getattr(user, name)
        if before != value:
            setattr(user, name, value)
            user.save(update_fields=[name])
            record(
                actor=user, action=f"person.{name}", target=user,
                before={name: before}, after={name: value},
            )  # fmt: skip
    return user
