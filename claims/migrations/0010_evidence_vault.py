"""Copies of pages get rows of their own: two pieces of evidence may cite the same bytes."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

# What the columns told of a copy; its size and headers nobody wrote down.
MOVE_COPIES = """
INSERT INTO claims_storedcopy (
    sha256, size, url, final_url, status, headers, fetched_at, media_type, title, publisher, text,
    stored_as
)
SELECT DISTINCT ON (stored_sha256)
    stored_sha256, 0, url, url, 200, '{}', fetched_at, '', '', '', '', stored_as
FROM claims_evidence WHERE stored_sha256 <> '' ORDER BY stored_sha256, fetched_at;
UPDATE claims_evidence SET copy_id = claims_storedcopy.id
FROM claims_storedcopy WHERE sha256 = stored_sha256;
SET CONSTRAINTS ALL IMMEDIATE; -- the table is changed further, which pending checks forbid
"""
MOVE_BACK = """
UPDATE claims_evidence SET stored_sha256 = sha256, stored_as = claims_storedcopy.stored_as
FROM claims_storedcopy WHERE copy_id = claims_storedcopy.id;
UPDATE claims_evidence SET copy_id = NULL WHERE copy_id IS NOT NULL;
SET CONSTRAINTS ALL IMMEDIATE;
"""
FREEZE = """
CREATE FUNCTION storedcopy_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.sha256, NEW.size, NEW.url, NEW.final_url, NEW.status, NEW.headers, NEW.fetched_at,
        NEW.media_type, NEW.title, NEW.publisher, NEW.text, NEW.stored_as)
        IS DISTINCT FROM
       (OLD.sha256, OLD.size, OLD.url, OLD.final_url, OLD.status, OLD.headers, OLD.fetched_at,
        OLD.media_type, OLD.title, OLD.publisher, OLD.text, OLD.stored_as)
    THEN
        RAISE EXCEPTION 'copy % is frozen: a changed page becomes a new copy', OLD.id
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER storedcopy_frozen BEFORE UPDATE ON claims_storedcopy
    FOR EACH ROW EXECUTE FUNCTION storedcopy_refuse_change();
"""
THAW = """
DROP TRIGGER storedcopy_frozen ON claims_storedcopy;
DROP FUNCTION storedcopy_refuse_change();
"""
QUOTE_FOUND = [
    ("exact", "found in the copy"),
    ("folded", "found in the copy but for spaces, case and punctuation"),
    ("fuzzy", "found but written differently"),
    ("missing", "not found: check the quotation"),
]
KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")
WHOLE = Q(copy__isnull=True, fetched_at__isnull=True) | Q(
    copy__isnull=False, fetched_at__isnull=False
)


class Migration(migrations.Migration):
    dependencies = [("claims", "0009_alerts_and_versions")]
    operations = [
        migrations.CreateModel(
            name="StoredCopy",
            fields=[
                ("id", KEY),
                (
                    "sha256",
                    models.CharField(max_length=64, unique=True, verbose_name="SHA-256"),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="size in bytes")),
                ("url", models.URLField(max_length=2000, verbose_name="address asked for")),
                (
                    "final_url",
                    models.URLField(max_length=2000, verbose_name="address after redirects"),
                ),
                (
                    "status",
                    models.PositiveSmallIntegerField(default=200, verbose_name="HTTP status"),
                ),
                ("headers", models.JSONField(default=dict, verbose_name="headers")),
                ("fetched_at", models.DateTimeField(verbose_name="fetched")),
                (
                    "media_type",
                    models.CharField(blank=True, max_length=100, verbose_name="media type"),
                ),
                ("title", models.CharField(blank=True, max_length=500, verbose_name="title")),
                (
                    "publisher",
                    models.CharField(blank=True, max_length=200, verbose_name="publisher"),
                ),
                ("text", models.TextField(blank=True, verbose_name="text")),
                ("stored_as", models.CharField(max_length=100, verbose_name="file in the vault")),
            ],
            options={
                "verbose_name": "stored copy",
                "verbose_name_plural": "stored copies",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="copy_sha256_is_one"
                    ),
                    models.CheckConstraint(condition=~Q(stored_as=""), name="copy_has_a_file"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PageWatch",
            fields=[
                ("id", KEY),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due")),
                (
                    "attempts",
                    models.PositiveSmallIntegerField(default=0, verbose_name="attempts"),
                ),
                ("failure", models.TextField(blank=True, verbose_name="failure")),
                (
                    "checked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="last looked at"),
                ),
                (
                    "gone_times",
                    models.PositiveSmallIntegerField(default=0, verbose_name="times found gone"),
                ),
                (
                    "quote_found",
                    models.CharField(
                        blank=True,
                        choices=QUOTE_FOUND,
                        max_length=8,
                        verbose_name="quotation in the copy",
                    ),
                ),
                (
                    "evidence",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="watch",
                        to="claims.evidence",
                    ),
                ),
                (
                    "latest",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_watches",
                        to="claims.storedcopy",
                    ),
                ),
            ],
            options={
                "verbose_name": "watch on a page",
                "verbose_name_plural": "watches on pages",
                "ordering": ["id"],
                "indexes": [
                    models.Index(
                        fields=["due_at"], condition=Q(due_at__isnull=False), name="page_watch_due"
                    ),
                    models.Index(
                        fields=["checked_at"],
                        condition=Q(due_at__isnull=True),
                        name="page_watch_checked",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(
                            quote_found__in=["", *(value for value, _label in QUOTE_FOUND)]
                        ),
                        name="page_watch_quote_found_is_known",
                    )
                ],
            },
        ),
        migrations.AddField(
            "evidence",
            "copy",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence",
                to="claims.storedcopy",
            ),
        ),
        migrations.RemoveConstraint("evidence", "evidence_copy_is_whole"),
        migrations.RunSQL(MOVE_COPIES, MOVE_BACK),
        migrations.RemoveField("evidence", "stored_as"),
        migrations.RemoveField("evidence", "stored_sha256"),
        migrations.AddConstraint(
            "evidence", models.CheckConstraint(condition=WHOLE, name="evidence_copy_is_whole")
        ),
        migrations.AlterField(
            "evidence",
            "publisher",
            models.CharField(blank=True, max_length=200, verbose_name="publisher"),
        ),
        migrations.RunSQL(FREEZE, THAW),
    ]
