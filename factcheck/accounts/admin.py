"""Administrators make people and give them roles here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _
from rest_framework.authtoken.models import TokenProxy

from factcheck.accounts.models import User

# A token is shown once, to its owner; the admin site would show all of them in clear.
admin.site.unregister(TokenProxy)

# Generic for the type checker only: at run time Django's admin classes take no parameter.
if TYPE_CHECKING:
    BaseAdmin = UserAdmin[User]
else:
    BaseAdmin = UserAdmin


@admin.register(User)
class DeskUserAdmin(BaseAdmin):
    fieldsets = (*(UserAdmin.fieldsets or ()), (_("Desk"), {"fields": ["time_zone"]}))
    list_display = ("username", "first_name", "last_name", "is_active", "last_login")
