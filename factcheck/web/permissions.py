"""Who may open what. Services ask again: these only keep outsiders out early."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from factcheck.accounts.models import User
from factcheck.accounts.roles import OVERSEERS, Role

if TYPE_CHECKING:
    # REST framework imports this file while it is still defining APIView.
    from rest_framework.views import APIView

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def person(request: HttpRequest | Request) -> User:
    """Return the signed-in person of a view that only lets people of the desk in."""
    return cast("User", request.user)


def desk(*roles: Role) -> Callable[[View[P]], View[P]]:
    """Let in whoever has one of `roles` (any role when none is given): else log-in page or 403."""
    wanted = frozenset(roles or Role)

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not wanted & person(request).roles:
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return cast("View[P]", login_required(guarded))

    return decorate


class IsStaffOfTheDesk(BasePermission):
    """The API is for people with a role at the desk."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return bool(request.user.is_authenticated and person(request).roles)


class IsEditor(BasePermission):
    """How far reviewers agree is for editors."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return bool(request.user.is_authenticated and Role.EDITOR in person(request).roles)


class IsOverseer(BasePermission):
    """Reports are for editors and administrators."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return bool(request.user.is_authenticated and OVERSEERS & person(request).roles)
