"""Administrators make people and give them roles here.

It stands here because the audit log, which it writes, itself needs the people of
`factcheck.accounts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from factcheck.accounts.models import User
from factcheck.web.audited_admin import AuditedAdmin
from factcheck.web.people import password_note
from factcheck.web.permissions import person

admin.site.unregister(Group)

# Generic for the type checker only: at run time Django's admin classes take no parameter.
if TYPE_CHECKING:
    BaseAdmin = UserAdmin[User]
else:
    BaseAdmin = UserAdmin


@admin.register(User)
class DeskUserAdmin(AuditedAdmin, BaseAdmin):
    audited_as = "person"
    fieldsets = (*(UserAdmin.fieldsets or ()), (_("Desk"), {"fields": ["time_zone", "language"]}))
    readonly_fields = ("last_login", "date_joined")  # the machine's to know
    list_display = ("username", "first_name", "last_name", "is_active", "last_login")

    def user_change_password(
        self, request: HttpRequest, id: str, form_url: str = ""
    ) -> HttpResponse:
        """Set somebody's password, and record that in the same transaction."""
        with transaction.atomic():
            before = self.get_object(request, unquote(id))  # None for "abc", which is no id
            answer = super().user_change_password(request, id, form_url)
            after = self.get_object(request, unquote(id))
            if before and after and after.password != before.password:
                password_note(actor=person(request), whose=after)
        return answer


@admin.register(Group)
class DeskGroupAdmin(AuditedAdmin, GroupAdmin):
    audited_as = "group"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The roles are made by a migration, and nothing asks about other groups."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """A role is known by its name."""
        return ["name"]
