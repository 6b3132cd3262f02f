"""One model: the user, with what the desk needs to know of a person."""

from __future__ import annotations

import zoneinfo

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from factcheck.accounts.roles import Role


def validate_time_zone(name: str) -> None:
    """Raise ValidationError unless `name` is an IANA time zone such as Asia/Jakarta."""
    if name and name not in zoneinfo.available_timezones():
        raise ValidationError(
            _("%(name)s is no time zone; try Asia/Jakarta."), params={"name": name}
        )


class User(AbstractUser):
    """A person who logs in. Roles are groups; a superuser counts as administrator."""

    time_zone = models.CharField(
        _("time zone"), max_length=64, blank=True, validators=[validate_time_zone]
    )

    # Names of their groups, where these were read together with the person.
    group_names: list[str] | None = None

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Return the desk roles of this person, asked of the database once per object."""
        if not self.is_active:
            return frozenset()
        groups = self.group_names
        named = set(self.groups.values_list("name", flat=True) if groups is None else groups)
        if self.is_superuser:
            named.add(Role.ADMINISTRATOR)
        return frozenset(role for role in Role if role in named)

    @property
    def shown_name(self) -> str:
        """Return the full name, or the user name when none is set."""
        return self.get_full_name() or self.username
