from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0019_reports_have_specs"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="report",
            name="published_from",
        ),
        migrations.RemoveField(
            model_name="report",
            name="published_to",
        ),
        migrations.RemoveField(
            model_name="report",
            name="time_zone",
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="report_due"
            ),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("status", "done")), fields=["expires_at"], name="report_expires"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "done"), _negated=True),
                    models.Q(
                        models.Q(("file", ""), _negated=True),
                        models.Q(("sha256", ""), _negated=True),
                        ("expires_at__isnull", False),
                        ("finished_at__isnull", False),
                        ("rows__isnull", False),
                        ("size__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="report_done_has_its_file",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "expired"), _negated=True),
                    models.Q(("file", ""), models.Q(("sha256", ""), _negated=True)),
                    _connector="OR",
                ),
                name="report_expired_keeps_its_hash",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("due_at__isnull", False), ("status", "building"), ("token__isnull", False)
                    ),
                    models.Q(
                        ("due_at__isnull", False), ("status", "waiting"), ("token__isnull", True)
                    ),
                    models.Q(
                        models.Q(("status__in", ["building", "waiting"]), _negated=True),
                        ("due_at__isnull", True),
                        ("token__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="report_is_due_until_it_ends",
            ),
        ),
    ]
