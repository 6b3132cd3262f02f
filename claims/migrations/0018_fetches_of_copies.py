"""Each address that gave the bytes of a copy has a row; so far only the first one had its place."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import MD5

# Of the second address nothing was kept but when it was asked: the rest is left empty.
BACKFILL = """
INSERT INTO claims_copyfetch (copy_id, url, final_url, status, headers, fetched_at)
SELECT id, url, final_url, status, headers, fetched_at FROM claims_storedcopy ORDER BY id;
INSERT INTO claims_copyfetch (copy_id, url, final_url, status, headers, fetched_at)
SELECT copy_id, url, '', 200, '{}', min(fetched_at) FROM claims_evidence
WHERE copy_id IS NOT NULL GROUP BY copy_id, url ORDER BY min(id)
ON CONFLICT DO NOTHING;
"""
FREEZE = """
CREATE FUNCTION copyfetch_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'fetch % is frozen: what a server said stays so', OLD.id
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER copyfetch_frozen BEFORE UPDATE ON claims_copyfetch
    FOR EACH ROW EXECUTE FUNCTION copyfetch_refuse_change();
"""
THAW = """
DROP TRIGGER copyfetch_frozen ON claims_copyfetch;
DROP FUNCTION copyfetch_refuse_change();
"""
KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [("claims", "0017_alerts_of_dead_feeds")]

    operations = [
        migrations.CreateModel(
            name="CopyFetch",
            fields=[
                ("id", KEY),
                ("url", models.URLField(max_length=2000, verbose_name="address asked for")),
                (
                    "final_url",
                    models.URLField(
                        blank=True, max_length=2000, verbose_name="address after redirects"
                    ),
                ),
                (
                    "status",
                    models.PositiveSmallIntegerField(default=200, verbose_name="HTTP status"),
                ),
                ("headers", models.JSONField(blank=True, default=dict, verbose_name="headers")),
                ("fetched_at", models.DateTimeField(verbose_name="fetched")),
                (
                    "copy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fetches",
                        to="claims.storedcopy",
                    ),
                ),
            ],
            options={
                "verbose_name": "fetch of a copy",
                "verbose_name_plural": "fetches of copies",
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="copyfetch",
            constraint=models.UniqueConstraint(
                F("copy"), MD5("url"), name="copy_fetch_once_per_address"
            ),
        ),
        migrations.RunSQL(BACKFILL, migrations.RunSQL.noop),
        migrations.RunSQL(FREEZE, THAW),
    ]
