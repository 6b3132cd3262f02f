"""Who calls the API with a token, with their roles, in one question to the database."""

from __future__ import annotations

from django.utils.translation import gettext as _
from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed

from factcheck.accounts.models import User
from factcheck.prepared import columns, fields_of, made, rows

# Every request asks this first. Through the models it was two queries, and more time in Python than
# in PostgreSQL.
FIELDS = fields_of(User)
CALLER = f"""
SELECT ARRAY (
    SELECT auth_group.name
    FROM auth_group JOIN accounts_user_groups member ON member.group_id = auth_group.id
    WHERE member.user_id = person.id), {columns(User, "person", FIELDS)}
FROM authtoken_token token JOIN accounts_user person ON person.id = token.user_id
WHERE token.key = %(key)s"""  # noqa: S608 (of our own columns alone)


class DeskTokenAuthentication(TokenAuthentication):
    """`Authorization: Token …`, as REST framework has it."""

    def authenticate_credentials(self, key: str) -> tuple[User, str]:
        """Return the caller and the token. Raises AuthenticationFailed."""
        # PostgreSQL takes no NUL, and no token holds one.
        found = [] if "\x00" in key else rows(CALLER, {"key": key})
        if not found:
            raise AuthenticationFailed(_("Invalid token."))
        [(groups, *values)] = found
        caller = made(User, FIELDS, values)
        caller.group_names = groups
        if not caller.is_active:
            raise AuthenticationFailed(_("User inactive or deleted."))
        return caller, key
