"""Django's createsuperuser, with an event in the audit log: it makes an administrator."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.db import transaction
from django.db.models import Max

from factcheck.accounts.models import User
from factcheck.audit.log import record


class Command(createsuperuser.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            before = User.objects.aggregate(newest=Max("pk"))["newest"] or 0
            super().handle(*args, **options)
            for made in User.objects.filter(pk__gt=before, is_superuser=True):
                after = {"username": made.username, "is_superuser": True}
                record(actor=None, action="person.add", target=made, after=after)
