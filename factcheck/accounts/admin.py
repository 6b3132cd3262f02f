"""Administrators make people and give them roles here."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from factcheck.accounts.models import User


@admin.register(User)
class DeskUserAdmin(UserAdmin):
    fieldsets = (*UserAdmin.fieldsets, (_("Desk"), {"fields": ["time_zone"]}))
    list_display = ("username", "first_name", "last_name", "is_active", "last_login")
