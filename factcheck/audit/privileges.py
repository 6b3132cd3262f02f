"""Taking from the application's database role what it must never do to the log."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils.translation import gettext as _

from factcheck.audit.models import AuditEvent, AuditHead, AuditVerification
from factcheck.errors import InvalidInput

EVENTS, HEAD = AuditEvent._meta.db_table, AuditHead._meta.db_table
VERIFICATIONS = AuditVerification._meta.db_table
STATEMENTS = (
    "GRANT USAGE ON SCHEMA {schema} TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
    f"REVOKE ALL ON {EVENTS}, {VERIFICATIONS}, {HEAD} FROM {{role}}, PUBLIC",
    f"GRANT SELECT, INSERT ON {EVENTS}, {VERIFICATIONS} TO {{role}}",
    f"GRANT SELECT ON {HEAD} TO {{role}}",
)
# Whoever owns a table, or may become its owner, can drop its triggers.
POWER = """
    SELECT rolsuper OR pg_has_role(rolname, tableowner, 'MEMBER')
        FROM pg_roles, pg_tables WHERE rolname = %s AND tablename = %s
"""


def privileges_give(*, role: str) -> None:
    """Give `role` what the application needs, and on the log only reading and adding.

    To be run by the owner of the tables, after each `migrate`: new tables are included. Raises
    InvalidInput when there is no such role, or when it can do as it likes whatever is revoked.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(POWER, [role, EVENTS])
        found = cursor.fetchone()
        if found is None:
            raise InvalidInput("role", _("There is no database role %(role)s.") % {"role": role})
        if found[0]:
            message = _(
                "%(role)s owns the tables, or may act as their owner: nothing can be taken from it."
                " Let one role migrate and another one run the desk."
            )
            raise InvalidInput("role", message % {"role": role})
        cursor.execute("SELECT current_schema()")
        [schema] = cursor.fetchone()
        quote = connection.ops.quote_name
        for statement in STATEMENTS:
            cursor.execute(statement.format(schema=quote(schema), role=quote(role)))
