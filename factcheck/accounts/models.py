"""One model: the user, with what the desk needs to know of a person."""

from __future__ import annotations

import zoneinfo

from django.conf import settings
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


def validate_language(code: str) -> None:
    """Raise ValidationError unless the UI speaks the language `code`, such as zh-hant."""
    if code and code not in dict(settings.LANGUAGES):
        raise ValidationError(_("The pages are not in this language."))


class Practice(models.TextChoices):
    """What became of the practice claim that a new person is offered."""

    OFFERED = "offered", _("offered")
    DONE = "done", _("done")
    DECLINED = "declined", _("declined")


class User(AbstractUser):
    """A person who logs in. Roles are groups; a superuser counts as administrator."""

    practice = models.CharField(
        _("practice claim"),
        max_length=8,
        choices=Practice.choices,
        default=Practice.OFFERED,
        db_default=Practice.OFFERED.value,
        editable=False,
    )
    time_zone = models.CharField(
        _("time zone"), max_length=64, blank=True, validators=[validate_time_zone]
    )

    # "" is the language their browser asks for.
    language = models.CharField(
        _("language"), max_length=10, blank=True, validators=[validate_language]
    )

    # The queue in roomy rows; fifty fit on a screen otherwise.
    roomy_rows = models.BooleanField(_("roomy rows"), default=False, db_default=False)

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
