"""The people of the desk, to be named in a comment."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from factcheck.accounts.models import User
from factcheck.accounts.roles import Role

MOST_NAMED = 500


def desk_people() -> QuerySet[User]:
    """Return those who have a role and may log in, by user name, with what names them alone."""
    has_role = Q(groups__name__in=[role.value for role in Role]) | Q(is_superuser=True)
    people = User.objects.filter(has_role, is_active=True).distinct().order_by("username")
    return people.only("username", "first_name", "last_name", "is_active", "is_superuser")
