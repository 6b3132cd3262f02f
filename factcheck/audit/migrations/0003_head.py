"""The log gets an end that is written down, and each event a digest of its own in the chain."""

import hashlib
import json
from typing import Any

from django.apps.registry import Apps
from django.core.management.base import CommandError
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.exceptions import IrreversibleError
from django.utils import timezone

from factcheck.audit.chain import event_hash

PAGE = 500
CONTENT = (
    "actor_id", "actor_name", "action", "target_type", "target_id", "before", "after", "note",
)  # fmt: skip

# The function runs with the rights of its owner: the application's role may not write the end
# itself. Its search path is fixed, pg_temp last, or a temporary table of the same name would be
# written in its place; and nobody else may make it the trigger of a table of their own.
GUARD = """
CREATE FUNCTION audit_extend_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    UPDATE audit_audithead SET last_id = NEW.id, events = events + 1, hash = NEW.hash
        WHERE id = 1 AND hash = NEW.previous_hash AND last_id < NEW.id;
    IF FOUND THEN
        RETURN NEW;
    END IF;
    IF NEW.previous_hash <> '' OR EXISTS (SELECT FROM audit_audithead)
        OR EXISTS (SELECT FROM audit_auditevent)
    THEN
        RAISE EXCEPTION 'the audit log is append-only: this event does not follow its end'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO audit_audithead (id, last_id, events, hash) VALUES (1, NEW.id, 1, NEW.hash);
    RETURN NEW;
END $$;
DO $$ BEGIN
    EXECUTE format(
        'ALTER FUNCTION audit_extend_head() SET search_path = %I, pg_temp', current_schema()
    );
END $$;
REVOKE ALL ON FUNCTION audit_extend_head() FROM PUBLIC;
CREATE TRIGGER audit_extend_head BEFORE INSERT ON audit_auditevent
    FOR EACH ROW EXECUTE FUNCTION audit_extend_head();
CREATE TRIGGER audit_head_follows BEFORE INSERT OR UPDATE ON audit_audithead
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_audithead
    FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_audithead
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
"""
UNGUARD = """
DROP TRIGGER audit_head_no_truncate ON audit_audithead;
DROP TRIGGER audit_head_stays ON audit_audithead;
DROP TRIGGER audit_head_follows ON audit_audithead;
DROP TRIGGER audit_extend_head ON audit_auditevent;
DROP FUNCTION audit_extend_head();
"""


def chain_anew(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Chain events from before this version by the hashes of this one, and set the end."""
    model = apps.get_model("audit", "AuditEvent")
    rest, count, old, new = model.objects.order_by("id"), 0, "", ""
    schema_editor.execute("ALTER TABLE audit_auditevent DISABLE TRIGGER audit_append_only")
    while page := list(rest[:PAGE]):
        for event in page:
            old, new = relink(event, old, new)
        model.objects.bulk_update(page, ["previous_hash", "hash"])
        rest, count = rest.filter(id__gt=page[-1].pk), count + len(page)
    schema_editor.execute("ALTER TABLE audit_auditevent ENABLE TRIGGER audit_append_only")
    if count:
        last = note_old_end(model, count, old, new)
        heads = apps.get_model("audit", "AuditHead").objects
        heads.create(pk=1, last_id=last.pk, events=count + 1, hash=last.hash)


def relink(event: Any, old: str, new: str) -> tuple[str, str]:
    """Give `event` its new hashes; return its hash by the old rule and by the new.

    `old` and `new` are those of the event before. Raises CommandError, which undoes the whole
    migration, for an event that is not what was written: its new hash would vouch for it.
    """
    fields = content(event)
    hash = old_event_hash(fields, old)
    if (event.previous_hash, event.hash) != (old, hash):
        raise CommandError(
            f"The audit log is not whole: event {event.pk} was changed, or one before it is gone."
            " Nothing was migrated. Restore the log from a backup, and migrate again."
        )
    event.previous_hash, event.hash = new, event_hash(fields, new)
    return hash, event.hash


def note_old_end(model: Any, count: int, old: str, new: str) -> Any:
    """Append an event that keeps the old hash of the last one: hashes noted earlier lead to it."""
    event = model(
        at=timezone.now(),
        actor_name="machine",
        action="audit.chain_anew",
        target_type="audit.auditevent",
        target_id=model.objects.latest("id").pk,
        before={"events": count, "hash": old},
        after={"events": count, "hash": new},
        previous_hash=new,
    )
    event.hash = event_hash(content(event), new)
    event.save(force_insert=True)
    return event


def content(event: Any) -> dict[str, Any]:
    """Return the columns that a hash covers, as JSON values."""
    return {name: getattr(event, name) for name in CONTENT} | {"at": event.at.isoformat()}


def old_event_hash(fields: dict[str, Any], previous_hash: str) -> str:
    """Return the hash of an event by the rule that was in force up to this migration."""
    canonical = json.dumps(
        [previous_hash, fields], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def refuse_to_go_back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Stop: the hashes by the old rule are gone, and the old code would find the log broken."""
    if apps.get_model("audit", "AuditEvent").objects.exists():
        raise IrreversibleError(
            "The audit log was chained anew by this migration; the old hashes are not kept."
            " To go back, restore the backup taken before it."
        )


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]

    operations = [
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("last_id", models.BigIntegerField(verbose_name="last event")),
                ("events", models.BigIntegerField(verbose_name="events")),
                ("hash", models.CharField(max_length=64, verbose_name="hash")),
            ],
            options={
                "verbose_name": "end of the audit log",
                "verbose_name_plural": "ends of the audit log",
            },
        ),
        migrations.CreateModel(
            name="AuditVerification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="at")),
                ("events", models.BigIntegerField(verbose_name="events")),
                ("last_id", models.BigIntegerField(verbose_name="last event")),
                ("hash", models.CharField(blank=True, max_length=64, verbose_name="hash")),
                ("findings", models.JSONField(default=list, verbose_name="findings")),
            ],
            options={
                "verbose_name": "verification of the audit log",
                "verbose_name_plural": "verifications of the audit log",
                "ordering": ["-id"],
            },
        ),
        migrations.RunPython(chain_anew, refuse_to_go_back),
        migrations.AlterField(
            model_name="auditevent",
            name="at",
            field=models.DateTimeField(db_index=True, verbose_name="at"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["actor_id", "id"], name="audit_actor"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["action", "id"], name="audit_action"),
        ),
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(
                condition=models.Q(action__startswith="break_glass."),
                fields=["id"],
                name="audit_break_glass",
            ),
        ),
        migrations.AddConstraint(
            model_name="auditevent",
            constraint=models.UniqueConstraint(
                fields=("previous_hash",), name="audit_auditevent_no_fork"
            ),
        ),
        migrations.RunSQL(GUARD, UNGUARD),
    ]
