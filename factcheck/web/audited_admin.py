"""Django's admin pages, with an event in the audit log for each change."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from factcheck.audit.log import record
from factcheck.web.permissions import person

# Generic for the type checker only: at run time Django's admin classes take no parameter.
if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin


class AuditedAdmin(ModelAdmin):
    """Adding and changing is recorded with what was there before; deleting is refused.

    What the desk did refers to its people: a person who leaves is made inactive.
    """

    audited_as = ""  # the first part of the action: "person" gives person.add and person.change

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody deletes here, superusers included."""
        return False

    def save_related(
        self, request: HttpRequest, form: ModelForm[Any], formsets: Any, change: bool
    ) -> None:
        """Record the change, in the transaction that Django opens around the whole form."""
        super().save_related(request, form, formsets, change)
        changed = [name for name in form.changed_data if "password" not in name]
        if change and not changed:
            return
        record(
            actor=person(request),
            action=f"{self.audited_as}.{'change' if change else 'add'}",
            target=form.instance,
            before=shown(form.initial, changed) if change else None,
            after=shown(form.cleaned_data, changed),
        )


def shown(values: Mapping[str, Any], names: list[str]) -> dict[str, object]:
    """Return the fields as JSON values; of rows of other tables their names, in order."""
    return {name: _plain(values.get(name)) for name in names}


def _plain(value: Any) -> object:
    if isinstance(value, QuerySet | list):
        return sorted(str(each) for each in value)
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    return value if value is None or isinstance(value, bool | int) else str(value)
