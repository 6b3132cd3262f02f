import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0017_formats_of_reports"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("spec", models.JSONField(verbose_name="filters")),
                (
                    "period",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yesterday", "yesterday"),
                            ("last_7_days", "last 7 days"),
                            ("last_week", "last week"),
                            ("this_month", "this month"),
                            ("last_month", "last month"),
                            ("last_quarter", "last quarter"),
                            ("this_year", "this year"),
                            ("last_year", "last year"),
                        ],
                        max_length=16,
                        verbose_name="period",
                    ),
                ),
                (
                    "format",
                    models.CharField(
                        choices=[
                            ("csv", "CSV"),
                            ("xlsx", "Excel workbook (XLSX)"),
                            ("jsonl", "JSON Lines"),
                            ("jsonld", "ClaimReview JSON-LD"),
                            ("html", "HTML"),
                            ("pdf", "PDF"),
                            ("markdown", "Markdown"),
                            ("bundle", "verifiable bundle (ZIP)"),
                        ],
                        max_length=10,
                        verbose_name="format",
                    ),
                ),
                ("language", models.CharField(max_length=12, verbose_name="language")),
                (
                    "is_shared",
                    models.BooleanField(default=False, verbose_name="shared with the desk"),
                ),
                (
                    "repeat",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("daily", "every day"),
                            ("weekly", "every Monday"),
                            ("monthly", "on the first of every month"),
                        ],
                        max_length=10,
                        verbose_name="repeats",
                    ),
                ),
                (
                    "hour",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="hour"),
                ),
                (
                    "time_zone",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="time zone of the hour"
                    ),
                ),
                (
                    "next_due_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="next due"),
                ),
                (
                    "stopped_because",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="why it is not repeated"
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True, verbose_name="added")),
                ("deleted_at", models.DateTimeField(blank=True, null=True, verbose_name="deleted")),
            ],
            options={
                "verbose_name": "saved report",
                "verbose_name_plural": "saved reports",
                "ordering": ["name", "id"],
            },
        ),
        migrations.AddField(
            model_name="savedreport",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="saved_reports",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddIndex(
            model_name="savedreport",
            index=models.Index(
                condition=models.Q(("next_due_at__isnull", False)),
                fields=["next_due_at"],
                name="saved_report_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="savedreport",
            constraint=models.UniqueConstraint(
                condition=models.Q(("deleted_at__isnull", True)),
                fields=("owner", "name"),
                name="saved_report_name_once_per_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="savedreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="saved_report_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="savedreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "format__in",
                        ["csv", "xlsx", "jsonl", "jsonld", "html", "pdf", "markdown", "bundle"],
                    )
                ),
                name="saved_report_format_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="savedreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "period__in",
                        [
                            "",
                            "yesterday",
                            "last_7_days",
                            "last_week",
                            "this_month",
                            "last_month",
                            "last_quarter",
                            "this_year",
                            "last_year",
                        ],
                    )
                ),
                name="saved_report_period_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="savedreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("hour__isnull", True),
                        ("next_due_at__isnull", True),
                        ("repeat", ""),
                        ("time_zone", ""),
                    ),
                    models.Q(
                        ("hour__range", (0, 23)),
                        ("repeat__in", ["daily", "weekly", "monthly"]),
                        models.Q(("time_zone", ""), _negated=True),
                        ("deleted_at__isnull", True),
                        ("next_due_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="saved_report_schedule_is_whole",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="saved",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="reviews.savedreport",
            ),
        ),
    ]
