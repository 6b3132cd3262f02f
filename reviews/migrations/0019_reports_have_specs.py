"""Give reports a specification, a part to go on from and an end.

What was a period in a time zone becomes the specification of what those reports held. Files that
are there are kept as long as new ones, counted from now.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.db import migrations, models
from django.db.models import F
from django.db.models.functions import Coalesce, Now
from django.utils import timezone


def move_periods(apps: Any, schema_editor: Any) -> None:
    """Write the period of each report into its specification, and when its file expires."""
    reports = apps.get_model("reviews", "Report").objects
    for report in reports.iterator():
        report.spec = {
            "published_from": report.published_from.isoformat(),
            "published_to": report.published_to.isoformat(),
            "time_zone": report.time_zone,
        }
        report.save(update_fields=["spec"])
    reports.update(as_of=F("created_at"), total=F("rows"), progress=Coalesce("rows", 0))
    kept = datetime.timedelta(days=settings.REPORT_DAYS)
    reports.filter(status="done").update(expires_at=timezone.now() + kept)
    reports.filter(status="waiting", due_at=None).update(due_at=Now())
    reports.exclude(status="waiting").update(due_at=None)


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0018_saved_reports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="report",
            name="report_period_is_not_reversed",
        ),
        migrations.RemoveConstraint(
            model_name="report",
            name="report_done_has_its_file",
        ),
        migrations.AddField(
            model_name="report",
            name="as_of",
            field=models.DateTimeField(default=timezone.now, verbose_name="rows as of"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="report",
            name="expires_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="expires"),
        ),
        migrations.AddField(
            model_name="report",
            name="language",
            field=models.CharField(default="en", max_length=12, verbose_name="language"),
        ),
        migrations.AddField(
            model_name="report",
            name="part",
            field=models.CharField(blank=True, max_length=300, verbose_name="part of the file"),
        ),
        migrations.AddField(
            model_name="report",
            name="part_bytes",
            field=models.PositiveBigIntegerField(default=0, verbose_name="bytes of the part"),
        ),
        migrations.AddField(
            model_name="report",
            name="part_rows",
            field=models.PositiveIntegerField(default=0, verbose_name="rows in the part"),
        ),
        migrations.AddField(
            model_name="report",
            name="progress",
            field=models.PositiveIntegerField(default=0, verbose_name="rows written"),
        ),
        migrations.AddField(
            model_name="report",
            name="spec",
            field=models.JSONField(default=dict, verbose_name="filters"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="report",
            name="title",
            field=models.CharField(blank=True, max_length=60, verbose_name="title"),
        ),
        migrations.AddField(
            model_name="report",
            name="token",
            field=models.UUIDField(blank=True, null=True, verbose_name="token of the worker"),
        ),
        migrations.AddField(
            model_name="report",
            name="total",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="rows to write"),
        ),
        migrations.AlterField(
            model_name="report",
            name="status",
            field=models.CharField(
                choices=[
                    ("waiting", "waiting"),
                    ("building", "being built"),
                    ("done", "done"),
                    ("failed", "failed"),
                    ("cancelled", "cancelled"),
                    ("expired", "expired"),
                ],
                default="waiting",
                max_length=10,
                verbose_name="status",
            ),
        ),
        migrations.RunPython(move_periods, migrations.RunPython.noop),
    ]
