"""Who calls the API with a token, with their roles, in one question to the database."""

from __future__ import annotations

from django.db import DEFAULT_DB_ALIAS
from django.utils.translation import gettext as _
from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed

from factcheck.accounts.models import User
from factcheck.prepared import rows

# Every request asks this first. Through the models it was two queries, and more time in Python than
# in PostgreSQL.
FIELDS = [field.attname for field in User._meta.concrete_fields]  # as CALLER has them
CALLER = """
SELECT person.id, person.password, person.last_login, person.is_superuser, person.username,
    person.first_name, person.last_name, person.email, person.is_staff, person.is_active,
    person.date_joined, person.time_zone, ARRAY(
    SELECT auth_group.name
    FROM auth_group JOIN accounts_user_groups member ON member.group_id = auth_group.id
    WHERE member.user_id = person.id) AS group_names
FROM authtoken_token token JOIN accounts_user person ON person.id = token.user_id
WHERE token.key = %(key)s"""


class DeskTokenAuthentication(TokenAuthentication):
    """`Authorization: Token …`, as REST framework has it."""

    def authenticate_credentials(self, key: str) -> tuple[User, str]:
        """Return the caller and the token. Raises AuthenticationFailed."""
        # PostgreSQL takes no NUL, and no token holds one.
        found = [] if "\x00" in key else rows(CALLER, {"key": key})
        if not found:
            raise AuthenticationFailed(_("Invalid token."))
        [(*values, groups)] = found
        caller = User.from_db(DEFAULT_DB_ALIAS, FIELDS, values)
        caller.group_names = groups
        if not caller.is_active:
            raise AuthenticationFailed(_("User inactive or deleted."))
        return caller, key
