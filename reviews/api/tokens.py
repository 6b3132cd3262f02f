"""Tokens: what a program signs in with. Each is shown once, when it is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth import authenticate
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.authtoken.models import Token
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle

from claims.api.desk_view import DeskView
from factcheck.accounts.models import User
from factcheck.errors import NotAllowed
from factcheck.web.people import token_issue, token_revoke
from factcheck.web.permissions import person


class TokenThrottle(AnonRateThrottle):
    """Guessing passwords over many names is slowed per address; axes does so per name."""

    scope = "token"
    rate = "20/min"


class LockedOut(NotAllowed):
    """Too many wrong passwords for this name from this address."""

    status = 429
    code = "locked_out"


class LogInSerializer(serializers.Serializer[Any]):
    """A person's user name and password."""

    username = serializers.CharField(max_length=150)
    password = serializers.CharField(max_length=4096, trim_whitespace=False)


class TokenSerializer(serializers.ModelSerializer[Token]):
    """Send it with each request: `Authorization: Token <token>`."""

    token = serializers.CharField(source="key")

    class Meta:
        model = Token
        fields = ["token", "created"]


class TokenView(DeskView):
    """The caller's token: one per person, a new one replaces the old."""

    serializer_class = LogInSerializer
    permission_classes = [IsAuthenticated]
    keeps_answers = False

    def get_permissions(self) -> Sequence[Any]:
        """Let in whoever brings a password; ask for more to revoke."""
        return [AllowAny()] if self.request.method == "POST" else super().get_permissions()

    def get_throttles(self) -> list[Any]:
        """Slow down guessing only."""
        return [TokenThrottle()] if self.request.method == "POST" else []

    @extend_schema(auth=[], responses={201: TokenSerializer})
    def post(self, request: Request) -> Response:
        """Make a token. 401 for a wrong password, 429 after too many, 403 without a role."""
        user = _logged_in(request, **self.checked(request))
        return Response(TokenSerializer(token_issue(actor=user)).data, status.HTTP_201_CREATED)

    @extend_schema(responses={204: None})
    def delete(self, request: Request) -> Response:
        """Revoke the token."""
        token_revoke(actor=person(request))
        return Response(status=status.HTTP_204_NO_CONTENT)


def _logged_in(request: Request, *, username: str, password: str) -> User:
    """Return whose name and password these are; the log-in page counts the same failures."""
    user = authenticate(request=request, username=username, password=password)
    if isinstance(user, User):
        return user
    if not AxesProxyHandler.is_allowed(request, {"username": username}):
        raise LockedOut(_("Too many wrong passwords. Wait a quarter of an hour, then try again."))
    raise AuthenticationFailed(_("The user name or the password is wrong."))
