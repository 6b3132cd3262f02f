"""Django's changepassword, with an event in the audit log."""

from __future__ import annotations

import getpass
from typing import Any

from django.contrib.auth.management.commands import changepassword
from django.db import transaction

from factcheck.accounts.models import User
from factcheck.web.people import password_note


class Command(changepassword.Command):
    def handle(self, *args: Any, **options: Any) -> str:
        people = User.objects.filter(username=options["username"] or getpass.getuser())
        with transaction.atomic():
            before = people.values_list("password", flat=True).first()
            said = super().handle(*args, **options)
            changed = people.exclude(password=before).first()
            if changed is not None:
                password_note(actor=None, whose=changed)
        return str(said)
