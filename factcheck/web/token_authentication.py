"""Who calls the API with a token."""

from __future__ import annotations

from django.utils.translation import gettext as _
from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed

from factcheck.accounts.callers import caller_of_token
from factcheck.accounts.models import User


class DeskTokenAuthentication(TokenAuthentication):
    """`Authorization: Token …`, as REST framework has it."""

    def authenticate_credentials(self, key: str) -> tuple[User, str]:
        """Return the caller and the token. Raises AuthenticationFailed."""
        caller = caller_of_token(key)
        if caller is None:
            raise AuthenticationFailed(_("Invalid token."))
        if not caller.is_active:
            raise AuthenticationFailed(_("User inactive or deleted."))
        return caller, key
