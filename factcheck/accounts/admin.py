"""Administrators make people and give them roles here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from factcheck.accounts.models import User

# Generic for the type checker only: at run time Django's admin classes take no parameter.
if TYPE_CHECKING:
    BaseAdmin = UserAdmin[User]
else:
    BaseAdmin = UserAdmin


@admin.register(User)
class DeskUserAdmin(BaseAdmin):
    fieldsets = (*(UserAdmin.fieldsets or ()), (_("Desk"), {"fields": ["time_zone"]}))
    list_display = ("username", "first_name", "last_name", "is_active", "last_login")
